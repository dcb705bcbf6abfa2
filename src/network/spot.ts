import type { Path } from './finding.ts'

export type Report = (rule: string, offset: number, message: string, hint: string) => void

/** The place of one value: offsets into the text. */
export interface Spot {
  readonly start: number
  readonly keyStart: number
  readonly written?: string
  readonly children: Map<string | number, Spot>
  /** Number of values that this one expands to, aliases included. */
  size: number
}

/** The value at a path, or its nearest parent that exists. */
export function find(root: Spot, path: Path): { spot: Spot; whole: boolean } {
  let spot = root
  for (const step of path) {
    const next = spot.children.get(step)
    if (next === undefined) return { spot, whole: false }
    spot = next
  }
  return { spot, whole: true }
}

/** A mapping or a sequence whose end has not been read yet. */
export interface Collection {
  readonly spot: Spot
  readonly kind: 'mapping' | 'sequence'
  /** Of a mapping: the key whose value comes next. */
  key?: { readonly name: string; readonly start: number }
  /** Of a sequence: the number of its next item. */
  index: number
}

/** The tree while it is built. */
export interface Tree {
  readonly report: Report
  /** The collections around the next value, the innermost last. */
  readonly open: Collection[]
  root: Spot | undefined
}

/** Whether the next value is the key of a mapping. */
export const isKeyNext = (open: Tree['open']): boolean => {
  const parent = open.at(-1)
  return parent?.kind === 'mapping' && parent.key === undefined
}

/** The start of a value; a negative offset is that of a value without text. */
export function startOf(offset: number, open: Tree['open']): Pick<Spot, 'start' | 'keyStart'> {
  const parent = open.at(-1)
  // An item without text (a lone "-") has the place of its list.
  const keyStart = parent?.key?.start ?? (offset < 0 ? (parent?.spot.start ?? 0) : offset)
  return { start: offset < 0 ? keyStart : offset, keyStart }
}

/** Makes a value the root, or a child of the innermost open collection. */
export function place(spot: Spot, tree: Tree): void {
  const parent = tree.open.at(-1)
  if (parent === undefined) tree.root ??= spot
  else if (parent.kind === 'sequence') parent.spot.children.set(parent.index++, spot)
  else placeInMapping(spot, parent, tree.report)
}

function placeInMapping(spot: Spot, parent: Collection, report: Report): void {
  const { key } = parent
  if (key === undefined) {
    report(
      'yaml-key',
      spot.start,
      'a key must be text, not a list, a mapping or an alias',
      'fill in a template such as {{ name }} first; put any other text in quotes',
    )
    parent.key = { name: '', start: spot.start }
    return
  }
  delete parent.key
  if (parent.spot.children.has(key.name))
    report('yaml-duplicate-key', key.start, `duplicate key "${key.name}"`, 'keep one of the two')
  else parent.spot.children.set(key.name, spot)
}
