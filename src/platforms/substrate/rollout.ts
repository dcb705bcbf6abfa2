import { groupBy } from '../../group-by.ts'

/**
 * Nodes that make no blocks first, as a test. Then bootnodes, one after the other: a node that starts meanwhile needs one. Then one
 * validator after the other: finality continues while at most f are offline.
 */
export function rollout<Node extends { readonly role: string }>(nodes: readonly Node[]): Node[][] {
  const byRole = groupBy(nodes, ({ role }) => role)
  const alone = (role: string): Node[][] => (byRole.get(role) ?? []).map((node) => [node])
  const others = nodes.filter(({ role }) => role !== 'bootnode' && role !== 'validator')
  return [others, ...alone('bootnode'), ...alone('validator')]
}
