import { groupBy } from '../../group-by.ts'
import { isNetworkMap, isNotary } from './network.ts'

/**
 * The network map of a demo zone, then notaries, one after the other, so that states of at most one wait. In a new zone no node becomes ready before the network parameters have
 * its notary, which registers at its own first start. Then nodes, one after the other of each organization and of all organizations at once, as
 * each stops only its own transactions.
 */
export function rollout<Node extends { readonly role: string; readonly organization: { readonly name: string } }>(
  nodes: readonly Node[],
): Node[][] {
  const others = nodes.filter((node) => !isNotary(node) && !isNetworkMap(node))
  const byOrganization = [...groupBy(others, ({ organization }) => organization.name).values()]
  const rounds = Math.max(0, ...byOrganization.map((own) => own.length))
  return [
    ...nodes.filter(isNetworkMap).map((map) => [map]),
    ...nodes.filter(isNotary).map((notary) => [notary]),
    ...Array.from({ length: rounds }, (_, round) => byOrganization.flatMap((own) => own[round] ?? [])),
  ]
}
