import type { Ambassador, Cluster } from '../../network/network.ts'
import type { Risk } from '../../network/risk.ts'
import { type Kept, keptClusters, type Revision } from './revision.ts'

/** The Ambassador of a cluster opens other ports, is left with one pod, or is reached in another way. */
export const ambassadorRisks = (before: Revision, after: Revision): Risk[] =>
  keptClusters(before, after).flatMap((kept) => [...pool(kept), ...replicas(kept), ...published(kept)])

function pool({ was, is }: Kept<Cluster>): Risk[] {
  const [old, now] = [was, is].map(({ ambassador: { ports } }) => `${ports.first}-${ports.last}`)
  if (old === now) return []
  return [
    {
      id: 'port-pool-changed',
      severity: 'caution',
      subject: is.name,
      message: `the ports of the Ambassador of ${is.name} are ${now} instead of ${old}`,
      hint: 'have firewalls opened for the new range before a node gets a port of it; nodes that have a port keep it',
      path: [...is.path, 'ambassador', 'ports'],
    },
  ]
}

function replicas({ was, is }: Kept<Cluster>): Risk[] {
  if (is.ambassador.replicas > 1 || was.ambassador.replicas === is.ambassador.replicas) return []
  return [
    {
      id: 'ambassador-alone',
      severity: 'caution',
      subject: is.name,
      message: `the Ambassador of ${is.name} has 1 pod instead of ${was.ambassador.replicas}: each restart of that pod cuts every link through it`,
      hint: 'keep two: a ledger may stop until its nodes have reconnected',
      path: [...is.path, 'ambassador', 'replicas'],
    },
  ]
}

/** What decides which load balancer there is, or how it speaks: field and value, as in the definition. */
const ways: readonly (readonly [field: string, value: (ambassador: Ambassador) => string])[] = [
  ['existing', ({ existing, namespace, service }) => (existing ? `${namespace}/${service}` : 'none')],
  ['publish', ({ publish }) => publish],
  ['visibility', ({ loadBalancer }) => loadBalancer.visibility],
  ['loadBalancerClass', ({ loadBalancer }) => loadBalancer.className ?? 'none'],
  ['addresses', ({ loadBalancer }) => loadBalancer.addresses.join(', ') || 'none'],
  ['addressPool', ({ loadBalancer }) => loadBalancer.pool ?? 'none'],
  ['proxyProtocol', ({ proxyProtocol }) => String(proxyProtocol)],
]

/** Clouds make another load balancer, with another address; a class cannot be changed at all. */
function published({ was, is }: Kept<Cluster>): Risk[] {
  const changed = ways.flatMap(([field, value]) => {
    const [old, now] = [value(was.ambassador), value(is.ambassador)]
    return old === now ? [] : [{ field, text: `${field}: ${now} instead of ${old}` }]
  })
  const [first] = changed
  if (first === undefined) return []
  return [
    {
      id: 'ambassador-republished',
      severity: 'danger',
      subject: is.name,
      message: `the Ambassador of ${is.name} is reached in another way (${changed.map(({ text }) => text).join('; ')}): its address may change, and until names and firewalls follow nobody reaches ${is.name}`,
      hint: 'do it while the ledger may stop, or while the other clusters can do without this one; a Service whose class changes has to be deleted first',
      path: [...is.path, 'ambassador', first.field],
    },
  ]
}
