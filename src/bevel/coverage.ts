import { comparePaths } from '../network/finding.ts'
import { isMapping } from '../network/mapping.ts'
import type { BevelLine } from '../platforms/bevel.ts'
import { isBelow, keyOf, leavesOf } from './leaves.ts'
import type { OpenNetwork } from './secrets.ts'

/**
 * Lines for every value of the input: those given, and one for each value that no line covers. A secret has a line that says so, whatever
 * covers it. `missing` is why fields that are known are lost: no platform runs the ledger.
 */
export function covered(
  { network, isSecret }: OpenNetwork,
  lines: readonly BevelLine[],
  missing: string | undefined,
): readonly BevelLine[] {
  const leaves = leavesOf(network)
  const used = lines.filter(({ path }) => leaves.some((leaf) => isBelow(leaf.path, path)))
  const byPath = new Map(used.map((line) => [keyOf(line.path), line]))
  const own = leaves.flatMap(({ path, value }): BevelLine[] => {
    const line = nearest(path, byPath)
    if (isSecret(path))
      return line?.outcome === 'secret'
        ? []
        : [
            {
              path,
              outcome: 'secret',
              text: 'looks like a secret: keep it in your secret store, and replace it if the file was ever in Git',
            },
          ]
    if (line !== undefined) return []
    if (isNothing(value)) return [{ path, outcome: 'dropped', text: 'empty' }]
    return [
      {
        path,
        outcome: 'lost',
        text: missing ?? 'not a field of Bevel that Chancery knows: check whether the network needs it',
      },
    ]
  })
  return [...byPath.values(), ...own].toSorted((a, b) => comparePaths(a.path, b.path))
}

/** The line of a value, or of the closest value around it. */
function nearest(path: BevelLine['path'], lines: ReadonlyMap<string, BevelLine>): BevelLine | undefined {
  for (let length = path.length; length >= 0; length--) {
    const found = lines.get(keyOf(path.slice(0, length)))
    if (found !== undefined) return found
  }
  return undefined
}

const isNothing = (value: unknown): boolean =>
  value === null ||
  value === undefined ||
  value === '' ||
  (Array.isArray(value) && value.length === 0) ||
  (isMapping(value) && Object.keys(value).length === 0)
