import * as z from 'zod'
import type { Random } from '../../../material/material.ts'

/**
 * Requests as clients send them to validators:
 * https://github.com/hyperledger-indy/indy-node/blob/main/docs/source/requests.md
 */

/** What is asked of the ledger: its type, as text, and fields of the type. */
export interface Operation {
  readonly type: string
  readonly [field: string]: unknown
}

/** How an author accepted the agreement of the pool. */
export interface Acceptance {
  readonly mechanism: string
  /** SHA-256 of version and text, in hex. */
  readonly taaDigest: string
  /** Seconds since 1970, at the beginning of a day (UTC): the pool refuses a more exact time. */
  readonly time: number
}

export interface LedgerRequest {
  /** DID of its author. */
  readonly identifier: string
  readonly operation: Operation
  readonly protocolVersion: 2
  /** No author uses one twice. */
  readonly reqId: number
  readonly taaAcceptance?: Acceptance | undefined
  /** DID of somebody who submits it for an author without a role. */
  readonly endorser?: string | undefined
  /** Of the author alone; with several signers, `signatures` has those of all by their DIDs. */
  readonly signature?: string | undefined
  readonly signatures?: Readonly<Record<string, string>> | undefined
}

const text = z.string().min(1)

/** Seconds since 1970, as far as a Date knows them. */
const time = z.int().min(0).max(8_640_000_000_000)

const requestShape = z.strictObject({
  identifier: text,
  operation: z.looseObject({ type: text }),
  protocolVersion: z.literal(2),
  reqId: z.int().min(1),
  taaAcceptance: z.strictObject({ mechanism: text, taaDigest: text, time }).optional(),
  endorser: text.optional(),
  signature: text.optional(),
  signatures: z.record(text, text).optional(),
})

/** A request from a file, signed or not; undefined when it is none. */
export function readRequest(value: unknown): LedgerRequest | undefined {
  const read = requestShape.safeParse(value)
  return read.success ? read.data : undefined
}

/** An unsigned request. */
export const requestOf = (
  operation: Operation,
  author: string,
  reqId: number,
  taaAcceptance?: Acceptance,
): LedgerRequest => ({
  identifier: author,
  operation,
  protocolVersion: 2,
  reqId,
  ...(taaAcceptance === undefined ? {} : { taaAcceptance }),
})

/** Microseconds since 1970, of which the clock knows thousands: the rest is random, as two requests must not have the same. */
export function requestIdOf(now: Date, random: Random): number {
  const [high = 0, low = 0] = random('number of a request', 2)
  return now.getTime() * 1000 + ((high * 256 + low) % 1000)
}
