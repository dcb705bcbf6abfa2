import { createHash } from 'node:crypto'
import { encode } from '../keys/base58.ts'
import { sign } from '../keys/keys.ts'
import type { LedgerRequest, Operation } from './request.ts'

/** The seed of somebody, and the DID of which the ledger has its verkey. */
export interface SigningKey {
  readonly did: string
  readonly seed: string
}

/** Fields of a request that no signature covers. */
const uncovered: readonly string[] = ['fees', 'signature', 'signatures']

/** An attribute of a DID, and its fields of which only the digest is signed: `serializeForSig` in client_authn.py of indy-node. */
const attributeType = '100'
const digested: readonly string[] = ['raw', 'enc', 'hash']

/**
 * The text that is signed: `key:value` of sorted keys, joined by `|`; items of lists joined by `,`.
 * https://github.com/hyperledger-indy/indy-plenum/blob/main/common/serializers/signing_serializer.py
 */
export function signingText(request: LedgerRequest): string {
  const covered = Object.entries(request).filter(([field]) => !uncovered.includes(field))
  return textOf({ ...Object.fromEntries(covered), operation: signedOperation(request.operation) })
}

const signedOperation = (operation: Operation): object =>
  operation.type === attributeType
    ? Object.fromEntries(
        Object.entries(operation).map(([field, value]) => [field, digested.includes(field) ? digestOf(value) : value]),
      )
    : operation

const digestOf = (value: unknown): string => createHash('sha256').update(String(value)).digest('hex')

function textOf(value: unknown): string {
  if (value === null || value === undefined) return ''
  if (typeof value === 'boolean') return value ? 'True' : 'False'
  if (Array.isArray(value)) return value.map(textOf).join(',')
  if (typeof value !== 'object') return String(value)
  return Object.entries(value)
    .filter(([, item]) => item !== undefined)
    .sort(([a], [b]) => Buffer.compare(Buffer.from(a), Buffer.from(b)))
    .map(([field, item]) => `${field}:${textOf(item)}`)
    .join('|')
}

/** The request with the signature of its author, in place of all others. */
export function signedRequest(request: LedgerRequest, { did, seed }: SigningKey): LedgerRequest {
  if (did !== request.identifier) throw new Error(`${did} is not the author of the request`)
  const { signatures: _, ...rest } = request
  return { ...rest, signature: signatureOf(request, seed) }
}

/** The request with one more signature. */
export function countersigned(request: LedgerRequest, { did, seed }: SigningKey): LedgerRequest {
  const { signature, signatures = {}, ...rest } = request
  return {
    ...rest,
    signatures: {
      ...signatures,
      ...(signature === undefined ? {} : { [request.identifier]: signature }),
      [did]: signatureOf(request, seed),
    },
  }
}

const signatureOf = (request: LedgerRequest, seed: string): string =>
  encode(sign(seed, Buffer.from(signingText(request))))

/** DIDs of those who signed it. */
export const signersOf = ({ identifier, signature, signatures = {} }: LedgerRequest): readonly string[] => [
  ...(signature === undefined ? [] : [identifier]),
  ...Object.keys(signatures),
]
