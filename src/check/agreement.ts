import type { Path, Problem } from '../network/finding.ts'
import { isWithin } from '../network/mending.ts'

/** The problems of one possible correction of an invalid definition. Paths are those of the file. */
export interface Opinion {
  readonly problems: readonly Problem[]
  /** The parts that this correction leaves out, and has no problems about. */
  readonly leftOut: readonly Path[]
}

/**
 * Problems that exist whatever the correction is: all possible corrections have them, except those that leave out the part with
 * the problem.
 */
export function agreed(opinions: readonly Opinion[]): Problem[] {
  const found = opinions.map(({ problems }) => new Map(problems.map((problem) => [keyOf(problem), problem])))
  const all = new Map(found.flatMap((problems) => [...problems]))
  return [...all].flatMap(([key, problem]) => {
    const speaking = found.filter((_, at) => !opinions[at]?.leftOut.some((path) => isWithin(problem.path, path)))
    const same = speaking.flatMap((problems) => problems.get(key) ?? [])
    if (speaking.length === 0 || same.length < speaking.length) return []
    const { hint, ...rest } = problem
    // Hints list known names, which may be stand-ins.
    return hint !== undefined && same.every((one) => one.hint === hint) ? [{ ...rest, hint }] : [same[0] ?? rest]
  })
}

const keyOf = ({ rule, severity, message, path, file }: Problem): string =>
  JSON.stringify([rule, severity, message, path, file])
