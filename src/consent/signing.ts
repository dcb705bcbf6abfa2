import type { FileContent } from '../file-content.ts'
import type { LockedSigners } from '../network/lock.ts'
import { withoutComment } from '../network/ssh-public-key.ts'
import { differences } from './differences.ts'
import type { FormerConsent } from './former.ts'
import { samePlain } from './plain.ts'
import { signatureBy, signerOf } from './signature.ts'
import { agreementOf, type ConsentSubject } from './statement.ts'
import { formerSignaturePath, newStatement, readStatement, type Statement, signaturePath } from './statement-file.ts'

type Files = ReadonlyMap<string, FileContent>

/** A missing signature: one of any of these signers is enough. */
export interface MissingSignature {
  readonly file: string
  readonly signers: readonly string[]
  /** Whether they are former signers. */
  readonly areFormer: boolean
}

/** The next statement of an organization. */
export interface Signing {
  readonly statement: Statement
  /** Whether the folder has the same statement already; a signature may be missing. */
  readonly isWritten: boolean
  /** Differences from the current statement, for people. */
  readonly changes: readonly string[]
  /** The record for the lock; undefined for an organization without signers. */
  readonly record: LockedSigners | undefined
  /** Signatures that are missing with these `files` in the folder. */
  missingWith(files: Files): readonly MissingSignature[]
  /** Signers whose signatures are valid with these `files` in the folder, each once. */
  signedWith(files: Files): readonly string[]
}

/** The statement of the current state: the one in the folder, if it has the same agreement and follows the current statement. */
export function signingOf(name: string, subject: ConsentSubject, former: FormerConsent | undefined): Signing {
  const signers = subject.network.organizations.find((candidate) => candidate.name === name)?.signers ?? []
  const formerSigners = former?.signers ?? []
  const wanted = agreementOf(subject, name)
  const written = readStatement(subject.materialFiles, name)
  const isWritten =
    typeof written !== 'string' && samePlain(written.agreement, wanted) && follows(written, former?.statement)
  const statement = isWritten ? written : newStatement(wanted, former?.statement)
  const needed: MissingSignature[] = [
    { file: signaturePath(name), signers, areFormer: false },
    ...(sameSigners(signers, formerSigners)
      ? []
      : [{ file: formerSignaturePath(name), signers: formerSigners, areFormer: true }]),
  ]
  return {
    statement,
    isWritten,
    changes: differences(former?.agreement ?? {}, wanted),
    record:
      signers.length === 0 ? undefined : { keys: signers.map(withoutComment).sort(), statement: statement.digest },
    missingWith: (files) =>
      needed.filter((one) => one.signers.length > 0 && signatureBy(one.signers, statement, name, files) !== 'signed'),
    signedWith: (files) => [...new Set(needed.flatMap((one) => signerOf(one.signers, statement, name, files) ?? []))],
  }
}

/** Whether it is the current statement, or the next one. */
export const follows = ({ digest, follows: before }: Statement, counting: string | undefined): boolean =>
  counting === undefined ? before === undefined : digest === counting || before === counting

export function sameSigners(some: readonly string[], others: readonly string[]): boolean {
  const keys = new Set(some.map(withoutComment))
  const otherKeys = new Set(others.map(withoutComment))
  return keys.size === otherKeys.size && [...keys].every((key) => otherKeys.has(key))
}
