import type { Cluster } from '../../network/network.ts'
import { type Revision, runningNodes } from './revision.ts'

/** The ledger itself has the addresses of nodes. */
export const isOnLedger = ({ platform }: Revision): boolean => platform.definition.addressesOnLedger === true

/** Clusters of whose nodes any is dialled at the Ambassador. */
export function dialledClusters(before: Revision): ReadonlySet<string> {
  const { clusters, external } = before.network
  const nodes = runningNodes(before)
  const isDialled = ({ name }: Cluster): boolean =>
    external.length > 0 || (isOnLedger(before) ? nodes.length > 1 : nodes.some(({ cluster }) => cluster.name !== name))
  return new Set(clusters.filter(isDialled).map(({ name }) => name))
}

/** Who dials an address, as the beginning of a sentence: `nodes elsewhere dial`. */
export const dialling = (revision: Revision): string =>
  isOnLedger(revision) ? 'all other nodes dial' : 'nodes elsewhere dial'

/** Until when they dial the old one, as the end of a sentence. */
export const redialled = (revision: Revision): string =>
  isOnLedger(revision) ? 'the ledger has the new one' : 'they restart'
