import type { ReleaseFault } from '../evm/release.ts'

const fork = (name: string): ReleaseFault['asks'] => ['forks', name]

/** Of withdrawals (EIP-7002) and consolidations (EIP-7251), where Ethereum Mainnet has them. */
const systemContracts = [
  '0x00000961ef480eb55e80d19ad83579a64c007002',
  '0x0000bbddc7ce488642fb579f8b00f3a590007251',
] as const

const draft = (name: string): string => `has only a draft of ${name}: its rules are others than those of later releases`

/**
 * Forks and fields of a genesis that releases from 24.5.0 on do not know, or not with QBFT. Read from JsonGenesisConfigOptions.java,
 * RequestContractAddresses.java and BaseBftProtocolScheduleBuilder.java at the tags of all releases, and from CHANGELOG.md.
 */
export const releaseFaults: readonly ReleaseFault[] = [
  {
    asks: ['consensus'],
    consensus: 'ibft2',
    before: '24.10.0',
    does: 'keeps blocks of IBFT 2.0 that were only proposed, which breaks data in the Bonsai format (besu#7631)',
  },
  {
    asks: ['contractSizeLimit'],
    from: '24.7.0',
    before: '24.9.1',
    does: 'ignores it silently, and keeps 24576 bytes (besu#7557)',
  },
  {
    asks: fork('shanghaiTime'),
    from: '26.1.0',
    before: '26.2.0',
    does: 'cannot make blocks of QBFT with Shanghai (besu#9830)',
  },
  { asks: fork('pragueTime'), before: '25.2.0', does: draft('Prague') },
  {
    asks: fork('pragueTime'),
    from: '25.2.0',
    before: '25.5.0',
    does: 'calls contracts of Ethereum Mainnet in each block from then on, which this genesis does not have: the chain would stop',
    unless: systemContracts,
  },
  {
    asks: fork('pragueTime'),
    from: '25.5.0',
    before: '26.1.0',
    does: 'does not start with it on a chain of QBFT: it asks for addresses of contracts of Ethereum Mainnet',
  },
  { asks: fork('osakaTime'), before: '24.10.0', does: 'does not know it, and ignores it silently' },
  { asks: fork('osakaTime'), from: '24.10.0', before: '25.9.0', does: draft('Osaka') },
  {
    asks: fork('osakaTime'),
    from: '25.9.0',
    before: '26.1.0',
    does: 'does not start with it on a chain of QBFT: it asks for addresses of contracts of Ethereum Mainnet',
  },
]
