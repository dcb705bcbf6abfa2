import { isDeepStrictEqual } from 'node:util'
import type { Path } from '../network/finding.ts'
import { isContainer, isMapping } from '../network/mapping.ts'

/** A value that a definition lacks. */
export interface DefinitionAddition {
  /** Of the mapping or list that gets it, in the definition. */
  readonly into: Path
  /** Of a mapping; undefined for an item at the end of a list. */
  readonly key: string | undefined
  readonly value: unknown
  /** Its place in the desired definition. */
  readonly desired: Path
}

/** A value that the definition has, and that is another one than desired. People wrote it, so it stays. */
interface KeptValue {
  /** In the definition. */
  readonly path: Path
  readonly kept: unknown
  readonly desired: unknown
}

export interface Completion {
  readonly additions: readonly DefinitionAddition[]
  readonly kept: readonly KeptValue[]
}

/** What a definition needs to become the desired one. Items of lists are the same where their names are; nothing is removed or changed. */
export const completionOf = (
  existing: unknown,
  desired: unknown,
  path: Path = [],
  desiredPath: Path = [],
): Completion => {
  if (isMapping(existing) && isMapping(desired)) return completedMapping(existing, desired, path, desiredPath)
  if (isNamedList(existing) && isNamedList(desired)) return completedList(existing, desired, path, desiredPath)
  return isSame(existing, desired) ? nothing : { additions: [], kept: [{ path, kept: existing, desired }] }
}

const nothing: Completion = { additions: [], kept: [] }

const all = (parts: readonly Completion[]): Completion => ({
  additions: parts.flatMap(({ additions }) => additions),
  kept: parts.flatMap(({ kept }) => kept),
})

const completedMapping = (
  existing: Readonly<Record<string, unknown>>,
  desired: Readonly<Record<string, unknown>>,
  path: Path,
  desiredPath: Path,
): Completion =>
  all(
    Object.entries(desired)
      .filter(([, value]) => value !== undefined)
      .map(([key, value]) => {
        const found = existing[key]
        const place = [...desiredPath, key]
        return found === undefined || found === null
          ? { additions: [{ into: path, key, value, desired: place }], kept: [] }
          : completionOf(found, value, [...path, key], place)
      }),
  )

type NamedItem = Readonly<Record<string, unknown>>

/** What tells items of a list apart. External nodes are listed by their organization. */
const nameOf = ({ name, organization }: NamedItem): unknown => name ?? organization

const completedList = (
  existing: readonly NamedItem[],
  desired: readonly NamedItem[],
  path: Path,
  desiredPath: Path,
): Completion =>
  all(
    desired.map((item, index) => {
      const at = existing.findIndex((one) => nameOf(one) === nameOf(item))
      const place = [...desiredPath, index]
      return at < 0
        ? { additions: [{ into: path, key: undefined, value: item, desired: place }], kept: [] }
        : completionOf(existing[at], item, [...path, at], place)
    }),
  )

const isNamedList = (value: unknown): value is readonly NamedItem[] =>
  Array.isArray(value) && value.every((item: unknown) => isMapping(item) && typeof nameOf(item) === 'string')

/** Hexadecimal digits, numbers and texts have several spellings. */
const isSame = (one: unknown, other: unknown): boolean =>
  isContainer(one) || isContainer(other)
    ? isDeepStrictEqual(one, other)
    : String(one).toLowerCase() === String(other).toLowerCase()

/** The value with the additions: what the edited text has to read as. */
export function withAdditions(value: unknown, additions: readonly DefinitionAddition[]): unknown {
  const copy: unknown = structuredClone(value)
  for (const { into, key, value: added } of additions) {
    let target: unknown = copy
    for (const step of into) target = isContainer(target) ? target[step] : undefined
    if (Array.isArray(target) && key === undefined) target.push(added)
    else if (isMapping(target) && key !== undefined) target[key] = added
  }
  return copy
}
