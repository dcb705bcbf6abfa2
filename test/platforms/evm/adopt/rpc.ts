import { stateRootOf } from '../../../../src/platforms/evm/adopt/state-root.ts'
import { qbftExtraData } from '../../../../src/platforms/evm/genesis.ts'
import { besuGenesis, type ChainNode, founders } from './chain.ts'

/** A node of Besu, as it answers. */
export interface FakeNode {
  readonly self: ChainNode
  /** The host in its own enode URL. */
  readonly host?: string
  readonly version?: string
  readonly genesis?: typeof besuGenesis
  readonly networkId?: string
  readonly head?: number
  readonly validators?: readonly ChainNode[]
  readonly peers?: readonly ChainNode[]
  /** APIs that are on beside ETH, NET and WEB3. */
  readonly apis?: readonly ('ADMIN' | 'QBFT' | 'IBFT')[]
}

const zero = `0x${'0'.repeat(64)}`

/** BlockResult.java of Besu. */
const blockOf = (number: number, genesis: typeof besuGenesis, validators: readonly ChainNode[]) => ({
  number: `0x${number.toString(16)}`,
  hash: `0x${(0xabc000 + number).toString(16).padStart(64, '0')}`,
  mixHash: genesis.mixHash,
  parentHash: zero,
  nonce: '0x0000000000000000',
  sha3Uncles: '0x1dcc4de8dec75d7aab85b567b6ccd41ad312451b948a7413f0a142fd40d49347',
  logsBloom: `0x${'0'.repeat(512)}`,
  transactionsRoot: '0x56e81f171bcc55a6ff8345e692c0f86e5b48e01b996cadc001622fb5e363b421',
  stateRoot: stateRootOf(genesis.alloc, { nonce: (written) => written }),
  receiptsRoot: '0x56e81f171bcc55a6ff8345e692c0f86e5b48e01b996cadc001622fb5e363b421',
  miner: `0x${'0'.repeat(40)}`,
  difficulty: '0x1',
  totalDifficulty: `0x${(number + 1).toString(16)}`,
  extraData: number === 0 ? genesis.extraData : qbftExtraData(validators.map(({ address }) => address)),
  baseFeePerGas: '0x0',
  size: '0x23a',
  gasLimit: genesis.gasLimit.toLowerCase(),
  gasUsed: '0x0',
  timestamp: genesis.timestamp,
  uncles: [],
  transactions: [],
})

/** PeerResult.java of Besu: `port` is the one that the peer listens to. */
const peerOf = ({ nodeId, host, enode }: ChainNode) => ({
  version: '0x5',
  name: 'besu/v26.8.0/linux-x86_64/openjdk-java-25',
  caps: ['eth/68', 'eth/69'],
  network: { localAddress: '10.0.0.9:51422', remoteAddress: `${host}:${enode.split(':').at(-1)}` },
  port: `0x${Number(enode.split(':').at(-1)).toString(16)}`,
  id: `0x${nodeId}`,
  protocols: { eth: { difficulty: '0x1', head: zero, version: 68 } },
  enode,
})

/** The answers to requests of JSON-RPC, as Besu gives them. */
export function besuAnswers(body: unknown, node: FakeNode): string {
  const { self, genesis = besuGenesis, head = 1200, validators = founders, peers = [], apis = ['ADMIN', 'QBFT'] } = node
  const enode = `enode://${self.nodeId}@${node.host ?? self.host}:${self.enode.split(':').at(-1)}`
  const addresses = validators.map(({ address }) => address)
  const results: Readonly<Record<string, unknown>> = {
    web3_clientVersion: node.version ?? 'besu/v26.8.0/linux-x86_64/openjdk-java-25',
    eth_chainId: `0x${genesis.config.chainId.toString(16)}`,
    net_version: node.networkId ?? String(genesis.config.chainId),
    net_enode: enode,
    ...(apis.includes('ADMIN')
      ? {
          admin_nodeInfo: {
            enode,
            ip: node.host ?? self.host,
            listenAddr: `${node.host ?? self.host}:30303`,
            id: self.nodeId,
            name: node.version ?? 'besu/v26.8.0/linux-x86_64/openjdk-java-25',
            ports: { listener: 30303 },
          },
          admin_peers: peers.map(peerOf),
        }
      : {}),
    ...(apis.includes('QBFT') ? { qbft_getValidatorsByBlockNumber: addresses } : {}),
    ...(apis.includes('IBFT') ? { ibft_getValidatorsByBlockNumber: addresses } : {}),
  }
  const answers = (body as { id: number; method: string; params: unknown[] }[]).map(({ id, method, params }) => {
    const result =
      method === 'eth_getBlockByNumber' ? blockOf(params[0] === '0x0' ? 0 : head, genesis, validators) : results[method]
    return result === undefined
      ? { jsonrpc: '2.0', id, error: { code: -32604, message: 'Method not enabled' } }
      : { jsonrpc: '2.0', id, result }
  })
  return JSON.stringify(answers)
}
