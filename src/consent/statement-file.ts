import { type FileContent, textOf } from '../file-content.ts'
import { digestOf } from '../material/digest.ts'
import { limits } from '../network/positions.ts'
import { readSource } from '../network/source.ts'
import { dumpYaml } from '../yaml.ts'
import { type Plain, plain } from './plain.ts'
import { sections } from './statement.ts'

export const signaturesFolder = 'material/signatures'

/** The statement of an organization, for people and for Chancery. */
export const statementPath = (organization: string): string => `${signaturesFolder}/${organization}.yaml`

/** The signature of one of its signers. */
export const signaturePath = (organization: string): string => `${signaturesFolder}/${organization}.sig`

/** The signature of a former signer, if signers have changed. Names of organizations have no dot. */
export const formerSignaturePath = (organization: string): string => `${signaturesFolder}/${organization}.former.sig`

/** A statement in Git. */
export interface Statement {
  /** The signed text, with normalized line ends. */
  readonly text: string
  readonly digest: string
  /** Digest of the previous statement; undefined for the first one. */
  readonly follows: string | undefined
  /** Its agreement, as returned by `agreementOf`. */
  readonly agreement: Readonly<Record<string, Plain>>
}

/** Undefined if there is none, or if it is unreadable. */
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
