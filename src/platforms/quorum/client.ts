import type { EvmClient, WrittenTransition } from '../evm/client.ts'
import { forksOf } from '../evm/forks.ts'
import { requestTimeout } from '../evm/genesis.ts'
import type { Genesis, Transition } from '../evm/schema.ts'
import { consensusOf, contractSizeLimit, refuses, transitionsIn, withTransitions } from './genesis-file.ts'
import { genesisKeys } from './genesis-keys.ts'

/** What GoQuorum does in its own way. */
export const client: EvmClient = {
  id: 'quorum',
  title: 'GoQuorum',
  ports: { p2p: 30303, rpc: 8545, ws: 8546, metrics: 9545 },
  // A name is looked up again only in a URL that has a Raft port (p2p/enode/urlv4.go); nobody listens there.
  enodeQuery: '?discport=0&raftport=50400',
  forks: ['berlinBlock'],
  consensuses: ['qbft'],
  changeToQbft:
    'a chain of IBFT can change to QBFT at a block (a transition with `algorithm: qbft`): join it after that',
  consensusOf,
  refuses,
  genesisKeys,
  hasRewards: false,
  zeroIsDefault: true,
  nonce: (written) => written,
  defaultForks: { berlinBlock: 0 },
  releaseFaults: [], // one series, with Berlin
  defaultTimes: { blockPeriodSeconds: 5, requestTimeoutSeconds: 10 }, // DefaultConfig in consensus/istanbul/config.go
  // Geth/v1.10.3-stable-c2a9(quorum-v24.4.1)/linux-amd64/go1.20
  releaseIn: (answer) => /\(quorum-v(\d+\.\d+\.\d+)\)/i.exec(answer)?.[1],
  contractSizeKeys: ['maxcodesize', 'maxcodesizeconfig'],
  contractSizeLimit,
  chainIdChanged: 'every transaction signed so far becomes invalid',
  config,
  // An odd number of digits is refused: storageJSON in core/genesis.go.
  storageWord: (word) => (word.length % 2 === 0 ? word : word.replace('0x', '0x0')),
  transition,
  transitionsIn,
  withTransitions,
  replacesValidators: false,
  methods: () => ({
    validators: 'istanbul_getValidators',
    propose: 'istanbul_propose',
    discard: 'istanbul_discard',
    proposals: 'istanbul_candidates',
  }),
  maxPeersOptions: ['maxpeers'],
  // core/blockchain.go, p2p/metrics.go, consensus/istanbul/qbft/core/core.go, metrics/metrics.go.
  metrics: {
    path: '/debug/metrics/prometheus',
    height: 'chain_head_block',
    peers: 'p2p_peers',
    memory: 'system_memory_held',
    others: (of) => [
      {
        title: 'Round changes a second',
        expressions: [`rate(consensus_istanbul_qbft_core_round{${of}}[5m])`],
        legend: '{{namespace}}/{{pod}}',
        unit: 'none',
      },
    ],
  },
}

/** https://docs.goquorum.consensys.io/reference/genesis, and params/config.go. */
function config(genesis: Genesis) {
  const { emptyBlockPeriodSeconds } = genesis
  return {
    chainId: genesis.chainId,
    homesteadBlock: 0,
    eip150Block: 0,
    eip155Block: 0,
    eip158Block: 0,
    byzantiumBlock: 0,
    constantinopleBlock: 0,
    petersburgBlock: 0,
    istanbulBlock: 0,
    ...forksOf(genesis, client),
    isQuorum: true,
    txnSizeLimit: 64,
    maxCodeSizeConfig: [{ block: 0, size: (genesis.contractSizeLimit ?? 24_576) / 1024 }],
    qbft: {
      epochlength: genesis.epochLength,
      blockperiodseconds: genesis.blockPeriodSeconds,
      requesttimeoutseconds: requestTimeout(genesis),
      ...(emptyBlockPeriodSeconds === undefined ? {} : { emptyblockperiodseconds: emptyBlockPeriodSeconds }),
      policy: 0,
      ceil2Nby3Block: 0,
    },
  }
}

function transition({
  block,
  blockPeriodSeconds,
  emptyBlockPeriodSeconds,
  requestTimeoutSeconds,
}: Transition): WrittenTransition {
  return {
    block,
    ...(blockPeriodSeconds === undefined ? {} : { blockperiodseconds: blockPeriodSeconds }),
    ...(emptyBlockPeriodSeconds === undefined ? {} : { emptyblockperiodseconds: emptyBlockPeriodSeconds }),
    ...(requestTimeoutSeconds === undefined ? {} : { requesttimeoutseconds: requestTimeoutSeconds }),
  }
}
