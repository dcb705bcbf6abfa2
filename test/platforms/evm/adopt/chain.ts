import { seededRandom } from '../../../../src/material/random.ts'
import { qbftExtraData } from '../../../../src/platforms/evm/genesis.ts'
import { makeIdentity } from '../../../../src/platforms/evm/identity.ts'

/** Nodes of a chain that runs, each with its key. */
export const nodes = ['v1', 'v2', 'v3', 'v4', 'v5', 'rpc1'].map((name, at) => {
  const { identity, privateKey } = makeIdentity(seededRandom('a chain that runs'), name)
  const host = `${name}.example.org`
  return { name, ...identity, privateKey, host, enode: `enode://${identity.nodeId}@${host}:${30303 + at}` }
})

export type ChainNode = (typeof nodes)[number]

export const nodeOf = (name: string): ChainNode => {
  const node = nodes.find((one) => one.name === name)
  if (node === undefined) throw new Error(`no node ${name}`)
  return node
}

export const founders = ['v1', 'v2', 'v3', 'v4'].map(nodeOf)

const mixHash = '0x63746963616c2062797a616e74696e65206661756c7420746f6c6572616e6365'

/** Fields beside `config` and `alloc`, with the founders as validators. */
const block = {
  nonce: '0x0',
  timestamp: '0x58ee40ba',
  gasLimit: '0x1fffffffffffff',
  difficulty: '0x1',
  mixHash,
  coinbase: `0x${'0'.repeat(40)}`,
  alloc: {},
  extraData: qbftExtraData(founders.map(({ address }) => address)),
}

/** As Besu writes it. */
export const besuGenesis = {
  config: {
    chainId: 20261123,
    berlinBlock: 0,
    londonBlock: 0,
    shanghaiTime: 0,
    zeroBaseFee: true,
    qbft: { blockperiodseconds: 2, epochlength: 30000, requesttimeoutseconds: 4 },
  },
  ...block,
}

/** As the generator of the GoQuorum quick start writes it, which Bevel uses. */
export const quorumGenesis = {
  config: {
    chainId: 20261123,
    homesteadBlock: 0,
    eip150Block: 0,
    eip150Hash: `0x${'0'.repeat(64)}`,
    eip155Block: 0,
    eip158Block: 0,
    byzantiumBlock: 0,
    constantinopleBlock: 0,
    petersburgBlock: 0,
    istanbulBlock: 0,
    muirglacierblock: 0,
    berlinBlock: 0,
    isQuorum: true,
    maxCodeSizeConfig: [{ block: 0, size: 64 }],
    txnSizeLimit: 64,
    qbft: {
      policy: 0,
      epoch: 30000,
      ceil2Nby3Block: 0,
      testQBFTBlock: 0,
      blockperiodseconds: 5,
      emptyblockperiodseconds: 60,
      requesttimeoutseconds: 10,
    },
  },
  ...block,
  gasLimit: '0xE0000000',
  alloc: { '0xabababababababababababababababababababab': { balance: '1000000000000000000000000000' } },
}
