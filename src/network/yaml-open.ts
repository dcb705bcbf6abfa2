/** Constructs that are open at an offset of a YAML text: offsets of their beginning. */
export interface OpenYaml {
  /** The quote that the offset is within. */
  readonly quote?: number
  /** Brackets and braces around the offset, the innermost last. */
  readonly brackets: readonly number[]
  /** The last quoted text that has ended, when it has more than one line. */
  readonly longQuote?: { readonly start: number; readonly end: number }
}

interface Scan {
  readonly text: string
  readonly end: number
  readonly brackets: number[]
  at: number
  /** Whether a value may begin here. A quote within a plain text is a character like any other. */
  isStart: boolean
  longQuote?: { readonly start: number; readonly end: number }
}

/** Reads the quotes, brackets, comments and block scalars of a text, to tell which are open where the parser stopped. */
export function openBefore(text: string, end: number): OpenYaml {
  const scan: Scan = { text, end, brackets: [], at: 0, isStart: true }
  while (scan.at < end) {
    const quote = step(scan)
    if (quote !== undefined) return { quote, brackets: scan.brackets }
  }
  return { brackets: scan.brackets, ...(scan.longQuote === undefined ? {} : { longQuote: scan.longQuote }) }
}

/** Reads one construct. Returns the offset of a quote that is not closed before the end. */
function step(scan: Scan): number | undefined {
  const { text, at, isStart, brackets } = scan
  const character = text[at] ?? ''
  const isSpaced = /\s|^$/.test(text[at + 1] ?? '')
  const isFlow = brackets.length > 0
  scan.at += 1
  if (character === '\n') scan.isStart = true
  else if (character === '#' && /^$|\s/.test(text[at - 1] ?? '')) scan.at = lineEnd(text, at)
  else if (isStart && (character === '"' || character === "'")) return readQuoted(character, scan)
  else if (isStart && !isFlow && (character === '|' || character === '>')) skipBlock(scan)
  else if ((character === '[' || character === '{') && (isStart || isFlow)) {
    brackets.push(at)
    scan.isStart = true
  } else if (isFlow && (character === ']' || character === '}')) {
    brackets.pop()
    scan.isStart = false
  } else if (isFlow && character === ',') scan.isStart = true
  else if (character === ':' && (isSpaced || (isFlow && /[\]},"']/.test(text[at - 1] ?? '')))) scan.isStart = true
  else if (isStart && (character === '-' || character === '?') && isSpaced) scan.isStart = true
  else if (isStart && (character === '&' || character === '!'))
    while (/[^\s,[\]{}]/.test(text[scan.at] ?? ' ')) scan.at += 1
  else if (!/\s/.test(character)) scan.isStart = false
  return undefined
}

function readQuoted(quote: string, scan: Scan): number | undefined {
  const { text, end } = scan
  const start = scan.at - 1
  while (scan.at < end) {
    const character = text[scan.at]
    if (quote === '"' && character === '\\') scan.at += 2
    else if (character !== quote) scan.at += 1
    else if (quote === "'" && text[scan.at + 1] === quote) scan.at += 2
    else {
      scan.at += 1
      scan.isStart = false
      if (text.slice(start, scan.at).includes('\n')) scan.longQuote = { start, end: scan.at }
      return undefined
    }
  }
  return start
}

/** Lines of a literal or folded text, which are indented deeper than its key or item. */
function skipBlock(scan: Scan): void {
  const { text } = scan
  const line = text.slice(text.lastIndexOf('\n', scan.at - 1) + 1, scan.at)
  const [, lead = '', key = ''] = /^(\s*(?:- +)*)(.*)$/.exec(line) ?? []
  const indentation = /^[|>]/.test(key) ? lead.lastIndexOf('-') : lead.length
  scan.at = lineEnd(text, scan.at)
  while (scan.at < text.length) {
    const next = text.slice(scan.at + 1, lineEnd(text, scan.at + 1))
    if (next.trim() !== '' && next.search(/\S/) <= indentation) return
    scan.at += next.length + 1
  }
}

const lineEnd = (text: string, at: number): number => {
  const end = text.indexOf('\n', at)
  return end < 0 ? text.length : end
}
