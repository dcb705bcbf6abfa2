/** Files read or written at the same time: enough to keep the disk busy, few enough that their contents fit in memory. */
const atOnce = 32

/** Does the work for every item, a batch at a time. Gives the results in the order of the items. */
export async function inBatches<Item, Result>(
  items: readonly Item[],
  work: (item: Item) => Promise<Result>,
  size = atOnce,
): Promise<Result[]> {
  const results: Result[] = []
  for (let at = 0; at < items.length; at += size)
    results.push(...(await Promise.all(items.slice(at, at + size).map(work))))
  return results
}
