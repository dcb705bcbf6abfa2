import type { Case, Edits } from '../case.ts'

const legalName = (written: string): Edits => [
  [
    '  - name: carrier\n    cluster: us\n',
    `  - name: carrier\n    cluster: us\n    subject: {organization: ${written}}\n`,
  ],
]
const inName = (name: string, written: string, what: string, hint: string): Case => ({
  name,
  change: legalName(written),
  findings: [
    {
      rule: 'text-characters',
      severity: 'error',
      at: '36:29',
      message: `organizations[carrier].subject.organization has ${what}`,
      hint,
    },
  ],
})
const seen = 'remove it: it changes what people read'
const again = 'write the text again without it'
const save = 'remove it, and save the file as UTF-8'

/** Characters that certificates, names, pages and terminals do not have. */
export const hiddenCharacters: readonly Case[] = [
  inName('an override of direction', '"Carrier\\u202e dtL"', 'U+202E, which changes the direction of text', seen),
  inName('the same, as it is', '"Carrier\u202e dtL"', 'U+202E, which changes the direction of text', seen),
  inName('an isolate', '"Carrier\\u2066 Ltd"', 'U+2066, which changes the direction of text', seen),
  inName('a mark from right to left', '"Carrier\\u200f Ltd"', 'U+200F, which changes the direction of text', seen),
  inName('an Arabic letter mark', '"Carrier\\u061c Ltd"', 'U+061C, which changes the direction of text', seen),
  inName('a command for terminals', '"Carrier\\e[31m"', 'U+001B, a control character', save),
  inName('DEL', '"Carrier\\x7f"', 'U+007F, a control character', save),
  inName('a control character of C1', '"Carrier\\x9b31m"', 'U+009B, a control character', save),
  inName(
    'half of a character',
    '"Carrier\\ud83d"',
    'U+D83D, half of a pair of surrogates',
    'write the whole character: "\\U0001F6A2"',
  ),
  inName(
    'the end of a paragraph',
    '"Carrier\\u2029Ltd"',
    'U+2029, an unusual line separator',
    'remove it, or write "\\n"',
  ),
  inName('a space of no width', '"Carrier\\u200bLtd"', 'U+200B, which is invisible', again),
  inName('a joiner between Latin letters', '"Carr\\u200dier"', 'U+200D, which is invisible', again),
  inName('a soft hyphen', '"Carr\\u00adier"', 'U+00AD, which is invisible', again),
  inName('a filler of Hangul', '"Carrier\\u3164"', 'U+3164, which is invisible', again),
  inName('a tag', '"Carrier\\U000E0041"', 'U+E0041, which is invisible', again),
  inName('a byte order mark in the middle', '"Carrier\\ufeff"', 'U+FEFF, which is invisible', again),
  inName('an annotation', '"Carrier\\ufff9"', 'U+FFF9, which is invisible', again),
  inName('what is no character', '"Carrier\\uffff"', 'U+FFFF, which is not a character', 'remove it'),
  inName(
    'what is no character in another plane',
    '"Carrier\\U0001FFFE"',
    'U+1FFFE, which is not a character',
    'remove it',
  ),
  inName(
    'the sign for what could not be read',
    '"Carri\\ufffdre"',
    'U+FFFD, which programs write in place of an unreadable character',
    'write the character again, and save the file as UTF-8',
  ),
  {
    name: 'in a name, and the form is not told of as well',
    change: [['name: rpc1', 'name: "rpc1\\u200b"']],
    findings: [
      {
        rule: 'text-characters',
        severity: 'error',
        at: '39:16',
        message: 'organizations[carrier].nodes[rpc1�].name has U+200B, which is invisible',
        hint: again,
      },
    ],
  },
  {
    name: 'in a key',
    change: [['chainId: 20261123', 'chainId: 20261123\n  "block\\u200bPeriod": 2']],
    findings: [
      {
        rule: 'text-characters',
        severity: 'error',
        at: '9:3',
        message: 'a key of genesis has U+200B, which is invisible',
        hint: again,
      },
    ],
  },
  {
    name: 'in a setting',
    change: [['{name: rpc1, role: rpc}', '{name: rpc1, role: rpc, settings: {identity: "a\\u0007"}}']],
    findings: [
      {
        rule: 'text-characters',
        severity: 'error',
        at: '39:54',
        message: 'organizations[carrier].nodes[rpc1].settings.identity has U+0007, a control character',
        hint: save,
      },
    ],
  },
  {
    name: 'that turn a comment',
    change: [['version: 1', 'version: 1 # for \u202euser\u202c']],
    findings: [
      {
        rule: 'text-characters',
        severity: 'error',
        at: '2:18',
        message: 'this line has U+202E, which changes the direction of text',
        hint: seen,
      },
    ],
  },
  {
    name: 'that no reader of YAML takes',
    change: [['version: 1', 'version: 1 # \u0000']],
    findings: [
      {
        rule: 'text-characters',
        severity: 'error',
        at: '2:14',
        message: 'this line has U+0000, a control character',
        hint: save,
      },
    ],
  },
  {
    name: 'a tab in what becomes the subject of a certificate',
    change: [['- name: carrier', '- name: carrier\n    subject: {locality: "Balti\\tmore"}']],
    findings: [
      {
        rule: 'schema',
        severity: 'error',
        at: '35:25',
        message: 'organizations[carrier].subject.locality must be text on one line, without tabs, got "Balti\\tmore"',
      },
    ],
  },
  {
    name: 'a label that JavaScript takes for something else',
    change: [['version: 1', 'version: 1\nlabels: {__proto__: a}']],
    findings: [
      {
        rule: 'yaml-key',
        severity: 'error',
        at: '3:10',
        message: 'no key can be called __proto__',
        hint: 'rename it',
      },
    ],
  },
]

/** Names that look unusual, and are right. */
export const acceptedTexts: readonly Case[] = [
  ['letters with marks', '"Åkeri Müller & Söhne – «Żegluga» S.A."'],
  ['a mark of its own', '"Cafe\\u0301 Logistique"'],
  ['Hebrew', '"חברת הובלה"'],
  ['Persian with a joiner that it needs', '"شرکت حمل\\u200cونقل"'],
  ['Hindi with a joiner that it needs', '"क्\\u200dष परिवहन"'],
  ['an ideograph with a variation', '"辻\\U000E0100 運輸"'],
  ['emoji of several parts', '"🚢 👩\\u200d✈️ Freight"'],
  ['a space that does not break', '"Carrier\\u00a0Ltd"'],
  ['characters that Markdown knows', '"*A* [B](c) @carrier #1 `x` <b> | \\\\"'],
].map(([name = '', written = '']) => ({ name: `a legal name: ${name}`, change: legalName(written), findings: [] }))
