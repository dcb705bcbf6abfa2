import type * as z from 'zod'
import type { Path } from './finding.ts'
import { isContainer } from './mapping.ts'
import { type Names, namesOf } from './referred-names.ts'
import { keysAt, schemaAt } from './schema-walk.ts'
import { standIn } from './stand-in.ts'
import { nearest } from './suggestion.ts'

/** A definition that one whose shape is wrong in places could be. */
export interface Mended<Value> {
  readonly value: Value
  /** Where something is in the file, by its path in the mended definition. */
  original(path: Path): Path
  /** Values that were left out, by their paths in the file. */
  readonly leftOut: readonly Path[]
  /** All items of lists are there, and all values are those of the file. */
  readonly isComplete: boolean
}

/**
 * What a definition may mean whose shape is wrong in places. First it is read without the values that are wrong and all that needs them,
 * then several times with other values in their place. What is true of all of them is true whatever is corrected.
 */
export function mendings<Value>(
  raw: object,
  schema: z.ZodType<Value>,
  wrong: readonly Path[],
  release: string,
): Mended<Value>[] {
  if (wrong.length > mostWrong) return []
  // Nearly all rules are about what these have.
  if (wrong.some(([first, ...rest]) => rest.length === 0 && (first === 'clusters' || first === 'organizations')))
    return []
  // A list of too many items is not read without them: what refers to one would be blamed.
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

/** Where more is wrong, most of it is no definition: what it may mean is not worth the time that it takes to find out. */
const mostWrong = 200

/** Roles are the longest list of values whose choice decides what rules apply. */
const mostOptions = 4

const mostTurns = 40

interface Way {
  /** Which stand-ins; undefined to leave out what is wrong. */
  readonly turn: number | undefined
  readonly names: Names
  readonly release: string
}

/** How often a value may be wrong in another way once it is mended. */
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
    // From the end, so that paths of what comes before it stay as they are.
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

/** A mistyped key is the one that it was meant to be, where that is absent. */
function replaceKey(copy: Copy, schema: z.ZodType, path: Path, key: string, { turn }: Way): void {
  const value = copy.get([...path, key])
  copy.remove([...path, key], 'unknown')
  const known = nearest(key, keysAt(schema, path))
  if (turn !== undefined && known !== undefined && copy.get([...path, known]) === undefined)
    copy.set([...path, known], value)
}

function isReplaced(copy: Copy, schema: z.ZodType, path: Path, { turn, names, release }: Way, round: number): boolean {
  const found = copy.get(path)
  // A definition without a release, say, is none that rules can be applied to.
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
  /** How many values have a stand-in. */
  replaced: number
  get(path: Path): unknown
  set(path: Path, value: unknown): void
  /** False when nothing is there. */
  remove(path: Path, why?: 'unknown'): boolean
  original(path: Path): Path
}

/** A copy that can be changed, and that remembers where the items of its lists were. */
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

/** As an assignment makes it, also of a key such as __proto__. */
const plain = (value: unknown): PropertyDescriptor => ({ value, writable: true, enumerable: true, configurable: true })

/** Whether a path is that of a value, or leads into it. */
export const isWithin = (path: Path, outer: Path): boolean =>
  outer.length <= path.length && outer.every((step, at) => step === path[at])
