import { groupBy } from '../group-by.ts'
import { rangeOfOne } from '../ip-address.ts'
import { type Address, isIpAddress } from '../network/address.ts'
import { compareTexts } from '../words.ts'
import { portRanges } from './port-ranges.ts'

/** Parts of NetworkPolicies: https://kubernetes.io/docs/concepts/services-networking/network-policies/ */

interface Rules {
  readonly ingress?: readonly object[]
  readonly egress?: readonly object[]
}

/** For the directions that it has rules for: an empty list lets nothing through. */
export const networkPolicy = (name: string, podSelector: object, { ingress, egress }: Rules): object => ({
  apiVersion: 'networking.k8s.io/v1',
  kind: 'NetworkPolicy',
  metadata: { name },
  spec: {
    podSelector,
    policyTypes: [...(ingress === undefined ? [] : ['Ingress']), ...(egress === undefined ? [] : ['Egress'])],
    ...(ingress === undefined ? {} : { ingress }),
    ...(egress === undefined ? {} : { egress }),
  },
})

export const tcp = (port: number): object => ({ port, protocol: 'TCP' })

/** Pods of a kind, whichever node they belong to. */
export const podsNamed = (name: string): object => ({ matchLabels: { 'app.kubernetes.io/name': name } })

/** All pods of namespaces. */
export const inNamespaces = (names: readonly string[]): readonly object[] =>
  names.map((name) => ({ namespaceSelector: { matchLabels: { 'kubernetes.io/metadata.name': name } } }))

/** All pods of the namespaces of a network, those of the Ambassador included. */
export const ofNetwork = (network: string): readonly object[] => [
  { namespaceSelector: { matchLabels: { 'app.kubernetes.io/part-of': network } } },
]

/** Egress to addresses outside of the cluster: to an IP address where it is known, otherwise to any address at the port. */
export function toAddresses(addresses: readonly Address[]): readonly object[] {
  const byDestination = groupBy(addresses, ({ host }) => (isIpAddress(host) ? rangeOfOne(host) : ''))
  return [...byDestination]
    .sort(([a], [b]) => compareTexts(a, b))
    .map(([cidr, own]) => ({
      ...(cidr === '' ? {} : { to: [{ ipBlock: { cidr } }] }),
      ports: portRanges(own.map(({ port }) => port)),
    }))
}

/** Metrics of pods, for the namespaces that may read them; no policy when there is none. */
export const metricsPolicies = (
  name: string,
  podSelector: object,
  port: number,
  namespaces: readonly string[],
): readonly object[] =>
  namespaces.length === 0
    ? []
    : [networkPolicy(name, podSelector, { ingress: [{ from: inNamespaces(namespaces), ports: [tcp(port)] }] })]
