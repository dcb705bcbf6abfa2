import { createHash } from 'node:crypto'
import type { Acceptance, Operation } from './request.ts'

/**
 * The transaction author agreement of a pool, and ways to accept it (AML):
 * https://github.com/hyperledger-indy/indy-node/blob/main/docs/source/requests.md#transaction_author_agreement
 */
export const agreementType = '4'
export const mechanismsType = '5'

export interface Agreement {
  readonly version: string
  readonly text: string
  /** `for_session` to what it means. */
  readonly mechanisms: Readonly<Record<string, string>>
  /** `2026-11-01` */
  readonly ratified: string
}

/** Writes the ways to accept an agreement, which have its version. They come first: the pool refuses an agreement without any. */
export const mechanismsOperation = ({ version, mechanisms }: Agreement): Operation => ({
  type: mechanismsType,
  aml: mechanisms,
  version,
})

/** Writes the agreement: from then on, every author has to accept it. */
export const agreementOperation = ({ version, text, ratified }: Agreement): Operation => ({
  type: agreementType,
  text,
  version,
  ratification_ts: secondsOf(new Date(`${ratified}T00:00:00Z`)),
})

/** By which requests name an agreement. */
export const agreementDigest = ({ version, text }: Pick<Agreement, 'version' | 'text'>): string =>
  createHash('sha256').update(`${version}${text}`).digest('hex')

/** An acceptance of today. */
export const acceptanceOf = (agreement: Agreement, mechanism: string, now: Date): Acceptance => ({
  mechanism,
  taaDigest: agreementDigest(agreement),
  time: secondsOf(new Date(now.toISOString().slice(0, 10))),
})

const secondsOf = (date: Date): number => date.getTime() / 1000
