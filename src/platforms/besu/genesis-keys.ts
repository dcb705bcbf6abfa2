import type { GenesisKeys } from '../evm/genesis-keys.ts'

const bft = ['qbft', 'ibft2'] as const

/** JsonGenesisConfigOptions.java, JsonBftConfigOptions.java, JsonQbftConfigOptions.java, BftFork.java and QbftFork.java. */
export const genesisKeys: readonly GenesisKeys[] = [
  {
    in: ['config'],
    names: ['istanbul'],
    ignoredAs: 'reads the section of its consensus, qbft or ibft2',
  },
  {
    in: ['config'],
    names: ['maxcodesize', 'maxcodesizeconfig', 'maxcodesizechangeblock'],
    ignoredAs: 'reads contractSizeLimit, in bytes',
  },
  {
    in: ['config'],
    names: ['qip714block'],
    ignoredAs: 'has no permissions by contracts',
  },
  { in: bft, names: ['epoch'], ignoredAs: 'reads epochlength, which is 30000 when absent' },
  { in: bft, names: ['policy'], ignoredAs: 'changes the proposer with each block', idle: '0' },
  { in: bft, names: ['ceil2nby3block'], ignoredAs: 'asks two thirds of the validators in all blocks', idle: '0' },
  { in: bft, names: ['testqbftblock'], ignoredAs: 'reads startBlock of qbft', idle: '0' },
  { in: bft, names: ['beneficiarymode'], ignoredAs: 'reads miningbeneficiary' },
  { in: bft, names: ['validators'], ignoredAs: 'reads the validators of extraData' },
  { in: bft, names: ['validatorselectionmode'], ignoredAs: 'reads it from transitions', idle: 'blockheader' },
  { in: bft, names: ['maxrequesttimeoutseconds'], ignoredAs: 'has no longest time of a round' },
  { in: ['ibft2'], names: ['startblock', 'validatorcontractaddress'], ignoredAs: 'reads it from qbft' },
  {
    in: ['transitions'],
    names: ['epochlength', 'requesttimeoutseconds', 'maxrequesttimeoutseconds'],
    ignoredAs: 'keeps the value of the first block',
  },
  {
    in: ['transitions'],
    names: ['algorithm', 'contractsizelimit', 'gaspriceenabled', 'miner.gaslimit', '2fplus1enabled', 'beneficiarymode'],
    ignoredAs: 'has no such transition',
  },
  // What Besu reads, and no field has.
  { in: bft, names: ['xblockperiodmilliseconds'], idle: '0' },
  { in: bft, names: ['gossipedhistorylimit', 'messagequeuelimit', 'futuremessageslimit'], idle: '1000' },
  { in: bft, names: ['duplicatemessagelimit'], idle: '100' },
  { in: bft, names: ['futuremessagesmaxdistance'], idle: '10' },
  { in: bft, names: ['pertxgaslimit'] },
  { in: ['transitions'], names: ['xblockperiodmilliseconds', 'pertxgaslimit', 'validatorcontractaddress'] },
]
