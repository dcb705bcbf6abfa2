/** Lists below them keep their order, which may have a meaning for the ledger or for a program that is started. */
const asWritten: ReadonlySet<string> = new Set(['settings', 'command', 'arguments'])

/** The same definition with keys and lists in an order that `pick` decides. */
export function shuffled(value: unknown, pick: () => number): unknown {
  if (Array.isArray(value)) return inOrder(value, pick).map((item) => shuffled(item, pick))
  if (typeof value !== 'object' || value === null) return value
  const entries = inOrder(Object.entries(value), pick)
  return Object.fromEntries(entries.map(([key, item]) => [key, asWritten.has(key) ? item : shuffled(item, pick)]))
}

const inOrder = <Item>(items: readonly Item[], pick: () => number): Item[] =>
  items
    .map((item) => ({ item, at: pick() }))
    .sort((a, b) => a.at - b.at)
    .map(({ item }) => item)
