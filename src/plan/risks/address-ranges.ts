import { numberOf, widthOf } from '../../ip-address.ts'

/** Addresses from the first to the last, as numbers of their family. */
interface Interval {
  readonly bits: 32 | 128
  readonly first: bigint
  readonly last: bigint
}

/** Every address there is: what an empty list of ranges means. */
export const everywhere: readonly string[] = ['0.0.0.0/0', '::/0']

/** Those of `ranges` that reach beyond all of `others` together. Ranges as in RFC 4632 and RFC 4291: `203.0.113.0/24`. */
export function beyond(ranges: readonly string[], others: readonly string[]): string[] {
  const known = merged(others.map(interval))
  return ranges.filter((range) => {
    const { bits, first, last } = interval(range)
    return !known.some((other) => other.bits === bits && other.first <= first && other.last >= last)
  })
}

/** Whether these are all addresses of IPv4 or of IPv6. */
export const isEverybody = (ranges: readonly string[]): boolean =>
  ranges.length === 0 || beyond(everywhere, ranges).length < everywhere.length

function interval(range: string): Interval {
  const [address = '', prefix] = range.split('/')
  const bits = widthOf(address)
  const size = 1n << BigInt(bits - Number(prefix ?? bits))
  const number = numberOf(address)
  const first = number - (number % size)
  return { bits, first, last: first + size - 1n }
}

/** Without overlaps; neighbours joined, so that two halves are the whole. */
function merged(intervals: readonly Interval[]): Interval[] {
  const found: Interval[] = []
  for (const next of intervals.toSorted((a, b) => a.bits - b.bits || (a.first < b.first ? -1 : 1))) {
    const open = found.at(-1)
    if (open === undefined || open.bits !== next.bits || next.first > open.last + 1n) found.push(next)
    else if (next.last > open.last) found[found.length - 1] = { ...open, last: next.last }
  }
  return found
}
