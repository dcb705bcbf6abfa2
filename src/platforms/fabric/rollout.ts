import { groupBy } from '../../group-by.ts'
import { type FabricLedgerNode, isAuthority, isOrderer, isPeer } from './network.ts'

/**
 * CAs first, which nothing depends on. Then one orderer after the other, independent of its owner: a channel loses at most one of this
 * cluster. Then peers, of each organization one at a time and of all organizations at once: an organization with two peers
 * always has one that endorses, and what endorsements need of several organizations is not held up by one.
 * Orderers come before peers as Fabric advises for upgrades: a peer of a new release may ask for what an old orderer has not.
 */
export function rollout(nodes: readonly FabricLedgerNode[]): FabricLedgerNode[][] {
  const byOrganization = [...groupBy(nodes.filter(isPeer), ({ organization }) => organization.name).values()]
  const rounds = Math.max(0, ...byOrganization.map((peers) => peers.length))
  return [
    nodes.filter(isAuthority),
    ...nodes.filter(isOrderer).map((orderer) => [orderer]),
    ...Array.from({ length: rounds }, (_, round) => byOrganization.flatMap((peers) => peers[round] ?? [])),
  ].filter((group) => group.length > 0)
}
