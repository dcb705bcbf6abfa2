import type { JsonObject } from '../../kubernetes/json.ts'
import type { KubernetesObject } from '../cluster.ts'
import { restricted } from '../machine/fixtures.ts'
import type { NetworkPart, ServedPort } from './networks.ts'

export type Kind =
  | 'node'
  | 'job'
  | 'chaincode'
  | 'emissary'
  | 'router'
  | 'probe'
  | 'application'
  | 'solver'
  | 'prometheus'
  | 'stranger'
  | 'resolver'
  | 'dns'

/** A pod that stands in for one of a network, or for somebody else. */
export interface StandIn {
  readonly kind: Kind
  /** Number of its machine. */
  readonly machine: number
  readonly namespace: string
  readonly name: string
  readonly labels: Readonly<Record<string, string>>
  /** TCP ports that it listens on. */
  readonly ports: readonly number[]
  /** Absent for pods of no network. */
  readonly part?: NetworkPart
  /** Name of its node, of a Job its component. */
  readonly of: string
  /** Ports that Services know by their names. */
  readonly namedPorts: readonly JsonObject[]
  /** Ports of the machine, and its own that they arrive at. */
  readonly hostPorts: readonly ServedPort[]
}

export const imageName = 'example.test/prober:1'

/** One that is no workload of a network. */
export const otherPod = (
  kind: Kind,
  { machine, namespace, labels, ports, part }: Pick<StandIn, 'machine' | 'namespace' | 'labels' | 'ports' | 'part'>,
): StandIn => ({
  kind,
  machine,
  namespace,
  name: kind,
  labels,
  ports,
  ...(part === undefined ? {} : { part }),
  of: '',
  namedPorts: [],
  hostPorts: [],
})

export function podObject({ namespace, name, labels, ports, namedPorts, hostPorts }: StandIn): KubernetesObject {
  const container: JsonObject = {
    name: 'prober',
    image: imageName,
    args: ['serve', ...ports.map(String)],
    ports: [...namedPorts, ...hostPorts.map(({ port, targetPort }) => ({ containerPort: targetPort, hostPort: port }))],
    securityContext: restricted,
  }
  return {
    apiVersion: 'v1',
    kind: 'Pod',
    metadata: { name, namespace, labels },
    spec: {
      automountServiceAccountToken: false,
      enableServiceLinks: false,
      terminationGracePeriodSeconds: 0,
      containers: [container],
    },
  }
}
