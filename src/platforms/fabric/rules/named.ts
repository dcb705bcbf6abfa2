import type { Path, Problem } from '../../../network/finding.ts'
import { didYouMean } from '../../../network/suggestion.ts'
import { error } from '../../problem.ts'

/** An unknown name. */
export const unknownReference = (what: string, name: string, known: readonly string[], path: Path): Problem =>
  error('channel-reference', `${what} "${name}"`, didYouMean(name, known), path)

/** Names that a list has twice. */
export const twice = (names: readonly string[], path: Path, what: string): Problem[] =>
  names.flatMap((name, at) =>
    names.indexOf(name) === at
      ? []
      : [error('channel-reference', `${name} is a duplicate among ${what}`, 'remove one of the two', [...path, at])],
  )
