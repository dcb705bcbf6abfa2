import type { Case } from '../../case.ts'

const agreement =
  (fields = '') =>
  (good: string): string =>
    `${good}
transactionAuthorAgreement:
  version: "1.0"
  file: agreement.md
  mechanisms: {for_session: Agreed in the session}
  ratified: 2026-11-01
`.replace(/ {2}mechanisms: .*\n/, (line) => (fields === '' ? line : `${fields}\n`))

const text = (content: string) => () => ({ 'agreement.md': content })

const lock = `version: 1
ports: {}
material: {}
ledger:
  transaction author agreements:
    "1.0": text:00 mechanisms:00 ratified:2026-11-01
`

/** What the ledger would refuse. */
export const agreements: readonly Case[] = [
  {
    name: 'a file that is not there',
    change: agreement(),
    findings: [
      {
        rule: 'named-file',
        severity: 'error',
        at: '63:9',
        message: 'there is no file agreement.md',
        hint: 'add the file to the repository: the path is relative to the definition',
      },
    ],
  },
  {
    name: 'an empty text',
    change: agreement(),
    files: text(' \n'),
    findings: [
      {
        rule: 'author-agreement',
        severity: 'error',
        at: '63:9',
        message: 'agreement.md is empty',
        hint: 'write the text of the agreement, or remove transactionAuthorAgreement',
      },
    ],
  },
  {
    name: 'a text that is too long',
    change: agreement(),
    files: text('x'.repeat(129_025)),
    findings: [
      {
        rule: 'author-agreement',
        severity: 'error',
        at: '63:9',
        message: 'agreement.md has 129025 bytes: a transaction has room for 129024',
        hint: 'shorten the text, or publish it elsewhere and name the place and its digest',
      },
    ],
  },
  {
    name: 'no mechanism',
    change: agreement('  mechanisms: {}'),
    files: text('I agree.'),
    findings: [
      {
        rule: 'author-agreement',
        severity: 'error',
        at: '64:15',
        message: 'there is no acceptance mechanism: the ledger refuses an agreement that nobody can accept',
        hint: 'add one, such as `for_session: Agreed in the session`',
      },
    ],
  },
  {
    name: 'a mechanism with a long name',
    change: agreement(`  mechanisms: {${'for_session_'.repeat(6)}: Agreed}`),
    files: text('I agree.'),
    findings: [
      {
        rule: 'author-agreement',
        severity: 'error',
        at: '64:90',
        message:
          'the acceptance mechanism for_session_for_session_for_session_for_session_for_session_for_session_ has 72 characters: requests have room for 64',
        hint: 'use a short name, and describe it in its text',
      },
    ],
  },
  {
    name: 'a day that is none',
    change: (good) => agreement()(good).replace('2026-11-01', '2026-11-31'),
    files: text('I agree.'),
    findings: [
      {
        rule: 'schema',
        severity: 'error',
        at: '65:13',
        message: 'transactionAuthorAgreement.ratified must be a day such as 2026-11-01, got "2026-11-31"',
      },
    ],
  },
  {
    name: 'another text of a version',
    change: agreement(),
    files: text('I agree.'),
    lock,
    findings: [
      {
        rule: 'author-agreement-version',
        severity: 'error',
        at: '62:12',
        message: 'version 1.0 of the transaction author agreement had another text, day or mechanisms',
        hint: 'set a new version: the ledger keeps each as it was first. If no trustee has submitted this version yet, remove its line from network.lock.yaml',
      },
    ],
  },
]

export const acceptedAgreements: readonly Case[] = [
  { name: 'an agreement', change: agreement(), files: text('I agree.\n'), findings: [] },
  {
    name: 'a new version of one',
    change: (good) => agreement()(good).replace('"1.0"', '"1.1"'),
    files: text('I agree.\n'),
    lock,
    findings: [],
  },
]
