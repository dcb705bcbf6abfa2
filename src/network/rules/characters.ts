import type { Finding, Problem } from '../finding.ts'
import { label } from '../messages.ts'
import type { Source } from '../source.ts'
import { texts } from './texts.ts'

/** Unicode's Bidi_Control: a reader sees a text in another order than a program does (CVE-2021-42574, "Trojan Source"). */
const direction = /[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]/u

/** C0, DEL and C1, without tabs and line ends. Terminals interpret some of them as commands. */
const control = /(?![\t\n\r])\p{Cc}/u

/**
 * Invisible characters. Variation selectors are allowed: they belong to emoji and ideographs. Joiners are allowed
 * between letters that join, as in Persian and in the scripts of India.
 */
const invisible =
  /(?!\u200c|\u200d|[\u180b-\u180d\u180f\ufe00-\ufe0f\u{e0100}-\u{e01ef}])\p{Default_Ignorable_Code_Point}|(?<![\p{M}\p{Script=Arabic}\p{Script=Syriac}\p{Script=Mongolian}\p{Script=Nko}\p{Emoji_Presentation}])(?:\u200c|\u200d)/u

const kinds: readonly { readonly pattern: RegExp; readonly what: string; readonly hint: string }[] = [
  { pattern: direction, what: 'which changes the direction of text', hint: 'remove it: it changes what people read' },
  { pattern: control, what: 'a control character', hint: 'remove it, and save the file as UTF-8' },
  { pattern: /\p{Surrogate}/u, what: 'half of a pair of surrogates', hint: 'write the whole character: "\\U0001F6A2"' },
  { pattern: /[\p{Zl}\p{Zp}]/u, what: 'an unusual line separator', hint: 'remove it, or write "\\n"' },
  { pattern: /[\ufff9-\ufffb]/u, what: 'which is invisible', hint: 'write the text again without it' },
  { pattern: invisible, what: 'which is invisible', hint: 'write the text again without it' },
  { pattern: /\p{Noncharacter_Code_Point}/u, what: 'which is not a character', hint: 'remove it' },
  {
    pattern: /\ufffd/u,
    what: 'which programs write in place of an unreadable character',
    hint: 'write the character again, and save the file as UTF-8',
  },
]

const plain = /^[\t\n\r\x20-\x7e]*$/

interface Fault {
  /** `U+202E, which changes the direction of text` */
  readonly message: string
  readonly hint: string
  /** Offset in the text, in UTF-16. */
  readonly at: number
}

/** The first character of a text that certificates, names and pages must not have. */
function faultIn(text: string, among = kinds): Fault | undefined {
  if (plain.test(text)) return undefined
  const found = among.flatMap(({ pattern, what, hint }) => {
    const at = text.search(pattern)
    return at < 0 ? [] : [{ message: `${codePoint(text, at)}, ${what}`, hint, at }]
  })
  return found.sort((a, b) => a.at - b.at)[0]
}

const codePoint = (text: string, at: number): string =>
  `U+${(text.codePointAt(at) ?? 0).toString(16).toUpperCase().padStart(4, '0')}`

/** Characters in keys and values, which people read in certificates, names, annotations, pages and terminals. */
export const characterProblems = (source: Source): Problem[] =>
  texts(source.value, []).flatMap(({ path, text, isKey }): Problem[] => {
    if (isKey && text === '__proto__') return [prototypeKey(path)]
    const fault = faultIn(text)
    if (fault === undefined) return []
    const owner = isKey
      ? `a key of ${path.length === 1 ? source.file : label(path.slice(0, -1), source.value)}`
      : label(path, source.value)
    return [
      {
        rule: 'text-characters',
        severity: 'error',
        message: `${printable(owner)} has ${fault.message}`,
        hint: fault.hint,
        path,
        ...(isKey ? { atKey: true } : {}),
      },
    ]
  })

/** JavaScript does not treat it as a key, so the values below it would be ignored. */
const prototypeKey = (path: Problem['path']): Problem => ({
  rule: 'yaml-key',
  severity: 'error',
  message: 'no key can be called __proto__',
  hint: 'rename it',
  path,
  atKey: true,
})

/** The same for lines outside of values: in comments, or in a file that is not YAML. `part` selects the part of a line to check. */
export const characterFindings = (
  file: string,
  text: string,
  part: (line: string) => string = (line) => line,
): Finding[] =>
  text
    .replace(/^\uFEFF/, '')
    .split('\n')
    .flatMap((line, index): Finding[] => {
      const looked = part(line)
      const fault = faultIn(looked, hidden)
      if (fault === undefined) return []
      const column = line.length - looked.length + fault.at + 1
      return [
        {
          rule: 'text-characters',
          severity: 'error',
          message: `this line has ${fault.message}`,
          hint: fault.hint,
          place: { file, line: index + 1, column },
        },
      ]
    })

/** In a comment, other invisible characters are harmless. */
const hidden = kinds.filter(({ pattern }) => pattern === direction || pattern === control)

/** Removes the reported characters. */
const printable = (text: string): string =>
  kinds.reduce((left, { pattern }) => left.replace(new RegExp(pattern, 'gu'), '�'), text)
