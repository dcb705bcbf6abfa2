import { groupBy } from '../../group-by.ts'

/** Nodes of parties first, as a test. Then one notary after the other: states of one that is down cannot be spent. */
export function rollout<Node extends { readonly role: string }>(nodes: readonly Node[]): Node[][] {
  const byRole = groupBy(nodes, ({ role }) => role)
  return [byRole.get('node') ?? [], ...(byRole.get('notary') ?? []).map((node) => [node])].filter(
    ({ length }) => length > 0,
  )
}
