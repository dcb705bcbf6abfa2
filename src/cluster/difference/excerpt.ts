import { diffArrays } from 'diff'
import { counted } from '../../words.ts'

/** A change, as people read it. */
export interface Excerpt {
  /** Undefined where the field is new. */
  readonly before?: string
  /** Undefined where the field was removed. */
  readonly after?: string
  /** For text of several lines and for long lists: the changes as `- old` and `+ new`. Then the two fields above have the sizes. */
  readonly lines?: readonly string[]
}

const longest = 80
/** Characters shown before the first difference. */
const lead = 30
const mostLines = 6
/** With more differing lines, pairing them takes too long. */
const mostEdits = 1000

/** The difference of two values, short enough for a line. One of them may be undefined. */
export function excerpt(before: unknown, after: unknown): Excerpt {
  if (before === undefined) return { after: overview(after) }
  if (after === undefined) return { before: overview(before) }
  if (typeof before === 'string' && typeof after === 'string' && `${before}${after}`.includes('\n')) {
    return lineChanges(linesOf(before), linesOf(after), 'line', before.endsWith('\n') !== after.endsWith('\n'))
  }
  const [old, now] = [inline(before), inline(after)]
  if (Array.isArray(before) && Array.isArray(after) && Math.max(old.length, now.length) > longest) {
    return lineChanges(before.map(inline), after.map(inline), 'item')
  }
  const [shortOld, shortNow] = around(old, now)
  return { before: shortOld, after: shortNow }
}

/** At most `length` characters: the beginning and the end of what is longer. */
export function shorten(text: string, length: number = longest): string {
  if (text.length <= length) return text
  const end = Math.floor(length / 3)
  return `${text.slice(0, length - end - 3)} … ${text.slice(-end)}`.toWellFormed()
}

function overview(value: unknown): string {
  if (typeof value !== 'string' || !value.includes('\n')) return shorten(inline(value))
  const [first = '', ...others] = linesOf(value)
  return `${shorten(first)} … (${counted(others.length + 1, 'line')})`
}

/** A value on one line: text as it is, quoted when ambiguous; everything else as JSON. */
function inline(value: unknown): string {
  if (typeof value !== 'string') return JSON.stringify(value)
  return /^$|^\s|\s$|\p{Cc}/u.test(value) || isJson(value) ? JSON.stringify(value) : value
}

function isJson(text: string): boolean {
  try {
    JSON.parse(text)
    return true
  } catch {
    return false
  }
}

/** Both texts from a little before their first difference. */
function around(before: string, after: string): readonly [string, string] {
  let same = 0
  while (same < before.length && before[same] === after[same]) same++
  const from = Math.max(0, same - lead)
  const part = (text: string): string =>
    text.length <= longest
      ? text
      : `${from === 0 ? '' : '…'}${text.slice(from, from + longest)}${from + longest < text.length ? '…' : ''}`.toWellFormed()
  return [part(before), part(after)]
}

const linesOf = (text: string): string[] => text.replace(/\n$/, '').split('\n')

/** `endsDiffer`: only one of two texts ends with a line break, which no line shows. */
function lineChanges(before: string[], after: string[], what: string, endsDiffer = false): Excerpt {
  const changes = diffArrays(before, after, { maxEditLength: mostEdits }) ?? [
    { removed: true, added: false, value: before },
    { removed: false, added: true, value: after },
  ]
  const lines: string[] = []
  for (const [index, { removed, added, value }] of changes.entries()) {
    const next = changes[index + 1]
    if (removed) lines.push(...pairs(value, next?.added === true ? next.value : []))
    else if (added && changes[index - 1]?.removed !== true) lines.push(...pairs([], value))
  }
  if (endsDiffer) lines.push('the line break at the end')
  const rest = lines.length - mostLines
  return {
    before: counted(before.length, what),
    after: counted(after.length, what),
    lines: rest <= 0 ? lines : [...lines.slice(0, mostLines), `… and ${counted(rest, 'more line')}`],
  }
}

/** Old and new lines of one place in turn, so that the first ones show the change. */
function pairs(removed: readonly string[], added: readonly string[]): string[] {
  return Array.from({ length: Math.max(removed.length, added.length) }, (_, index) => {
    const { [index]: old } = removed
    const { [index]: now } = added
    if (old === undefined) return [`+ ${shorten(readable(now ?? ''))}`]
    if (now === undefined) return [`- ${shorten(readable(old))}`]
    const [shortOld, shortNow] = around(readable(old), readable(now))
    return [`- ${shortOld}`, `+ ${shortNow}`]
  }).flat()
}

/** A line as it is, quoted when it contains invisible characters. */
const readable = (line: string): string => (/\s$|[^\P{Cc}\t]/u.test(line) ? JSON.stringify(line) : line)
