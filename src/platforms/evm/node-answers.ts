import type { Question, Replies } from '../health.ts'
import type { NodeReport } from '../live-ledger.ts'
import type { EvmClient } from './client.ts'
import { consensusIn, type EvmLedgerNode, type EvmNetwork, isValidator } from './network.ts'

/** A node's view of the chain. */
export interface NodeAnswers {
  readonly head: number
  readonly peers: number
  /** The following only where JSON-RPC answers without a token. */
  readonly chainId?: number
  readonly genesis?: string
  /** The following only of validators: other nodes lack the API. */
  readonly validators?: readonly string[]
}

/** All in one request. */
export const rpcQuestion = (node: EvmLedgerNode, network: EvmNetwork, { ports, methods }: EvmClient): Question => ({
  port: ports.rpc,
  path: '/',
  host: 'localhost',
  body: [
    ['eth_blockNumber'],
    ['net_peerCount'],
    ['eth_chainId'],
    ['eth_getBlockByNumber', '0x0', false],
    ...(isValidator(node) ? [[methods(consensusIn(network)).validators, 'latest']] : []),
  ].map(([method, ...params], id) => ({ jsonrpc: '2.0', id, method, params })),
})

export const metricsQuestion = ({ ports }: EvmClient): Question => ({
  port: ports.metrics,
  path: '/metrics',
  host: 'localhost',
})

/** Undefined when the answers are not those of a working node. */
export function answersOf({ rpc, metrics }: Replies): NodeAnswers | undefined {
  if (metrics !== undefined) return fromMetrics(metrics.body)
  if (rpc?.status !== 200) return undefined
  const results = resultsOf(rpc.body)
  const [head, peers, chainId] = [0, 1, 2].map((id) => numberOf(results.get(id)))
  if (head === undefined || peers === undefined) return undefined
  const genesis = (results.get(3) as { hash?: unknown } | undefined)?.hash
  const validators = results.get(4)
  return {
    head,
    peers,
    ...(chainId === undefined ? {} : { chainId }),
    ...(typeof genesis === 'string' ? { genesis } : {}),
    ...(Array.isArray(validators) ? { validators: validators.map((address) => String(address).toLowerCase()) } : {}),
  }
}

export function reportOf(replies: Replies): NodeReport | undefined {
  const answers = answersOf(replies)
  return answers === undefined ? undefined : { height: answers.head, peers: answers.peers }
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

const numberOf = (text: unknown): number | undefined =>
  typeof text === 'string' && /^0x[0-9a-f]+$/i.test(text) ? Number(text) : undefined

/** Besu, DefaultBlockchain.java and EthPeers.java. */
function fromMetrics(body: string): NodeAnswers | undefined {
  const value = (name: string): number | undefined => {
    const [, found] = new RegExp(`^${name} ([0-9.eE+]+)$`, 'm').exec(body) ?? []
    return found === undefined ? undefined : Number(found)
  }
  const [head, peers] = [value('ethereum_blockchain_height'), value('ethereum_peer_count')]
  return head === undefined || peers === undefined ? undefined : { head, peers }
}
