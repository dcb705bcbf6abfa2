import {
  type AliasEvent,
  type DocumentEvent,
  EVENT_ID,
  type Event,
  getScalarValue,
  type MappingEvent,
  SCALAR_STYLE,
  type ScalarEvent,
  type SequenceEvent,
} from 'js-yaml'
import { type Collection, isKeyNext, place, type Report, type Spot, startOf, type Tree } from './spot.ts'

/** People write the definition: a file that exceeds these limits is an accident or an attack. The lock is generated, and has 300 bytes for each node. */
export const limits = {
  bytes: 1024 * 1024,
  lockBytes: 4 * 1024 * 1024,
  depth: 32,
  aliases: 100,
  values: 200_000,
} as const

/** The state between two events. */
interface Progress extends Tree {
  readonly text: string
  readonly anchors: Map<string, Spot>
  documents: number
  aliases: number
  isTooLarge: boolean
  /** Offset up to which the text has been read. */
  last: number
}

/** Builds the tree of places, and reports errors that js-yaml would accept, or would report only the first of. */
export function index(text: string, events: readonly Event[], report: Report): Spot | undefined {
  const progress: Progress = {
    text,
    report,
    open: [],
    anchors: new Map(),
    root: undefined,
    documents: 0,
    aliases: 0,
    isTooLarge: false,
    last: 0,
  }
  for (const event of events) {
    reportTag(event, progress)
    read(event, progress)
    progress.last = Math.max(progress.last, endOf(event))
    if (progress.isTooLarge) return undefined
  }
  if (progress.documents === 0 || progress.root === undefined)
    report('yaml-empty', 0, 'the file is empty', 'start from the template: it has a commented network.yaml')
  return progress.root
}

function reportTag(event: Event, { text, report }: Progress): void {
  if (!('tagStart' in event) || event.tagStart < 0) return
  report(
    'yaml-tag',
    event.tagStart,
    `unsupported YAML tag ${text.slice(event.tagStart, event.tagEnd)}`,
    'remove it: a definition is plain YAML',
  )
}

function read(event: Event, progress: Progress): void {
  if (event.type === EVENT_ID.DOCUMENT) readDocument(event, progress)
  else if (event.type === EVENT_ID.ALIAS) readAlias(event, progress)
  else if (event.type === EVENT_ID.MAPPING) openCollection('mapping', event, progress)
  else if (event.type === EVENT_ID.SEQUENCE) openCollection('sequence', event, progress)
  else if (event.type === EVENT_ID.POP) closeCollection(progress)
  else if (isKeyNext(progress.open)) readKey(event, progress)
  else readScalar(event, progress)
}

function readDocument({ explicitStart }: DocumentEvent, progress: Progress): void {
  progress.documents += 1
  if (progress.documents !== 2) return
  const { text, last } = progress
  // A text in a document cannot have a line that begins like this.
  const marks = [...text.matchAll(explicitStart ? /^---(?=\s|$)/gm : /^\.\.\.(?=\s|$)/gm)]
  const mark = marks.find(({ index }) => index >= last && (last > 0 || index > 0))
  progress.report(
    'yaml-documents',
    mark?.index ?? text.length,
    'more than one document in this file',
    `remove everything from this "${explicitStart ? '---' : '...'}" on: a file defines one network`,
  )
}

/** The end of an event's text, if it has any. */
const endOf = (event: Event): number =>
  'valueEnd' in event ? event.valueEnd : 'start' in event ? event.start : 'anchorEnd' in event ? event.anchorEnd : 0

function readKey(event: ScalarEvent, { text, report, open }: Progress): void {
  const parent = open.at(-1)
  // A key without text has the place of its mapping.
  const start = event.valueStart < 0 ? (parent?.spot.start ?? 0) : scalarStart(event)
  const key = { name: getScalarValue(text, event), start }
  if (parent !== undefined) parent.key = key
  if (event.style === SCALAR_STYLE.PLAIN && numeric.test(key.name))
    report('yaml-key', key.start, `a key must be text, and ${key.name} is a number`, 'put it in quotes')
  if (event.style === SCALAR_STYLE.PLAIN && nothing.test(key.name))
    report(
      'yaml-key',
      key.start,
      `a key must be text, and ${key.name === '' ? 'this one is empty' : `${key.name} is null`}`,
      'write the key before the ":", in quotes if YAML reads it as another type',
    )
  if (key.name === '<<')
    report(
      'yaml-merge',
      key.start,
      'merge keys ("<<") are not supported',
      'write the values out: merge keys are not part of YAML 1.2',
    )
}

function readScalar(event: ScalarEvent, progress: Progress): void {
  const isPlain = event.style === SCALAR_STYLE.PLAIN && event.valueStart >= 0
  const spot: Spot = {
    ...startOf(scalarStart(event), progress.open),
    ...(isPlain ? { written: progress.text.slice(event.valueStart, event.valueEnd) } : {}),
    children: new Map(),
    size: 1,
  }
  remember(event, spot, progress)
  place(spot, progress)
}

function readAlias(event: AliasEvent, progress: Progress): void {
  const { text, report, open, anchors } = progress
  const target = anchors.get(text.slice(event.anchorStart, event.anchorEnd))
  const spot: Spot = {
    ...startOf(event.anchorStart - 1, open),
    children: target?.children ?? new Map(),
    size: target?.size ?? 1,
  }
  progress.aliases += 1
  if (progress.aliases === limits.aliases + 1)
    report('yaml-aliases', spot.start, `more than ${limits.aliases} aliases`, 'write the values out')
  if (target !== undefined && open.some((collection) => collection.spot === target))
    report('yaml-aliases', spot.start, 'an alias to a value that contains it', 'remove the alias: it never ends')
  place(spot, progress)
}

function openCollection(kind: Collection['kind'], event: MappingEvent | SequenceEvent, progress: Progress): void {
  const spot: Spot = { ...startOf(event.start, progress.open), children: new Map(), size: 1 }
  remember(event, spot, progress)
  place(spot, progress)
  progress.open.push({ spot, kind, index: 0 })
}

function closeCollection(progress: Progress): void {
  const spot = progress.open.pop()?.spot
  if (spot === undefined) return // the end of a document
  for (const child of spot.children.values()) spot.size += child.size
  if (spot.size <= limits.values) return
  progress.isTooLarge = true
  progress.report(
    'yaml-aliases',
    spot.start,
    `this expands to more than ${limits.values} values`,
    'write the values out instead of nesting aliases',
  )
}

function remember(event: ScalarEvent | MappingEvent | SequenceEvent, spot: Spot, { text, anchors }: Progress): void {
  if (event.anchorStart >= 0) anchors.set(text.slice(event.anchorStart, event.anchorEnd), spot)
}

/** Numbers in YAML's core schema: two such keys may be equal. */
const numeric = /^[-+]?(?:0x[0-9a-f]+|0o[0-7]+|(?:\d+(?:\.\d*)?|\.\d+)(?:e[-+]?\d+)?|\.inf|\.nan)$/i

/** Null in YAML's core schema. */
const nothing = /^(?:~|null|Null|NULL)?$/

/** Offset of a scalar, its opening quote included. */
function scalarStart(event: ScalarEvent): number {
  const quoted = event.style === SCALAR_STYLE.SINGLE_QUOTED || event.style === SCALAR_STYLE.DOUBLE_QUOTED
  return quoted ? event.valueStart - 1 : event.valueStart
}
