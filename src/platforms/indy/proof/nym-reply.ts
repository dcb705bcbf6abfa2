import { isDeepStrictEqual } from 'node:util'
import { sha256 } from '@noble/hashes/sha2.js'
import { utf8ToBytes } from '@noble/hashes/utils.js'
import { base64 } from '@scure/base'
import * as z from 'zod'
import { decode } from '../keys/base58.ts'
import { type MultiSignature, multiSignature, signatureFault } from './multi-signature.ts'
import { provenValue } from './trie.ts'

/** Ledger of identities. */
const domainLedger = 1

/** The answer to GET_NYM: `make_result` in read_request_handler.py of indy-plenum. */
const nymReply = z.object({
  dest: z.string(),
  data: z.string().nullable(),
  seqNo: z.number().nullable(),
  txnTime: z.number().nullable(),
  state_proof: z.object({ root_hash: z.string(), proof_nodes: z.string(), multi_signature: multiSignature }).optional(),
})

/** What an answer proves, or why it does not: the rest of a sentence that begins with it. */
export type ProofOutcome = { readonly signed: MultiSignature } | { readonly fault: string }

/**
 * Whether an answer about an identity is what enough validators have signed, as clients check it (state_proof/mod.rs of indy-vdr). So one
 * validator is enough to ask: it cannot lie. How old the state is, is for the caller.
 */
export function checkNymReply(value: unknown, did: string, blsKeys: ReadonlyMap<string, string>): ProofOutcome {
  const read = nymReply.safeParse(value)
  if (!read.success) return { fault: 'cannot be read' }
  const { state_proof: proof, ...reply } = read.data
  if (reply.dest !== did) return { fault: `is about ${reply.dest}` }
  if (proof === undefined) return { fault: 'has no state proof' }
  const { root_hash: root, proof_nodes: nodes, multi_signature: signed } = proof
  if (signed.value.ledger_id !== domainLedger) return { fault: 'is signed for another ledger' }
  if (signed.value.state_root_hash !== root) return { fault: 'is signed for another state' }
  if (!isProven(reply, root, nodes)) return { fault: 'is not part of the state' }
  const fault = signatureFault(signed, blsKeys)
  return fault === undefined ? { signed } : { fault }
}

type NymData = Pick<z.output<typeof nymReply>, 'dest' | 'data' | 'seqNo' | 'txnTime'>

/** The state has the data without the DID, whose hash is the key. */
function isProven({ dest, data, seqNo, txnTime }: NymData, rootHash: string, proofNodes: string): boolean {
  const root = decode(rootHash, 32)
  if (root === undefined || data === null) return false
  try {
    const proven = provenValue(root, base64.decode(proofNodes), sha256(utf8ToBytes(dest)))
    if (proven === undefined) return false
    const state: unknown = JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(proven))
    const { dest: about, ...told } = JSON.parse(data) as Record<string, unknown>
    return about === dest && told.seqNo === seqNo && told.txnTime === txnTime && isDeepStrictEqual(told, state)
  } catch {
    return false // texts that are not base64, UTF-8, or JSON of a mapping
  }
}
