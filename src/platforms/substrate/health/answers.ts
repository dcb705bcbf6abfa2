import type { Question, Replies } from '../../health.ts'
import type { NodeReport } from '../../live-ledger.ts'
import { ports } from '../command-line.ts'
import { keysIn } from './scale.ts'

/** A node's view of the chain. */
export interface NodeAnswers {
  /** The newest block. */
  readonly best: number
  /** The last final block: of metrics, as JSON-RPC tells its hash alone. They follow within five seconds. */
  readonly finalized?: number
  readonly peers: number
  readonly syncing: boolean
  /** The following only where JSON-RPC answers a batch. */
  readonly finalizedHash?: string
  readonly genesis?: string
  readonly peerId?: string
  /** Of the node's binary: `1.4.0-abcdef`. */
  readonly version?: string
  /** Public keys by type of session key, `0x…`: of the authorities of the chain. */
  readonly authorities: Readonly<Record<string, readonly string[]>>
}

/**
 * All in one request. None of these methods is unsafe (sc-rpc 44.0.0, `check_if_safe`), so `--rpc-methods safe` answers them. A runtime
 * without an API, as one with BABE has none of Aura, gives an error for that item alone.
 */
const methods = [
  ['chain_getHeader'],
  ['system_health'],
  ['chain_getBlockHash', 0],
  ['chain_getFinalizedHead'],
  ['system_localPeerId'],
  ['system_version'],
  ['state_call', 'AuraApi_authorities', '0x'],
  ['state_call', 'GrandpaApi_grandpa_authorities', '0x'],
] as const

/**
 * The name of the host matters: a node that limits origins answers no other (sc-rpc-server 21.0.0, utils.rs, `host_filtering`).
 * Metrics are asked as well: a node may refuse batches (`--rpc-disable-batch-requests`).
 */
export const questions = (): Readonly<Record<string, Question>> => ({
  rpc: {
    port: ports.rpc,
    path: '/',
    host: `localhost:${ports.rpc}`,
    body: methods.map(([method, ...params], id) => ({ jsonrpc: '2.0', id, method, params })),
  },
  metrics: { port: ports.metrics, path: '/metrics', host: 'localhost' },
})

/** Undefined when the answers are not those of a working node. */
export function answersOf({ rpc, metrics }: Replies): NodeAnswers | undefined {
  const counted = metrics?.status === 200 ? fromMetrics(metrics.body) : undefined
  const told = rpc?.status === 200 ? fromRpc(rpc.body) : undefined
  if (told === undefined) return counted
  return { ...told, ...(counted?.finalized === undefined ? {} : { finalized: counted.finalized }) }
}

export function reportOf(replies: Replies): NodeReport | undefined {
  const answers = answersOf(replies)
  if (answers === undefined) return undefined
  const { best, finalized, peers } = answers
  return { ...(finalized === undefined ? { height: best } : { heights: { best, final: finalized } }), peers }
}

function fromRpc(body: string): NodeAnswers | undefined {
  const results = resultsOf(body)
  const [header, health, genesis, finalizedHash, peerId, version, aura, grandpa] = methods.map((_, id) =>
    results.get(id),
  )
  const best = numberOf(fieldOf(header, 'number'))
  const peers = fieldOf(health, 'peers')
  if (best === undefined || typeof peers !== 'number') return undefined
  return {
    best,
    peers,
    syncing: fieldOf(health, 'isSyncing') === true,
    ...texts({ genesis, finalizedHash, peerId, version }),
    authorities: { ...keys('aura', aura, 32), ...keys('grandpa', grandpa, 40) },
  }
}

const fieldOf = (value: unknown, name: string): unknown =>
  typeof value === 'object' && value !== null ? (value as Readonly<Record<string, unknown>>)[name] : undefined

/** A block number is hexadecimal text. */
const numberOf = (text: unknown): number | undefined =>
  typeof text === 'string' && /^0x[0-9a-f]+$/i.test(text) ? Number(text) : undefined

const texts = <Name extends string>(values: Readonly<Record<Name, unknown>>): Partial<Record<Name, string>> =>
  Object.fromEntries(Object.entries(values).filter(([, value]) => typeof value === 'string')) as Partial<
    Record<Name, string>
  > // fromEntries forgets the names

function keys(type: string, encoded: unknown, itemBytes: 32 | 40): Record<string, readonly string[]> {
  const found = typeof encoded === 'string' ? keysIn(encoded, itemBytes) : undefined
  return found === undefined ? {} : { [type]: found }
}

function resultsOf(body: string): ReadonlyMap<number, unknown> {
  try {
    const answers: unknown = JSON.parse(body)
    return new Map(
      (Array.isArray(answers) ? answers : []).map(({ id, result }: { id: number; result: unknown }) => [id, result]),
    )
  } catch {
    return new Map()
  }
}

/** sc-service 0.50.0, metrics.rs; sc-network 0.49.1, service/metrics.rs; sc-network-sync 0.48.0, engine.rs. All have the label `chain`. */
function fromMetrics(body: string): NodeAnswers | undefined {
  const value = (name: string, label = ''): number | undefined => {
    const [, found] = new RegExp(`^${name}\\{[^}\\n]*${label}[^}\\n]*\\} ([0-9.eE+]+)$`, 'm').exec(body) ?? []
    return found === undefined ? undefined : Number(found)
  }
  const height = (status: string): number | undefined => value('substrate_block_height', `status="${status}"`)
  const [best, finalized, peers] = [height('best'), height('finalized'), value('substrate_sub_libp2p_peers_count')]
  if (best === undefined || peers === undefined) return undefined
  return {
    best,
    ...(finalized === undefined ? {} : { finalized }),
    peers,
    syncing: value('substrate_sub_libp2p_is_major_syncing') === 1,
    authorities: {},
  }
}
