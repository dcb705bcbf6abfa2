import type { Path, Problem } from '../network/finding.ts'
import { isWithin } from '../network/mending.ts'

/** What rules say of one of the definitions that a broken one may mean. Paths are those of the file. */
export interface Opinion {
  readonly problems: readonly Problem[]
  /** What it does not have: it says nothing of that. */
  readonly leftOut: readonly Path[]
}

/**
 * Problems that a definition has whatever is corrected in it: all its possible meanings have them, but for those without the part that a
 * problem is in.
 */
export function agreed(opinions: readonly Opinion[]): Problem[] {
  const found = opinions.map(({ problems }) => new Map(problems.map((problem) => [keyOf(problem), problem])))
  const all = new Map(found.flatMap((problems) => [...problems]))
  return [...all].flatMap(([key, problem]) => {
    const speaking = found.filter((_, at) => !opinions[at]?.leftOut.some((path) => isWithin(problem.path, path)))
    const same = speaking.flatMap((problems) => problems.get(key) ?? [])
    if (speaking.length === 0 || same.length < speaking.length) return []
    const { hint, ...rest } = problem
    // A hint lists what is known, which may be stand-ins.
    return hint !== undefined && same.every((one) => one.hint === hint) ? [{ ...rest, hint }] : [same[0] ?? rest]
  })
}

const keyOf = ({ rule, severity, message, path, file }: Problem): string =>
  JSON.stringify([rule, severity, message, path, file])
