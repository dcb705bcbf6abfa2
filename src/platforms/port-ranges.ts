/** Ports of a NetworkPolicy as few ranges as possible: the ports of a pool mostly follow each other. */
export function portRanges(numbers: readonly number[]): object[] {
  const found: { first: number; last: number }[] = []
  for (const number of [...new Set(numbers)].sort((a, b) => a - b)) {
    const open = found.at(-1)
    if (open !== undefined && number === open.last + 1) open.last = number
    else found.push({ first: number, last: number })
  }
  return found.map(({ first, last }) => ({
    port: first,
    ...(last === first ? {} : { endPort: last }),
    protocol: 'TCP',
  }))
}
