import { indentation, line, lineAt, type Stop, type SyntaxProblem, said } from './yaml-lines.ts'
import { openBefore } from './yaml-open.ts'

/** Turns an error of js-yaml into the mistake of the person, with its place. */
export function explainSyntax(text: string, reason: string, offset: number): SyntaxProblem {
  const stop: Stop = { text, reason, offset, line: lineAt(text, offset) }
  for (const explain of [conflict, token, unclosed, stray, indentation, line])
    for (const problem of explain(stop)) return problem
  return {
    offset,
    message: `not valid YAML: ${reason}`,
    hint: 'check the indentation and the quotes here and on the line above',
  }
}

function conflict({ text }: Stop): readonly SyntaxProblem[] {
  const mark = /^(?:<{7}|>{7}) /m.exec(text)
  return mark === null
    ? []
    : said(
        mark.index,
        'an unresolved Git merge conflict',
        'keep one side of it, and remove the lines with <<<<<<<, ======= and >>>>>>>',
      )
}

/** Messages of js-yaml, reworded. */
function token({ text, reason, offset }: Stop): readonly SyntaxProblem[] {
  if (reason.startsWith('tab characters'))
    return said(offset, 'a tab in the indentation: YAML allows spaces only', 'replace it by spaces')
  if (reason.startsWith('nesting exceeded'))
    return said(
      offset,
      `lists and mappings are nested deeper than ${/\d+/.exec(reason)?.[0]}`,
      'check the brackets: no definition needs such depth',
    )
  if (reason.startsWith('unidentified alias') || reason.startsWith('name of an alias'))
    return said(
      text[offset - 1] === '*' ? offset - 1 : offset,
      '"*" without quotes begins an alias, and this one has no anchor',
      'write the value out, or put a text that begins with "*" in quotes',
    )
  if (reason.startsWith('unknown escape'))
    return said(
      offset - 1,
      `"\\${text[offset] ?? ''}" is not an escape sequence`,
      'write "\\\\" for a backslash, or put the text in single quotes',
    )
  if (reason.startsWith('directives end mark') || reason.includes('directive'))
    return said(
      /^%/m.exec(text)?.index ?? offset,
      'a line that begins with "%" is a directive of YAML',
      'remove it: a definition needs no directives',
    )
  return []
}

/** A quote or bracket that is open where the parser stopped. */
function unclosed({ text, reason, offset }: Stop): readonly SyntaxProblem[] {
  const { quote, brackets, longQuote } = openBefore(text, offset)
  const begun =
    quote ?? (longQuote !== undefined && isBetween(text, longQuote.end, offset) ? longQuote.start : undefined)
  if (begun !== undefined)
    return said(
      begun,
      'the quote is never closed',
      `add ${text[begun]} where the text ends: the text after it was read as part of it`,
    )
  const bracket = brackets.at(-1)
  if (bracket === undefined) return []
  const character = text[offset] ?? ''
  const kind = text[bracket] === '[' ? 'bracket' : 'brace'
  const other = kind === 'bracket' ? ']' : '}'
  const isSameLine = !text.slice(bracket, offset).includes('\n')
  if (isSameLine && character === ',') return said(offset, 'a comma too many', 'remove it: no value precedes it')
  if (/[\]}]/.test(character) && character !== other)
    return said(
      bracket,
      `the ${kind} "${text[bracket]}" is not closed before the "${character}"`,
      `add "${other}" where the ${kind === 'bracket' ? 'list' : 'mapping'} ends`,
    )
  if (isClosed(text, bracket)) {
    if (reason.startsWith('missed comma'))
      return character === ':'
        ? said(wordStart(text, offset), 'a comma is missing before this key', 'put a comma between the entries')
        : said(offset, 'a comma is missing', 'put a comma between the entries')
    if (reason.startsWith('deficient'))
      return said(
        lineAt(text, offset).content,
        `this line is inside the ${kind} "${text[bracket]}" above, but indented too little`,
        'indent it deeper than its key',
      )
    return []
  }
  return said(
    bracket,
    `the ${kind} "${text[bracket]}" is never closed`,
    `add "${other}" where the ${kind === 'bracket' ? 'list' : 'mapping'} ends`,
  )
}

const isBetween = (text: string, start: number, end: number): boolean =>
  end >= start && text.slice(start, end).trim() === ''

const isClosed = (text: string, bracket: number): boolean => !openBefore(text, text.length).brackets.includes(bracket)

/** A character at an invalid place. */
function stray({ text, offset, line }: Stop): readonly SyntaxProblem[] {
  const character = text[offset] ?? ''
  const before = text.slice(line.content, offset)
  if (/[\]},]/.test(character) && /[\]}"'\w]\s*$/.test(before))
    return said(
      offset,
      character === ',' ? 'a comma too many' : `"${character}" closes nothing`,
      'remove it, or put the whole text in quotes',
    )
  if (/[@`%]/.test(character) && /(?:^|[:-])\s*$/.test(before))
    return said(offset, `a text cannot begin with "${character}"`, 'put it in quotes')
  if (/["']\s*$/.test(before) && !/^\s*#/.test(text.slice(offset)))
    return said(
      offset,
      'text after a closing quote',
      `put the whole text in quotes; a quote within it is written twice in single quotes, and \\" in double quotes`,
    )
  return []
}

/** Offset of the word before an offset. */
function wordStart(text: string, offset: number): number {
  let at = offset
  while (/\s/.test(text[at - 1] ?? '')) at -= 1
  while (/[^\s,[{]/.test(text[at - 1] ?? ' ')) at -= 1
  return at
}
