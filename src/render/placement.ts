import type { LedgerNode, Network } from '../network/network.ts'
import { type Placement, podFields } from '../network/placement.ts'
import { placementOfNode } from '../network/placement-of.ts'
import { startupTimeOf } from '../network/startup.ts'
import type { Platform } from '../platforms/platform.ts'
import { dumpYaml } from '../yaml.ts'

/** Where the pods of a root run, as patches of Kustomize: bases say nothing of it. */

interface Operation {
  readonly op: 'add' | 'replace'
  readonly path: string
  readonly value: unknown
}

const pod = '/spec/template/spec'

const patch = (kind: string, operations: readonly Operation[]): object[] =>
  operations.length === 0 ? [] : [{ target: { kind }, patch: dumpYaml(operations) }]

const placed = (placement: Placement): Operation[] =>
  Object.entries(podFields(placement)).map(([field, value]) => ({ op: 'add', path: `${pod}/${field}`, value }))

/** Of Jobs and Deployments of an organization. A CronJob has the template of its Job. */
export const workloadPatches = (placement: Placement): object[] => patch('Deployment|Job', placed(placement))

/** Of a node, with the time that it may take to start. */
export function nodePatches(node: LedgerNode, network: Network, { definition }: Platform): object[] {
  const placement = placementOfNode(node)
  const affinity: Operation[] =
    placement.spread === 'required'
      ? [{ op: 'add', path: `${pod}/affinity`, value: apart(node, network, definition.consensusRoles) }]
      : []
  return patch('StatefulSet', [...placed(placement), ...affinity, ...started(startupTimeOf(node))])
}

/**
 * No machine has two of them: of consensus nodes all of the network, whose namespaces have its label, otherwise those of the role in
 * the namespace. Expressions, not labels: kustomize adds the node's own label to labels of selectors.
 */
function apart({ role }: LedgerNode, network: Network, consensusRoles: readonly string[]): object {
  const isConsensus = consensusRoles.includes(role)
  const partOf = 'app.kubernetes.io/part-of'
  const term = {
    topologyKey: 'kubernetes.io/hostname',
    labelSelector: {
      matchExpressions: [
        { key: partOf, operator: 'In', values: [network.name] },
        { key: 'app.kubernetes.io/component', operator: 'In', values: isConsensus ? consensusRoles : [role] },
      ],
    },
    ...(isConsensus ? { namespaceSelector: { matchLabels: { [partOf]: network.name } } } : {}),
  }
  return { podAntiAffinity: { requiredDuringSchedulingIgnoredDuringExecution: [term] } }
}

/** Seconds between two looks at a container that starts. */
const period = 5

/** The container of the ledger is the first one. */
function started(time: number | undefined): Operation[] {
  if (time === undefined) return []
  const probe = `${pod}/containers/0/startupProbe`
  return [
    { op: 'replace', path: `${probe}/periodSeconds`, value: period },
    { op: 'replace', path: `${probe}/failureThreshold`, value: Math.ceil(time / 1000 / period) },
  ]
}
