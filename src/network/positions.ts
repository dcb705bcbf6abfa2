import { EVENT_ID, type Event, getScalarValue, SCALAR_STYLE, type ScalarEvent } from 'js-yaml'
import type { Path } from './finding.ts'

/** The definition is written by people: what is larger, deeper or more tangled than this is an accident or an attack. */
export const limits = { bytes: 1024 * 1024, depth: 32, aliases: 100, values: 200_000 } as const

/** Where one value stands: offsets into the text. */
export interface Spot {
  readonly start: number
  readonly keyStart: number
  readonly written?: string
  readonly children: Map<string | number, Spot>
  /** How many values this one expands to, aliases included. */
  size: number
}

interface Collection {
  readonly spot: Spot
  readonly kind: 'mapping' | 'sequence'
  key?: { readonly name: string; readonly start: number }
  index: number
}

export type Report = (rule: string, offset: number, message: string, hint: string) => void

/** Builds the tree of places, and reports what js-yaml would accept or would stop at the first of. */
export function index(text: string, events: readonly Event[], report: Report): Spot | undefined {
  const open: Collection[] = []
  const anchors = new Map<string, Spot>()
  let root: Spot | undefined
  let documents = 0
  let aliases = 0

  const place = (spot: Spot): void => {
    const parent = open.at(-1)
    if (parent === undefined) {
      root ??= spot
      return
    }
    if (parent.kind === 'mapping' && parent.key === undefined) {
      report(
        'yaml-key',
        spot.start,
        'a key must be text: this is a list, a mapping or an alias',
        'a template such as {{ name }} has to be filled in first; anything else goes in quotes',
      )
      parent.key = { name: '', start: spot.start }
      return
    }
    if (parent.kind === 'sequence') parent.spot.children.set(parent.index++, spot)
    else if (parent.key !== undefined) {
      const { name, start } = parent.key
      delete parent.key
      if (parent.spot.children.has(name)) {
        report(
          'yaml-duplicate-key',
          start,
          `"${name}" stands twice in one mapping`,
          'keep one of the two: a reader could not tell which one counts',
        )
      } else parent.spot.children.set(name, spot)
    }
  }
  const startOf = (offset: number): { start: number; keyStart: number } => {
    // An item without text (a lone "-") has no place of its own: that of its list.
    const keyStart = open.at(-1)?.key?.start ?? (offset < 0 ? (open.at(-1)?.spot.start ?? 0) : offset)
    return { start: offset < 0 ? keyStart : offset, keyStart }
  }

  for (const event of events) {
    if (event.type !== EVENT_ID.POP && 'tagStart' in event && event.tagStart >= 0) {
      report(
        'yaml-tag',
        event.tagStart,
        `the tag ${text.slice(event.tagStart, event.tagEnd)} is not read`,
        'remove it: plain YAML says all that a definition needs',
      )
    }
    if (event.type === EVENT_ID.DOCUMENT) {
      if (++documents === 2)
        report(
          'yaml-documents',
          text.length,
          'more than one document in this file',
          'remove everything after the second "---": a file is one network',
        )
    } else if (event.type === EVENT_ID.SCALAR) {
      const parent = open.at(-1)
      if (parent?.kind === 'mapping' && parent.key === undefined) {
        parent.key = { name: getScalarValue(text, event), start: scalarStart(event) }
        if (event.style === SCALAR_STYLE.PLAIN && numeric.test(parent.key.name)) {
          report('yaml-key', parent.key.start, `a key must be text: ${parent.key.name} is a number`, 'put it in quotes')
        }
        if (parent.key.name === '<<')
          report(
            'yaml-merge',
            parent.key.start,
            'merge keys ("<<") are not read',
            'write the values out: they are not part of YAML 1.2',
          )
        continue
      }
      const written =
        event.style === SCALAR_STYLE.PLAIN && event.valueStart >= 0
          ? text.slice(event.valueStart, event.valueEnd)
          : undefined
      const spot: Spot = {
        ...startOf(scalarStart(event)),
        ...(written === undefined ? {} : { written }),
        children: new Map(),
        size: 1,
      }
      remember(text, event, anchors, spot)
      place(spot)
    } else if (event.type === EVENT_ID.ALIAS) {
      const target = anchors.get(text.slice(event.anchorStart, event.anchorEnd))
      const spot: Spot = {
        ...startOf(event.anchorStart - 1),
        children: target?.children ?? new Map(),
        size: target?.size ?? 1,
      }
      if (++aliases === limits.aliases + 1)
        report('yaml-aliases', spot.start, `more than ${limits.aliases} aliases`, 'write the values out')
      if (target !== undefined && open.some((collection) => collection.spot === target))
        report(
          'yaml-aliases',
          spot.start,
          'an alias to the value that it stands in',
          'a definition has an end: remove it',
        )
      place(spot)
    } else if (event.type === EVENT_ID.POP) {
      const closed = open.pop()
      if (closed === undefined) continue
      for (const child of closed.spot.children.values()) closed.spot.size += child.size
      if (closed.spot.size > limits.values) {
        report(
          'yaml-aliases',
          closed.spot.start,
          `this expands to more than ${limits.values} values`,
          'write the values out instead of nesting aliases',
        )
        return undefined
      }
    } else {
      const spot: Spot = { ...startOf(event.start), children: new Map(), size: 1 }
      remember(text, event, anchors, spot)
      place(spot)
      open.push({ spot, kind: event.type === EVENT_ID.MAPPING ? 'mapping' : 'sequence', index: 0 })
    }
  }
  if (documents === 0 || root === undefined)
    report('yaml-empty', 0, 'the file is empty', 'start from the template: it has a commented network.yaml')
  return root
}

/** What YAML's core schema reads as a number: two such keys may be the same one. */
const numeric = /^[-+]?(?:0x[0-9a-f]+|0o[0-7]+|(?:\d+(?:\.\d*)?|\.\d+)(?:e[-+]?\d+)?|\.inf|\.nan)$/i

function remember(
  text: string,
  event: { anchorStart: number; anchorEnd: number },
  anchors: Map<string, Spot>,
  spot: Spot,
): void {
  if (event.anchorStart >= 0) anchors.set(text.slice(event.anchorStart, event.anchorEnd), spot)
}

/** Offset of a scalar, its opening quote included. */
function scalarStart(event: ScalarEvent): number {
  const quoted = event.style === SCALAR_STYLE.SINGLE_QUOTED || event.style === SCALAR_STYLE.DOUBLE_QUOTED
  return quoted ? event.valueStart - 1 : event.valueStart
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
