/** A YAML syntax error, at an offset of the text. */
export interface SyntaxProblem {
  readonly offset: number
  readonly message: string
  readonly hint: string
}

/** The place where the YAML parser stopped, with its line. */
export interface Stop {
  readonly text: string
  readonly reason: string
  readonly offset: number
  readonly line: Line
}

interface Line {
  readonly start: number
  readonly text: string
  /** Offset of its first character other than a space. */
  readonly content: number
}

export const said = (offset: number, message: string, hint: string): readonly SyntaxProblem[] => [
  { offset, message, hint },
]

/** A key or item without its space or colon, often on the line before the one where the parser stopped. Values are not repeated: they may be secrets. */
export function line({ text, offset, line: here }: Stop): readonly SyntaxProblem[] {
  const before = lineBefore(text, here)
  const lines = before === undefined ? [here] : [before, here]
  for (const { text: written, content } of lines) {
    const entry = written.trim().replace(/^(?:- +)+/, '')
    const at = content + written.trim().length - entry.length
    if (/^-[A-Za-z{[]/.test(entry))
      return said(content, 'a space is missing after "-"', 'write "- ": a list item begins with "-" and a space')
    const [, key = '', sign = ''] = /^([A-Za-z][\w-]*)( *[:=])\s*\S/.exec(entry) ?? []
    if (sign === ':' && !/^[\w-]+:\s/.test(entry))
      return said(at, `a space is missing after "${key}:"`, `write "${key}: …"`)
    if (sign.endsWith('=')) return said(at, `"${key}" is followed by "=" instead of ":"`, `write "${key}: …"`)
  }
  const [, value = ''] = /^(?:- +)*[\w.-]+:\s+(.*)$/.exec(here.text.trim()) ?? []
  const at = here.start + here.text.lastIndexOf(value)
  if (value !== '' && offset > at && /:\s/.test(value))
    return said(
      at,
      'a text that contains a colon and a space',
      'put it in quotes, or begin the mapping on its own line',
    )
  const wordless = lines.find((one) => /^[^:]*$/.test(one.text) && !/^\s*(?:- |$)/.test(one.text))
  return wordless === undefined
    ? []
    : said(
        wordless.content,
        'this line is neither a key with a value nor an item of a list',
        'write "key: value" or "- item"; indent a text of several lines deeper than its key',
      )
}

/** A line with another indentation than the lines around it. */
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
      'this line is indented deeper than the line above, which already has a value',
      `indent it like the line above${/^\s*- /.test(before.text) ? `, by ${was} spaces` : ''}`,
    )
  if (offset === here.content && is < was)
    return said(
      here.content,
      'the indentation of this line matches no line above',
      `indent it like the other keys of its mapping: the line above has ${was} spaces`,
    )
  return []
}

/** Column of the first key of a line, after "- ". */
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

/** The nearest line above with more than a comment. */
function lineBefore(text: string, { start }: Line): Line | undefined {
  for (let at = start - 1; at >= 0; ) {
    const line = lineAt(text, at)
    if (/^\s*[^\s#]/.test(line.text)) return line
    at = line.start - 1
  }
  return undefined
}
