/** Why a text is not YAML, at an offset of it. */
export interface SyntaxProblem {
  readonly offset: number
  readonly message: string
  readonly hint: string
}

/** Where a reader of YAML stopped, and the line there. */
export interface Stop {
  readonly text: string
  readonly reason: string
  readonly offset: number
  readonly line: Line
}

interface Line {
  readonly start: number
  readonly text: string
  /** Offset of its first character that is no space. */
  readonly content: number
}

export const said = (offset: number, message: string, hint: string): readonly SyntaxProblem[] => [
  { offset, message, hint },
]

/** A key or an item that lacks its space or its colon: often the line before the one where the reader stopped. Values are not repeated: they may be secrets. */
export function line({ text, offset, line: here }: Stop): readonly SyntaxProblem[] {
  const before = lineBefore(text, here)
  const lines = before === undefined ? [here] : [before, here]
  for (const { text: written, content } of lines) {
    const entry = written.trim().replace(/^(?:- +)+/, '')
    const at = content + written.trim().length - entry.length
    if (/^-[A-Za-z{[]/.test(entry))
      return said(content, 'a space is missing after "-"', 'put one there: only "- " begins an item of a list')
    const [, key = '', sign = ''] = /^([A-Za-z][\w-]*)( *[:=])\s*\S/.exec(entry) ?? []
    if (sign === ':' && !/^[\w-]+:\s/.test(entry))
      return said(at, `a space is missing after "${key}:"`, `write "${key}: …"`)
    if (sign.endsWith('=')) return said(at, `"${key}" is followed by "=" in place of ":"`, `write "${key}: …"`)
  }
  const [, value = ''] = /^(?:- +)*[\w.-]+:\s+(.*)$/.exec(here.text.trim()) ?? []
  const at = here.start + here.text.lastIndexOf(value)
  if (value !== '' && offset > at && /:\s/.test(value))
    return said(at, 'a text with a colon and a space in it', 'put it in quotes; a mapping begins on a line of its own')
  const wordless = lines.find((one) => /^[^:]*$/.test(one.text) && !/^\s*(?:- |$)/.test(one.text))
  return wordless === undefined
    ? []
    : said(
        wordless.content,
        'this line is neither a key with a value nor an item of a list',
        'write "key: value" or "- item"; a text of several lines is indented deeper than its key',
      )
}

/** A line that is not indented as the lines around it. */
export function indentation({ text, reason, offset, line: here }: Stop): readonly SyntaxProblem[] {
  if (!/bad indentation|end of the stream|block mapping entry/.test(reason)) return []
  const before = lineBefore(text, here)
  if (before === undefined) return []
  const [was, is] = [columnOf(before), columnOf(here)]
  if (!/^\s*(?:- +|(?:- +)*[\w."'-]+:(?:\s|$))/.test(here.text) || /^-\S/.test(before.text.trim())) return []
  const [isItem, wasItem] = [here, before].map((one) => one.text.trim().startsWith('- '))
  if (isItem && !wasItem && offset === here.content && indentOf(here) <= indentOf(before))
    return said(
      here.content,
      'an item of a list among keys',
      'remove its "- ", or indent it deeper than the key of its list',
    )
  const parent = parentOf(text, before)
  if (
    is > was &&
    !wasItem &&
    parent !== undefined &&
    /^\s*(?:- +)?(?:clusters|organizations|nodes|external|channels|chaincodes|transitions|accounts):\s*(?:#|$)/.test(
      parent.text,
    )
  )
    return said(
      before.content,
      `an item of ${/\w+/.exec(parent.text)?.[0]} without "- "`,
      `put "- " before its first key, and indent its other keys by ${was + 2} spaces`,
    )
  const isFirstColon = text.slice(here.content, offset).search(/:\s/) < 0
  if (is > was && isFirstColon && /:\s+[^\s#|>&]/.test(before.text))
    return said(
      here.content,
      'this line is indented deeper than the one above it, which has its value already',
      `indent it like the line above${/^\s*- /.test(before.text) ? `, by ${was} spaces` : ''}`,
    )
  if (offset === here.content && is < was)
    return said(
      here.content,
      'this line is indented like none above it that it could belong to',
      `indent it like the keys that it belongs to: the line above has ${was} spaces`,
    )
  return []
}

/** Column at which the keys of a line begin, behind "- ". */
const columnOf = ({ text }: Line): number => /^\s*(?:- +)*/.exec(text)?.[0].length ?? 0

const indentOf = ({ start, content }: Line): number => content - start

/** The nearest line above that is indented less. */
function parentOf(text: string, line: Line): Line | undefined {
  for (let above = lineBefore(text, line); above !== undefined; above = lineBefore(text, above))
    if (indentOf(above) < indentOf(line)) return above
  return undefined
}

export function lineAt(text: string, offset: number): Line {
  const start = text.lastIndexOf('\n', offset - 1) + 1
  const end = text.indexOf('\n', start)
  const line = text.slice(start, end < 0 ? text.length : end).replace(/\r$/, '')
  return { start, text: line, content: start + Math.max(0, line.search(/\S|$/)) }
}

/** The nearest line above that has more than a comment. */
function lineBefore(text: string, { start }: Line): Line | undefined {
  for (let at = start - 1; at >= 0; ) {
    const line = lineAt(text, at)
    if (/^\s*[^\s#]/.test(line.text)) return line
    at = line.start - 1
  }
  return undefined
}
