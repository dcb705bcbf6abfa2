import type { Replies } from '../../../../src/platforms/health.ts'

/** What a node tells, in the forms of sc-rpc 44.0.0 and of its metrics. */
export interface Told {
  readonly best?: number
  readonly finalized?: number
  readonly peers?: number
  readonly genesis?: string
  readonly peerId?: string
  /** SCALE; undefined for a runtime without that API. */
  readonly aura?: string | undefined
  readonly grandpa?: string | undefined
}

/** A list of SCALE: keys of 32 bytes, each with its weight where there are weights. */
export function authorityList(keys: readonly string[], weight?: bigint): string {
  const items = keys.map((key) => {
    const bytes = Buffer.alloc(8)
    bytes.writeBigUInt64LE(weight ?? 0n)
    return `${key.slice(2)}${weight === undefined ? '' : bytes.toString('hex')}`
  })
  return `0x${(keys.length * 4).toString(16).padStart(2, '0')}${items.join('')}`
}

const missing = { code: 4003, message: 'Client error: Execution failed: Exported method is not found' }

export function told({
  best = 0,
  finalized = 0,
  peers = 0,
  genesis = '0x00',
  peerId = '',
  aura,
  grandpa,
}: Told): Replies {
  const hash = (number: number): string => `0x${number.toString(16).padStart(64, '0')}`
  const answers = [
    { result: { parentHash: hash(best - 1), number: `0x${best.toString(16)}`, digest: { logs: [] } } },
    { result: { peers, isSyncing: false, shouldHavePeers: true } },
    { result: genesis },
    { result: hash(finalized) },
    { result: peerId },
    { result: '1.4.0-0123456789a' },
    aura === undefined ? { error: missing } : { result: aura },
    grandpa === undefined ? { error: missing } : { result: grandpa },
  ]
  return {
    rpc: { status: 200, body: JSON.stringify(answers.map((one, id) => ({ jsonrpc: '2.0', id, ...one }))) },
    metrics: { status: 200, body: metricsOf({ best, finalized, peers }) },
  }
}

/** As a node writes them: with the label of its chain first. */
const metricsOf = ({ best = 0, finalized = 0, peers = 0 }: Told): string =>
  [
    '# HELP substrate_block_height Block height info of the chain',
    '# TYPE substrate_block_height gauge',
    `substrate_block_height{status="best",chain="trade"} ${best}`,
    `substrate_block_height{status="finalized",chain="trade"} ${finalized}`,
    `substrate_block_height{status="sync_target",chain="trade"} ${best}`,
    `substrate_sub_libp2p_peers_count{chain="trade"} ${peers}`,
    'substrate_sub_libp2p_is_major_syncing{chain="trade"} 0',
    '',
  ].join('\n')
