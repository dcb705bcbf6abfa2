import type { Cluster } from '../../network/network.ts'
import type { Risk } from '../risk.ts'
import { type Kept, keptClusters, type Revision } from './revision.ts'

/** The Ambassador of a cluster opens other ports, or is left with one pod. */
export const ambassadorRisks = (before: Revision, after: Revision): Risk[] =>
  keptClusters(before, after).flatMap((kept) => [...pool(kept), ...replicas(kept)])

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
      message: `the Ambassador of ${is.name} has 1 pod instead of ${was.ambassador.replicas}: whenever that one restarts, every link through it is cut`,
      hint: 'keep two: a ledger may stand still until its nodes have found each other again',
      path: [...is.path, 'ambassador', 'replicas'],
    },
  ]
}
