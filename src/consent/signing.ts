import type { FileContent } from '../file-content.ts'
import type { LockedSigners } from '../network/lock.ts'
import { withoutComment } from '../network/ssh-public-key.ts'
import { differences } from './differences.ts'
import type { FormerConsent } from './former.ts'
import { samePlain } from './plain.ts'
import { signatureBy } from './signature.ts'
import { agreementOf, type ConsentSubject } from './statement.ts'
import { formerSignaturePath, newStatement, readStatement, type Statement, signaturePath } from './statement-file.ts'

type Files = ReadonlyMap<string, FileContent>

/** A signature that is missing: one of any of these signers is enough. */
export interface MissingSignature {
  readonly file: string
  readonly signers: readonly string[]
  /** They signed for the organization before. */
  readonly areFormer: boolean
}

/** What an organization signs next. */
export interface Signing {
  readonly statement: Statement
  /** The same statement is in the folder already; a signature may be missing. */
  readonly isWritten: boolean
  /** What it says more and less than the statement that counts, in words. */
  readonly changes: readonly string[]
  /** What the lock has to record; undefined for an organization that nobody signs for any more. */
  readonly record: LockedSigners | undefined
  /** Whose signatures are missing when `files` are in the folder. */
  missingWith(files: Files): readonly MissingSignature[]
}

/** The statement of an organization as it is now: the one in the folder, where it says the same and follows what counts. */
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
  }
}

/** It is the statement that counts, or the one after it. */
export const follows = ({ digest, follows: before }: Statement, counting: string | undefined): boolean =>
  counting === undefined ? before === undefined : digest === counting || before === counting

export function sameSigners(some: readonly string[], others: readonly string[]): boolean {
  const keys = new Set(some.map(withoutComment))
  const otherKeys = new Set(others.map(withoutComment))
  return keys.size === otherKeys.size && [...keys].every((key) => otherKeys.has(key))
}
