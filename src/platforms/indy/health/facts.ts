import * as z from 'zod'
import type { Address } from '../../../network/address.ts'
import type { InquiryAnswer } from '../../inquiry.ts'

/** The lines that base/questions/validators.py prints. */
const count = z.int().nonnegative()
const line = z.union([
  z.object({ time: count }),
  z.object({ alias: z.string(), host: z.string(), port: count, connected: z.boolean(), handshake: z.boolean() }),
  z.object({ alias: z.string(), ledger: count, size: count, root: z.string() }),
  z.object({ alias: z.string(), reply: z.unknown().refine((reply) => reply !== undefined) }),
  z.object({ alias: z.string(), refused: z.string() }),
  z.object({ alias: z.string(), pool: z.string() }),
  z.object({ pool: z.string(), transactions: z.array(z.unknown()) }),
])

export interface LedgerState {
  readonly size: number
  readonly root: string
}

/** What one validator told a Job. */
export interface ValidatorFacts {
  /** Where it was asked. */
  readonly client: Address
  readonly connected: boolean
  readonly handshake: boolean
  /** By the number of the ledger. */
  readonly ledgers: ReadonlyMap<number, LedgerState>
  readonly reply?: unknown
  readonly refused?: string
  /** All transactions of its pool ledger. */
  readonly pool?: readonly unknown[]
}

/** What one Job found out. */
export interface InquiryFacts {
  readonly cluster: string
  /** Seconds since 1970, by the clock of the Job. */
  readonly time: number
  readonly validators: ReadonlyMap<string, ValidatorFacts>
}

interface Collected {
  client: Address
  connected: boolean
  handshake: boolean
  ledgers: Map<number, LedgerState>
  reply?: unknown
  refused?: string
  pool?: readonly unknown[]
}

/** Until its last line says where it was asked. */
const nowhere: Address = { host: '', port: 0 }

/** Undefined for the output of a Job that did not run to its end. */
export function factsIn({ cluster, output }: InquiryAnswer): InquiryFacts | undefined {
  const lines = output.split('\n').flatMap((text) => readLine(text))
  const time = lines.find((one) => 'time' in one)?.time
  if (time === undefined || !lines.some((one) => 'connected' in one)) return undefined
  const transactions = new Map(lines.flatMap((one) => ('transactions' in one ? [[one.pool, one.transactions]] : [])))
  const validators = new Map<string, Collected>()
  for (const one of lines) {
    if (!('alias' in one)) continue
    const facts: Collected = validators.get(one.alias) ?? {
      client: nowhere,
      connected: false,
      handshake: false,
      ledgers: new Map(),
    }
    validators.set(one.alias, facts)
    if ('ledger' in one) facts.ledgers.set(one.ledger, { size: one.size, root: one.root })
    else if ('connected' in one) {
      const { host, port, connected, handshake } = one
      Object.assign(facts, { client: { host, port }, connected, handshake })
    } else if ('reply' in one) facts.reply = one.reply
    else if ('refused' in one) facts.refused = one.refused
    else {
      const pool = transactions.get(one.pool)
      if (pool !== undefined) facts.pool = pool
    }
  }
  return { cluster, time, validators }
}

function readLine(text: string): z.output<typeof line>[] {
  try {
    const read = line.safeParse(JSON.parse(text))
    return read.success ? [read.data] : []
  } catch {
    return [] // a message of the image
  }
}
