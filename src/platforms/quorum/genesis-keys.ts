import type { GenesisKeys } from '../evm/genesis-keys.ts'

const bft = ['qbft', 'ibft'] as const
const byCommandLine = 'has the times of its command line with this section'

/** ChainConfig, IstanbulConfig, QBFTConfig and Transition in params/config.go of release 24.4.1. */
export const genesisKeys: readonly GenesisKeys[] = [
  { in: bft, names: ['epoch'], ignoredAs: 'reads epochlength, which is 30000 when absent' },
  { in: bft, names: ['testqbftblock'], ignoredAs: 'runs QBFT from the first block on', idle: '0' },
  {
    in: bft,
    names: [
      ...['startblock', 'gossipedhistorylimit', 'messagequeuelimit', 'duplicatemessagelimit', 'futuremessageslimit'],
      ...['futuremessagesmaxdistance', 'xblockperiodmilliseconds', 'pertxgaslimit', 'xemptyblockperiodseconds'],
    ],
    ignoredAs: 'has no such option',
  },
  { in: ['istanbul'], names: ['epochlength'], ignoredAs: 'reads epoch in this section' },
  {
    in: ['istanbul'],
    names: ['blockperiodseconds', 'emptyblockperiodseconds', 'requesttimeoutseconds'],
    ignoredAs: byCommandLine,
  },
  { in: ['config'], names: ['contractsizelimit'], ignoredAs: 'reads maxCodeSizeConfig, in kilobytes' },
  {
    in: ['config'],
    names: [
      ...['londonblock', 'arrowglacierblock', 'grayglacierblock', 'mergenetsplitblock', 'shanghaitime', 'cancuntime'],
      ...['praguetime', 'osakatime', 'amsterdamtime'],
    ],
    ignoredAs: 'has no fork after Berlin',
  },
  { in: ['config'], names: ['zerobasefee', 'fixedbasefee'], ignoredAs: 'has no base fee', idle: 'false' },
  { in: ['config'], names: ['ibft2', 'eccurve', 'evmstacksize'], ignoredAs: 'has no such option' },
  // What GoQuorum reads, and no field has.
  { in: [...bft, 'istanbul'], names: ['policy', 'ceil2nby3block'], idle: '0' },
  { in: ['qbft'], names: ['blockreward', 'maxrequesttimeoutseconds'], idle: '0' },
  { in: ['qbft'], names: ['beneficiarymode', 'miningbeneficiary'] },
  { in: ['qbft'], names: ['validatorselectionmode'], idle: 'blockheader' },
  {
    in: ['transitions'],
    names: [
      ...['epochlength', 'enhancedpermissioningenabled', 'privacyenhancementsenabled', 'privacyprecompileenabled'],
      ...['gaspriceenabled', 'miner.gaslimit', '2fplus1enabled', 'transactionsizelimit', 'blockreward'],
      ...['beneficiarymode', 'miningbeneficiary', 'maxrequesttimeoutseconds', 'validators', 'validatorcontractaddress'],
    ],
  },
]
