import { type FileContent, textOf } from '../file-content.ts'
import { digestOf } from '../material/digest.ts'
import { limits } from '../network/positions.ts'
import { readSource } from '../network/source.ts'
import { dumpYaml } from '../yaml.ts'
import { type Plain, plain } from './plain.ts'
import { sections } from './statement.ts'

export const signaturesFolder = 'material/signatures'

/** What an organization agrees to, for people and for Chancery. */
export const statementPath = (organization: string): string => `${signaturesFolder}/${organization}.yaml`

/** The signature of one of its signers. */
export const signaturePath = (organization: string): string => `${signaturesFolder}/${organization}.sig`

/** The signature of one who signed for it before, where signers have changed. No organization has a dot in its name. */
export const formerSignaturePath = (organization: string): string => `${signaturesFolder}/${organization}.former.sig`

/** A statement as Git has it. */
export interface Statement {
  /** What is signed: line ends do not count. */
  readonly text: string
  readonly digest: string
  /** Digest of the statement before; undefined for the first one. */
  readonly follows: string | undefined
  /** What it says, as `agreementOf` gives it. */
  readonly agreement: Readonly<Record<string, Plain>>
}

/** Undefined when there is none, or what there is cannot be read. */
export function readStatement(
  files: ReadonlyMap<string, FileContent>,
  organization: string,
): Statement | 'missing' | 'unreadable' {
  const path = statementPath(organization)
  const given = textOf(files, path)
  if (given === undefined) return 'missing'
  const text = given.replaceAll('\r\n', '\n')
  const source = readSource(path, text, limits.lockBytes)
  if (!('value' in source) || typeof source.value !== 'object' || source.value === null) return 'unreadable'
  const { follows, ...agreement } = plain(source.value)
  if (follows !== undefined && typeof follows !== 'string') return 'unreadable'
  return { text, digest: digestOf(text), follows, agreement }
}

export function newStatement(agreement: Readonly<Record<string, Plain>>, follows: string | undefined): Statement {
  const all: Readonly<Record<string, Plain | undefined>> = { ...agreement, follows }
  const ordered = Object.fromEntries(
    sections.flatMap((key): [string, Plain][] => (all[key] === undefined ? [] : [[key, all[key]]])),
  )
  const text = `${heading(String(agreement.organization))}${dumpYaml(ordered)}`
  return { text, digest: digestOf(text), follows, agreement }
}

const heading = (organization: string): string =>
  `# What ${organization} agrees to, written by \`chancery sign\`. Its signature is beside it: change nothing here.\n`
