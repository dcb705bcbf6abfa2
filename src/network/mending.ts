import type * as z from 'zod'
import type { Path } from './finding.ts'
import { isContainer } from './mapping.ts'
import { type Names, namesOf } from './referred-names.ts'
import { keysAt, schemaAt } from './schema-walk.ts'
import { standIn } from './stand-in.ts'
import { nearest } from './suggestion.ts'

/** A possible correction of a definition with an invalid shape. */
export interface Mended<Value> {
  readonly value: Value
  /** The place in the file, by the path in the corrected definition. */
  original(path: Path): Path
  /** Values that were left out, by their paths in the file. */
  readonly leftOut: readonly Path[]
  /** All items of lists are there, and all values are those of the file. */
  readonly isComplete: boolean
}

/**
 * Possible corrections of a definition with an invalid shape. First it is read without the invalid values and everything that needs them,
 * then several times with other values in their place. A problem of all these definitions exists whatever the correction is.
 */
export function mendings<Value>(
  raw: object,
  schema: z.ZodType<Value>,
  wrong: readonly Path[],
  release: string,
): Mended<Value>[] {
  if (wrong.length > mostWrong) return []
  // Nearly all rules are about the content of these lists.
  if (wrong.some(([first, ...rest]) => rest.length === 0 && (first === 'clusters' || first === 'organizations')))
    return []
  // A list with too many items keeps them: otherwise references to them would be reported.
  if (wrong.some((path) => path.length === 1 && isList(raw, path[0]))) return []
  const names = namesOf(raw)
  const choices = wrong.flatMap((path) => [
    names.possibleAt(path),
    names.possibleAt([...path, 'nodes']),
    names.candidatesFor(path),
  ])
  const most = Math.max(1, ...choices.map(({ length }) => length))
  const turns = Math.min(mostOptions * most, mostTurns)
  return [undefined, ...Array(turns).keys()].flatMap((turn) => mend(raw, schema, { turn, names, release }) ?? [])
}

const isList = (raw: object, key: Path[number] | undefined): boolean =>
  key !== undefined && Object.entries(raw).some(([name, value]) => name === key && Array.isArray(value))

/** With more errors than this, the file is hardly a definition, and looking for corrections takes too long. */
const mostWrong = 200

/** Roles are the longest list of values that decide which rules apply. */
const mostOptions = 4

const mostTurns = 40

interface Way {
  /** The stand-ins to use; undefined to leave out invalid values. */
  readonly turn: number | undefined
  readonly names: Names
  readonly release: string
}

/** How often a corrected value may be wrong in another way. */
const mostRounds = 40

function mend<Value>(raw: object, schema: z.ZodType<Value>, way: Way): Mended<Value> | undefined {
  const copy = copyOf(raw)
  for (let round = 0; round < mostRounds; round += 1) {
    const parsed = schema.safeParse(copy.root, { reportInput: true })
    if (parsed.success) {
      const isComplete = copy.replaced === 0 && copy.leftOut.every((path) => typeof path.at(-1) === 'string')
      return { value: parsed.data, original: copy.original, leftOut: copy.leftOut, isComplete }
    }
    const gone: Path[] = []
    // From the end, so that earlier paths do not change.
    for (const issue of parsed.error.issues.toReversed()) {
      const path = issue.path as Path // zod's paths have symbols in their type only
      if (gone.some((other) => isWithin(path, other))) continue
      if (issue.code === 'unrecognized_keys') for (const key of issue.keys) replaceKey(copy, schema, path, key, way)
      else if (issue.code === 'invalid_key') copy.remove(path)
      else if (!isReplaced(copy, schema, path, way, round)) {
        const culprit = copy.get(path) === undefined ? path.slice(0, -1) : path
        if (culprit.length === 0 || !copy.remove(culprit)) return undefined
        gone.push(culprit)
      }
    }
  }
  return undefined
}

/** A mistyped key is read as the intended one, if that is absent. */
function replaceKey(copy: Copy, schema: z.ZodType, path: Path, key: string, { turn }: Way): void {
  const value = copy.get([...path, key])
  copy.remove([...path, key], 'unknown')
  const known = nearest(key, keysAt(schema, path))
  if (turn !== undefined && known !== undefined && copy.get([...path, known]) === undefined)
    copy.set([...path, known], value)
}

function isReplaced(copy: Copy, schema: z.ZodType, path: Path, { turn, names, release }: Way, round: number): boolean {
  const found = copy.get(path)
  // Rules cannot be applied to a definition without a release, for instance.
  const isNeeded = path.length < 3 && found === undefined
  if ((turn === undefined && !isNeeded) || round > mostRounds / 2) return false
  const at = (turn ?? 0) + copy.replaced
  const own = typeof found === 'string' ? [found.toLowerCase().replace(/[^a-z0-9]+/g, '-')] : []
  // Each name with each role.
  const by = Math.floor(at / mostOptions)
  const textsAt = (field: Path): readonly string[] => {
    if (field.at(-1) === 'platformVersion') return rotated([release, '9999.0.0', '0.0.1'], at)
    const known = rotated(names.candidatesFor(field), by)
    return turn === 0 ? [...own, ...known] : [...known, ...own]
  }
  const value = standIn(schemaAt(schema, path), path, { turn: at, textsAt })
  if (value === undefined) return false
  copy.set(path, value)
  copy.replaced += 1
  return true
}

const rotated = (texts: readonly string[], by: number): readonly string[] => [
  ...texts.slice(by % Math.max(1, texts.length)),
  ...texts.slice(0, by % Math.max(1, texts.length)),
]

interface Copy {
  readonly root: object
  readonly leftOut: readonly Path[]
  /** Number of values with a stand-in. */
  replaced: number
  get(path: Path): unknown
  set(path: Path, value: unknown): void
  /** False when nothing is there. */
  remove(path: Path, why?: 'unknown'): boolean
  original(path: Path): Path
}

/** A mutable copy that records the original indexes of list items. */
function copyOf(raw: object): Copy {
  const root = structuredClone(raw)
  const leftOut: Path[] = []
  const indexes = new WeakMap<readonly unknown[], number[]>()
  const indexesOf = (list: readonly unknown[]): number[] => {
    const known = indexes.get(list) ?? list.map((_, at) => at)
    indexes.set(list, known)
    return known
  }
  const get = (path: Path): unknown =>
    path.reduce<unknown>(
      (value, step) => (isContainer(value) && Object.hasOwn(value, step) ? value[step] : undefined),
      root,
    )
  const original = (path: Path): Path =>
    path.map((step, at) => {
      const parent = get(path.slice(0, at))
      return Array.isArray(parent) && typeof step === 'number' ? (indexesOf(parent)[step] ?? step) : step
    })
  return {
    root,
    leftOut,
    replaced: 0,
    get,
    original,
    set: (path, value) => {
      const [parent, last] = [get(path.slice(0, -1)), path.at(-1)]
      if (isContainer(parent) && last !== undefined) Object.defineProperty(parent, last, plain(value))
    },
    remove: (path, why) => {
      const [parent, last] = [get(path.slice(0, -1)), path.at(-1)]
      if (!isContainer(parent) || last === undefined || !Object.hasOwn(parent, last)) return false
      if (why !== 'unknown') leftOut.push(original(path))
      if (Array.isArray(parent) && typeof last === 'number') {
        indexesOf(parent).splice(last, 1)
        parent.splice(last, 1)
      } else delete parent[last]
      return true
    },
  }
}

/** Defines a property like an assignment, also for a key such as __proto__. */
const plain = (value: unknown): PropertyDescriptor => ({ value, writable: true, enumerable: true, configurable: true })

/** Whether a path is the path of a value, or of something inside it. */
export const isWithin = (path: Path, outer: Path): boolean =>
  outer.length <= path.length && outer.every((step, at) => step === path[at])
