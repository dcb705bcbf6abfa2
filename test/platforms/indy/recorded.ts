import { readFileSync } from 'node:fs'
import { join } from 'node:path'

const read = (name: string): string => readFileSync(join(import.meta.dirname, 'recorded', name), 'utf8')

/** A pool of four validators (indy-node 1.13.2), whose keys Chancery made, and what the script printed about it. */
export const recorded = {
  pool: read('pool_transactions_genesis'),
  domain: read('domain_transactions_genesis'),
  output: read('validators.jsonl'),
  /** The trustee of its genesis. */
  did: 'KU3cZus6KKjn3wc3CjexAn',
}

interface NymReply {
  dest: string
  data: string
  seqNo: number
  txnTime: number | null
  state_proof: {
    root_hash: string
    proof_nodes: string
    multi_signature: {
      participants: string[]
      signature: string
      value: Record<string, string | number>
    }
  }
}

interface Line {
  readonly alias?: string
  readonly reply?: NymReply
}

export const recordedLines = recorded.output
  .trim()
  .split('\n')
  .map((line): Line => JSON.parse(line))

/** The answer of a validator about the trustee, each time anew. */
export function recordedReply(alias: string): NymReply {
  const reply = recordedLines.find((line) => line.alias === alias && line.reply !== undefined)?.reply
  if (reply === undefined) throw new Error(`no answer of ${alias} is recorded`)
  return structuredClone(reply)
}

/** BLS keys of the pool, by alias. */
export const recordedKeys: ReadonlyMap<string, string> = new Map(
  recorded.pool
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line).txn.data.data)
    .map(({ alias, blskey }): [string, string] => [alias, blskey]),
)
