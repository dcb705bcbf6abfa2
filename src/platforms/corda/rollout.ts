import { groupBy } from '../../group-by.ts'
import { isNotary } from './network.ts'

/**
 * Nodes first, one after the other of each organization and of all organizations at once, as each stops only its own transactions. Then one
 * notary after the other, so that states of at most one wait.
 */
export function rollout<Node extends { readonly role: string; readonly organization: { readonly name: string } }>(
  nodes: readonly Node[],
): Node[][] {
  const others = nodes.filter((node) => !isNotary(node))
  const byOrganization = [...groupBy(others, ({ organization }) => organization.name).values()]
  const rounds = Math.max(0, ...byOrganization.map((own) => own.length))
  return [
    ...Array.from({ length: rounds }, (_, round) => byOrganization.flatMap((own) => own[round] ?? [])),
    ...nodes.filter(isNotary).map((notary) => [notary]),
  ]
}
