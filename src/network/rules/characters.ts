import type { Finding, Problem } from '../finding.ts'
import { label } from '../messages.ts'
import type { Source } from '../source.ts'
import { texts } from './texts.ts'

/** Unicode's Bidi_Control: a reader sees a text in another order than a program does (CVE-2021-42574, "Trojan Source"). */
const direction = /[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]/u

/** C0, DEL and C1, without tabs and ends of lines. Terminals take some of them as commands. */
const control = /(?![\t\n\r])\p{Cc}/u

/**
 * Characters that nobody sees. Variation selectors are none of them: they belong to emoji and to ideographs. Joiners are right
 * between letters that join, as in Persian and in the scripts of India.
 */
const invisible =
  /(?!\u200c|\u200d|[\u180b-\u180d\u180f\ufe00-\ufe0f\u{e0100}-\u{e01ef}])\p{Default_Ignorable_Code_Point}|(?<![\p{M}\p{Script=Arabic}\p{Script=Syriac}\p{Script=Mongolian}\p{Script=Nko}\p{Emoji_Presentation}])(?:\u200c|\u200d)/u

const kinds: readonly { readonly pattern: RegExp; readonly what: string; readonly hint: string }[] = [
  { pattern: direction, what: 'which changes the direction of text', hint: 'remove it: people read something else' },
  { pattern: control, what: 'a control character', hint: 'remove it, and save the file as UTF-8' },
  { pattern: /\p{Surrogate}/u, what: 'half of a pair of surrogates', hint: 'write the whole character: "\\U0001F6A2"' },
  { pattern: /[\p{Zl}\p{Zp}]/u, what: 'another end of a line', hint: 'remove it, or write "\\n"' },
  { pattern: /[\ufff9-\ufffb]/u, what: 'which nobody sees', hint: 'write the text again without it' },
  { pattern: invisible, what: 'which nobody sees', hint: 'write the text again without it' },
  { pattern: /\p{Noncharacter_Code_Point}/u, what: 'which is no character', hint: 'remove it' },
  {
    pattern: /\ufffd/u,
    what: 'which programs write where they could not read a character',
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

/** The first character of a text that no certificate, name or page may have. */
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

/** Every key and value is read by people: in certificates, names, annotations, pages and terminals. */
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

/** JavaScript takes it for something else than a key, so that what is below it would be passed over. */
const prototypeKey = (path: Problem['path']): Problem => ({
  rule: 'yaml-key',
  severity: 'error',
  message: 'no key can be called __proto__',
  hint: 'rename it',
  path,
  atKey: true,
})

/** The same in lines, where no value shows them: in comments, or in a file that is no YAML. `part` picks the end of a line to look at. */
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

/** In a comment, other characters that nobody sees do no harm. */
const hidden = kinds.filter(({ pattern }) => pattern === direction || pattern === control)

/** Without the characters that the message is about. */
const printable = (text: string): string =>
  kinds.reduce((left, { pattern }) => left.replace(new RegExp(pattern, 'gu'), '�'), text)
