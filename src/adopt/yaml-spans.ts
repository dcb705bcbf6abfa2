import { COLLECTION_STYLE, EVENT_ID, type Event, getScalarValue, parseEvents, SCALAR_STYLE } from 'js-yaml'
import type { Path } from '../network/finding.ts'

/** Where a value of a YAML text begins and ends: offsets. */
export interface YamlSpan {
  readonly kind: 'mapping' | 'list' | 'scalar' | 'alias'
  readonly isFlow: boolean
  /** Of its first key, dash or character; -1 for a value without text. */
  readonly start: number
  /** Behind its last character; of a block, behind its last value. */
  end: number
  /** Behind the key that has it, before the colon. */
  readonly keyEnd: number
  readonly children: Map<string | number, YamlSpan>
}

/** The places of all values of one document without errors. */
export function yamlSpans(text: string): YamlSpan | undefined {
  const open: { readonly span: YamlSpan; key: { readonly name: string; readonly end: number } | undefined }[] = []
  let root: YamlSpan | undefined
  const place = (span: YamlSpan): void => {
    const parent = open.at(-1)
    if (parent === undefined) root ??= span
    else parent.span.children.set(parent.key?.name ?? parent.span.children.size, span)
  }
  for (const event of parseEvents(text, {})) {
    const parent = open.at(-1)
    if (event.type === EVENT_ID.DOCUMENT) continue
    if (event.type === EVENT_ID.POP) {
      const closed = open.pop()
      if (closed === undefined) continue
      closed.span.end = endOfCollection(text, closed.span)
      settle(open.at(-1))
      continue
    }
    if (parent?.span.kind === 'mapping' && parent.key === undefined && event.type === EVENT_ID.SCALAR) {
      parent.key = { name: getScalarValue(text, event), end: endOfScalar(event) }
      continue
    }
    const span = spanOf(event, parent?.key?.end ?? -1)
    place(span)
    if (span.kind === 'mapping' || span.kind === 'list') open.push({ span, key: undefined })
    else settle(parent)
  }
  return root
}

/** The value of a key is complete: the next scalar is a key. */
function settle(parent: { key: unknown } | undefined): void {
  if (parent !== undefined) parent.key = undefined
}

function spanOf(
  event: Exclude<Event, { type: typeof EVENT_ID.DOCUMENT | typeof EVENT_ID.POP }>,
  keyEnd: number,
): YamlSpan {
  const children = new Map<string | number, YamlSpan>()
  if (event.type === EVENT_ID.MAPPING || event.type === EVENT_ID.SEQUENCE)
    return {
      kind: event.type === EVENT_ID.MAPPING ? 'mapping' : 'list',
      isFlow: event.style === COLLECTION_STYLE.FLOW,
      start: event.start,
      end: event.start,
      keyEnd,
      children,
    }
  if (event.type === EVENT_ID.ALIAS)
    return { kind: 'alias', isFlow: false, start: event.anchorStart - 1, end: event.anchorEnd, keyEnd, children }
  return {
    kind: 'scalar',
    isFlow: false,
    start: isQuoted(event) ? event.valueStart - 1 : event.valueStart,
    end: event.valueStart < 0 ? Math.max(keyEnd + 1, event.anchorEnd) : endOfScalar(event),
    keyEnd,
    children,
  }
}

type Scalar = Extract<Event, { type: typeof EVENT_ID.SCALAR }>

const isQuoted = ({ style }: Scalar): boolean =>
  style === SCALAR_STYLE.SINGLE_QUOTED || style === SCALAR_STYLE.DOUBLE_QUOTED

const endOfScalar = (event: Scalar): number => event.valueEnd + (isQuoted(event) ? 1 : 0)

function endOfCollection(text: string, { isFlow, kind, start, children }: YamlSpan): number {
  const last = [...children.values()].reduce((most, { end }) => Math.max(most, end), start + (isFlow ? 1 : 0))
  if (!isFlow) return last
  const bracket = kind === 'mapping' ? '}' : ']'
  for (let at = last; at < text.length; at += 1) {
    if (text[at] === '#' && /\s/.test(text[at - 1] ?? '')) at = text.indexOf('\n', at)
    else if (text[at] === bracket) return at + 1
    if (at < 0) break
  }
  return text.length
}

/** The value at a path; undefined where there is none, or where an alias is on the way. */
export function spanAt(root: YamlSpan, path: Path): YamlSpan | undefined {
  let span: YamlSpan | undefined = root
  for (const step of path) span = span?.children.get(step)
  return span
}
