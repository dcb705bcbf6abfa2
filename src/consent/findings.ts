import type { Finding } from '../network/finding.ts'
import { type LockedSigners, lockFile } from '../network/lock.ts'
import type { Source } from '../network/source.ts'
import { signerName } from '../network/ssh-public-key.ts'
import { several } from '../words.ts'
import { differences } from './differences.ts'
import type { FormerConsent, FormerConsents } from './former.ts'
import { samePlain } from './plain.ts'
import { signatureBy, signerOf } from './signature.ts'
import { follows, sameSigners } from './signing.ts'
import { agreementOf, type ConsentSubject } from './statement.ts'
import { readStatement, type Statement, signaturePath, statementPath } from './statement-file.ts'

export interface LocatedSubject extends ConsentSubject {
  readonly source: Source
}

/** One change that an organization has not agreed to. */
interface ConsentProblem extends Pick<Finding, 'rule' | 'message'> {
  readonly hint?: string
}

/**
 * Changes that organizations with signers have not signed. `former` is the signed state of the base, if known: the former signers of
 * an organization must agree to new signers, or to none. Without it, only the lock has the former signers.
 */
export function consentFindings(subject: LocatedSubject, former: FormerConsents = new Map()): Finding[] {
  const { network, lock, source } = subject
  const names = new Set([
    ...network.organizations.filter(({ signers }) => signers.length > 0).map(({ name }) => name),
    ...Object.keys(lock.signers),
    ...[...former].filter(([, { signers }]) => signers.length > 0).map(([name]) => name),
  ])
  return [...names].sort().flatMap((name) => {
    const organization = network.organizations.find((candidate) => candidate.name === name)
    const place = source.at(organization?.path ?? ['organizations'])
    return problemsOf(name, subject, former.get(name)).map(({ rule, message, hint }): Finding => {
      return { rule, severity: 'error', message, hint: hint ?? signHint(name), place }
    })
  })
}

const signHint = (name: string): string =>
  `a signer of ${name} runs \`chancery sign --organization ${name}\`, which shows all changes and asks`

function problemsOf(name: string, subject: ConsentSubject, former: FormerConsent | undefined): ConsentProblem[] {
  const { materialFiles, lock, network } = subject
  const signers = network.organizations.find((candidate) => candidate.name === name)?.signers ?? []
  const recorded = Object.hasOwn(lock.signers, name) ? lock.signers[name] : undefined
  const formerSigners = former?.signers ?? []
  if (signers.length + formerSigners.length === 0) return recordProblems(name, signers, recorded, undefined)
  const statement = readStatement(materialFiles, name)
  const wanted = agreementOf(subject, name)
  if (statement === 'unreadable')
    return [{ rule: 'signature-invalid', message: `${statementPath(name)} is not a readable statement` }]
  if (statement === 'missing')
    return [unsigned(name, `there is no ${statementPath(name)}`, differences(former?.agreement ?? {}, wanted))]
  if (!samePlain(statement.agreement, wanted))
    return [unsigned(name, undefined, differences(statement.agreement, wanted))]
  return [
    ...(signers.length === 0 ? [] : signatureProblems(name, statement, subject, currentSigners(signers, former))),
    ...recordProblems(name, signers, recorded, statement),
    ...(former === undefined ? [] : changeProblems(name, signers, statement, subject, former)),
  ]
}

function unsigned(name: string, reason: string | undefined, changes: readonly string[]): ConsentProblem {
  const because = reason === undefined ? '' : ` (${reason})`
  return { rule: 'signature-missing', message: `${name} has not signed this${because}: ${several(changes)}` }
}

/** Signers of whom one has to sign. */
interface SignerGroup {
  readonly signers: readonly string[]
  /** Signers of whom one has to sign too. */
  readonly others: readonly string[]
  readonly areFormer: boolean
}

const currentSigners = (signers: readonly string[], former: FormerConsent | undefined): SignerGroup => ({
  signers,
  others: former === undefined || sameSigners(former.signers, signers) ? [] : former.signers,
  areFormer: false,
})

/** `; 1 of 2 signatures is valid, of SHA256:… (alice)`: nothing where one signature is enough. */
function progress(
  name: string,
  statement: Statement,
  { materialFiles }: ConsentSubject,
  others: readonly string[],
): string {
  if (others.length === 0) return ''
  const signer = signerOf(others, statement, name, materialFiles)
  return signer === undefined ? '; 2 signatures are missing' : `; 1 of 2 signatures is valid, of ${signerName(signer)}`
}

function signatureProblems(
  name: string,
  statement: Statement,
  subject: ConsentSubject,
  { signers, others, areFormer }: SignerGroup,
): ConsentProblem[] {
  const { materialFiles } = subject
  const refused = signatureBy(signers, statement, name, materialFiles)
  if (refused === 'signed') return []
  const who = `${areFormer ? 'those who signed for it before' : 'its signers'}: ${signers.map(signerName).join(', ')}`
  // A former signer need not sign the new statement.
  const own = refused.filter(({ file }) => areFormer || file === signaturePath(name))
  if (own.length === 0 || areFormer)
    return [
      {
        rule: 'signature-missing',
        message: `the statement of ${name} has no valid signature of ${who}${own.map(({ file, reason }) => `; ${file}: ${reason}`).join('')}${progress(name, statement, subject, others)}`,
      },
    ]
  return own.map(({ file, reason }) => ({
    rule: 'signature-invalid',
    message: `${file} is not a valid signature of ${name}: ${reason}`,
  }))
}

/** The lock records signers and statements, for comparisons without a base. */
function recordProblems(
  name: string,
  signers: readonly string[],
  recorded: LockedSigners | undefined,
  statement: Statement | undefined,
): ConsentProblem[] {
  if (recorded === undefined && signers.length === 0) return []
  const problem = (message: string): ConsentProblem[] => [{ rule: 'signers-record', message }]
  if (recorded === undefined) return problem(`${lockFile} does not record who signs for ${name}`)
  if (!sameSigners(recorded.keys, signers))
    return problem(
      `${lockFile} records other signers of ${name} (${recorded.keys.map(signerName).join(', ')}) than the definition (${signers.length === 0 ? 'none' : signers.map(signerName).join(', ')})`,
    )
  return recorded.statement === statement?.digest
    ? []
    : problem(`${lockFile} records another statement of ${name} than ${statementPath(name)}`)
}

/** Requirements of a change in addition to a signature of the current signers. */
function changeProblems(
  name: string,
  signers: readonly string[],
  statement: Statement,
  subject: ConsentSubject,
  former: FormerConsent,
): ConsentProblem[] {
  return [
    ...(former.statement === undefined || follows(statement, former.statement)
      ? []
      : [
          {
            rule: 'signature-invalid',
            message: `${statementPath(name)} does not follow the statement of the base: it is outdated, or another change was merged meanwhile`,
            hint: `bring the branch up to date, and sign again: \`chancery sign --organization ${name}\` (with --base if the change is not for the default branch)`,
          },
        ]),
    ...(former.signers.length === 0 || sameSigners(former.signers, signers)
      ? []
      : signatureProblems(name, statement, subject, { signers: former.signers, others: signers, areFormer: true })),
  ]
}
