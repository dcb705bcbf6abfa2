import { parseJson } from '../../json.ts'
import { isMapping } from '../../network/mapping.ts'
import { nodeType } from './transactions/node.ts'
import { nymType } from './transactions/nym.ts'

/** Files of transactions, as nodes and clients read them: a JSON object in each line. Pools that run publish such files. */

/** A transaction, by what its line has. */
export interface Transaction {
  /** Of the text, from 1. */
  readonly line: number
  /** The line itself. */
  readonly text: string
  /** Its number in the ledger, from 1. */
  readonly sequence?: number
  /** As `nodeType` and `nymType`. */
  readonly type: string
  readonly data: Readonly<Record<string, unknown>>
  /** DID of its author. */
  readonly from?: string
}

/** A line that is no transaction. */
export interface FileFault {
  readonly line: number
  /** From 1. */
  readonly column: number
  /** What the line is, as the rest of a sentence that begins with it. */
  readonly message: string
  readonly hint: string
}

/** A validator of a pool, as its last transaction left it. */
export interface PoolValidator {
  readonly alias: string
  readonly verkey: string
  readonly blsKey: string
  readonly blsProof: string
  readonly nodeHost: string
  readonly nodePort: number
  readonly clientHost: string
  readonly clientPort: number
  /** DID of its steward. */
  readonly steward: string
  /** False where a transaction took its service away. */
  readonly validates: boolean
  /** Line of the transaction that added it. */
  readonly line: number
}

/** Somebody with a DID, as the last transaction left them. */
export interface KnownIdentity {
  readonly did: string
  /** In base58; abbreviated to the second half of it, after `~`, where the DID is the first. */
  readonly verkey?: string
  /** One of `roleNumbers`, or another one. */
  readonly role?: string
  readonly line: number
}

/** All transactions, and the lines that are none. Empty lines are skipped, as nodes do: cleanLines in store_utils.py of indy-plenum. */
export function readTransactions(text: string): {
  readonly transactions: readonly Transaction[]
  readonly faults: readonly FileFault[]
} {
  const content = text.replace(/^\uFEFF/, '')
  const whole = otherForm(content)
  if (whole !== undefined) return { transactions: [], faults: [whole] }
  const read = content.split(/\r?\n/).flatMap((line, at) => (line.trim() === '' ? [] : [readLine(line, at + 1)]))
  return {
    transactions: read.filter((one): one is Transaction => 'type' in one),
    faults: read.filter((one): one is FileFault => 'message' in one),
  }
}

/** A file in another form as a whole: one fault, instead of one for each of its lines. */
function otherForm(content: string): FileFault | undefined {
  const line = content.split('\n').findIndex((one) => one.trim() !== '') + 1
  const fault = (message: string, hint: string): FileFault => ({ line, column: 1, message, hint })
  const text = content.trim()
  if (text.startsWith('<')) return fault('begins a web page', 'download the file itself, not the page that shows it')
  if (!text.includes('\n') && !text.startsWith('[')) return undefined
  const value = jsonOf(text)
  if (Array.isArray(value) && value.length > 0)
    return fault(
      'begins a list in JSON',
      'write each transaction in a line, without the list: `jq -c .[] FILE` does it',
    )
  return isMapping(value)
    ? fault('begins a transaction of several lines', 'write each transaction in one line: `jq -c . FILE` does it')
    : undefined
}

function jsonOf(text: string): unknown {
  try {
    return parseJson(text)
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error
    return undefined
  }
}

function readLine(text: string, line: number): Transaction | FileFault {
  const fault = (message: string, hint: string, column = 1): FileFault => ({ line, column, message, hint })
  const restore = 'copy the file again from its publisher: it has one transaction in each line'
  const value = jsonOf(text)
  if (value === undefined) return fault('is not JSON', restore, columnOf(text))
  if (!isMapping(value)) return fault('is not a transaction', restore)
  if ('identifier' in value || 'dest' in value)
    return fault(
      'is a transaction in the form before indy-node 1.4, which its releases no longer read',
      'ask the stewards of the pool for its current genesis file',
    )
  const { txn } = value
  if (!isMapping(txn) || typeof txn.type !== 'string' || !isMapping(txn.data))
    return fault('is not a transaction: it has no txn with type and data', restore)
  const { from } = isMapping(txn.metadata) ? txn.metadata : {}
  const { seqNo } = isMapping(value.txnMetadata) ? value.txnMetadata : {}
  return {
    line,
    text,
    type: txn.type,
    data: txn.data,
    ...(typeof seqNo === 'number' ? { sequence: seqNo } : {}),
    ...(typeof from === 'string' ? { from } : {}),
  }
}

/**
 * From 1: the first character after which no further text could make it JSON. V8 does not always say where. By halves, as a line may be
 * long: what is wrong stays wrong with more text.
 */
function columnOf(text: string): number {
  let right = 0
  let wrong = text.length + 1
  while (wrong - right > 1) {
    const middle = Math.floor((right + wrong) / 2)
    if (mayGoOn(text.slice(0, middle))) right = middle
    else wrong = middle
  }
  return wrong
}

function mayGoOn(beginning: string): boolean {
  try {
    JSON.parse(beginning)
    return true
  } catch (error) {
    const { message } = error as SyntaxError // JSON.parse throws no other
    const position = /at position (\d+)/.exec(message)?.[1]
    return position === undefined
      ? message.startsWith('Unexpected end')
      : message.startsWith('Unterminated') || Number(position) >= beginning.length
  }
}

/** Validators in the order in which they were added. Each transaction changes the fields that it has. */
export function poolValidators(transactions: readonly Transaction[]): readonly PoolValidator[] {
  const all = new Map<string, { data: Readonly<Record<string, unknown>>; steward: string; line: number }>()
  for (const { type, data, from = '', line } of transactions) {
    if (type !== nodeType || typeof data.dest !== 'string' || !isMapping(data.data)) continue
    const known = all.get(data.dest)
    all.set(data.dest, {
      data: { ...known?.data, ...data.data },
      steward: known?.steward ?? from,
      line: known?.line ?? line,
    })
  }
  return [...all].map(([verkey, { data, steward, line }]) => ({
    alias: text(data.alias),
    verkey,
    blsKey: text(data.blskey),
    blsProof: text(data.blskey_pop),
    nodeHost: text(data.node_ip),
    nodePort: Number(data.node_port),
    clientHost: text(data.client_ip),
    clientPort: Number(data.client_port),
    steward,
    validates: Array.isArray(data.services) && data.services.includes('VALIDATOR'),
    line,
  }))
}

/** Everybody with a DID. */
export function knownIdentities(transactions: readonly Transaction[]): readonly KnownIdentity[] {
  const all = new Map<string, KnownIdentity>()
  for (const { type, data, line } of transactions) {
    const { dest, verkey, role } = data
    if (type !== nymType || typeof dest !== 'string') continue
    all.set(dest, {
      line,
      ...all.get(dest),
      did: dest,
      ...(typeof verkey === 'string' ? { verkey } : {}),
      ...(typeof role === 'string' ? { role } : {}),
    })
  }
  return [...all.values()]
}

const text = (value: unknown): string => (typeof value === 'string' ? value : '')
