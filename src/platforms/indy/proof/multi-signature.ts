import * as z from 'zod'
import { listed } from '../../../words.ts'
import { quorumOf } from '../consensus.ts'
import { verifiesMultiSignature } from '../keys/bls.ts'
import { messagePack } from './message-pack.ts'

const wholeNumber = z.int().nonnegative()

/** State of a ledger that validators have signed together (crypto/bls/bls_multi_signature.py of indy-plenum). */
const signedState = z.strictObject({
  ledger_id: wholeNumber,
  pool_state_root_hash: z.string(),
  state_root_hash: z.string(),
  /** Seconds since 1970. */
  timestamp: wholeNumber,
  txn_root_hash: z.string(),
})

export const multiSignature = z.object({
  participants: z.array(z.string()),
  signature: z.string(),
  value: signedState,
})

export type MultiSignature = z.output<typeof multiSignature>

/** What is wrong with a signature, as the rest of a sentence; undefined if nothing is. Keys are of all validators, by alias. */
export function signatureFault(
  { participants, signature, value }: MultiSignature,
  blsKeys: ReadonlyMap<string, string>,
): string | undefined {
  const signers = new Set(participants)
  const unknown = [...signers].filter((alias) => !blsKeys.has(alias))
  if (unknown.length > 0) return `is signed by ${listed(unknown)}, which the pool does not have`
  const needed = quorumOf(blsKeys.size)
  if (signers.size < needed)
    return `is signed by ${signers.size} of ${blsKeys.size} validators, of which ${needed} have to`
  const keys = [...signers].map((alias) => blsKeys.get(alias) ?? '')
  return verifiesMultiSignature(signature, messagePack(value), keys) ? undefined : 'has a signature that is not theirs'
}
