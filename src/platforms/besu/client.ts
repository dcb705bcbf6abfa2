import type { EvmClient, WrittenTransition } from '../evm/client.ts'
import { entryOf } from '../evm/entries.ts'
import { forksOf } from '../evm/forks.ts'
import { requestTimeout } from '../evm/genesis.ts'
import type { Genesis, Transition } from '../evm/schema.ts'
import { accountNonce, consensusOf, refuses, transitionsIn, withTransitions } from './genesis-file.ts'
import { genesisKeys } from './genesis-keys.ts'
import { releaseFaults } from './release-faults.ts'

/** What Besu does in its own way. */
export const client: EvmClient = {
  id: 'besu',
  title: 'Besu',
  ports: { p2p: 30303, rpc: 8545, ws: 8546, metrics: 9545 },
  enodeQuery: '',
  forks: ['berlinBlock', 'londonBlock', 'shanghaiTime', 'cancunTime', 'pragueTime', 'osakaTime'],
  consensuses: ['qbft', 'ibft2'],
  changeToQbft: 'a chain of IBFT can change to QBFT at a block (config.qbft.startBlock): join it after that',
  consensusOf,
  refuses,
  genesisKeys,
  hasRewards: true,
  zeroIsDefault: false,
  nonce: accountNonce,
  defaultForks: { berlinBlock: 0, londonBlock: 0, shanghaiTime: 0 },
  releaseFaults,
  defaultTimes: { blockPeriodSeconds: 1, requestTimeoutSeconds: 1 }, // JsonBftConfigOptions.java
  // besu/v26.8.0/linux-x86_64/openjdk-java-25; the operator may have named the node before the release.
  releaseIn: (answer) => /^besu\/(?:[^/]*\/)?v(\d+\.\d+\.\d+)(?:\/|$)/i.exec(answer)?.[1],
  contractSizeKeys: ['contractsizelimit'],
  contractSizeLimit: (config) => entryOf(config, 'contractSizeLimit'),
  chainIdChanged: 'Besu starts with it silently, and every transaction signed so far becomes invalid',
  config,
  storageWord: (word) => word,
  transition,
  transitionsIn,
  withTransitions,
  replacesValidators: true,
  methods: (consensus) => {
    const prefix = consensus === 'ibft2' ? 'ibft' : 'qbft'
    return {
      validators: `${prefix}_getValidatorsByBlockNumber`,
      propose: `${prefix}_proposeValidatorVote`,
      discard: `${prefix}_discardValidatorVote`,
      proposals: `${prefix}_getPendingVotes`,
    }
  },
  maxPeersOptions: ['max-peers', 'p2p-peer-upper-bound'],
  // DefaultBlockchain.java, EthPeers.java, DefaultSynchronizer.java, PrometheusMetricsSystem.java.
  metrics: {
    path: '/metrics',
    height: 'ethereum_blockchain_height',
    peers: 'ethereum_peer_count',
    blockTime: 'besu_blockchain_chain_head_timestamp',
    knownHeight: 'ethereum_best_known_block_number',
    memory: 'process_resident_memory_bytes',
    others: (of) => [
      {
        title: 'Transactions a second',
        expressions: [`rate(besu_blockchain_chain_head_transaction_count_counter_total{${of}}[5m])`],
        legend: '{{namespace}}/{{pod}}',
        unit: 'none',
      },
    ],
  },
}

/** https://besu.hyperledger.org/private-networks/reference/genesis-items */
function config(genesis: Genesis) {
  const { emptyBlockPeriodSeconds, blockReward, miningBeneficiary } = genesis
  return {
    chainId: genesis.chainId,
    ...forksOf(genesis, client),
    ...(genesis.freeGas ? { zeroBaseFee: true } : {}),
    ...(genesis.contractSizeLimit === undefined ? {} : { contractSizeLimit: genesis.contractSizeLimit }),
    [genesis.consensus]: {
      blockperiodseconds: genesis.blockPeriodSeconds,
      epochlength: genesis.epochLength,
      requesttimeoutseconds: requestTimeout(genesis),
      ...(emptyBlockPeriodSeconds === undefined ? {} : { emptyblockperiodseconds: emptyBlockPeriodSeconds }),
      ...(blockReward === undefined ? {} : { blockreward: hexadecimal(blockReward) }),
      ...(miningBeneficiary === undefined ? {} : { miningbeneficiary: miningBeneficiary.toLowerCase() }),
    },
  }
}

/** Besu, BftFork.java. */
function transition(
  { block, blockPeriodSeconds, emptyBlockPeriodSeconds, blockReward, miningBeneficiary, validators }: Transition,
  addresses: (names: readonly string[]) => readonly string[],
): WrittenTransition {
  return {
    block,
    ...(blockPeriodSeconds === undefined ? {} : { blockperiodseconds: blockPeriodSeconds }),
    ...(emptyBlockPeriodSeconds === undefined ? {} : { emptyblockperiodseconds: emptyBlockPeriodSeconds }),
    ...(blockReward === undefined ? {} : { blockreward: hexadecimal(blockReward) }),
    ...(miningBeneficiary === undefined ? {} : { miningbeneficiary: miningBeneficiary.toLowerCase() }),
    ...(validators === undefined ? {} : { validators: addresses(validators) }),
  }
}

const hexadecimal = (wei: bigint): string => `0x${wei.toString(16)}`
