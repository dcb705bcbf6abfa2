import type { Case, Edits } from '../case.ts'

const chain = 'chainId: 20261123'
const version = 'platformVersion: 26.8.0'
const all = 'berlinBlock: 0, londonBlock: 0, shanghaiTime: 0'
const forks = (text: string): Edits => [[chain, `${chain}\n  forks: {${text}}`]]
const ofNode = (release: string): Edits[number] => [
  '{name: validator3, role: validator}',
  `{name: validator3, role: validator, platformVersion: ${release}}`,
]

/** Forks: their order, their times, and releases that do not know them. */
export const forkCases: readonly Case[] = [
  {
    name: 'London later, and Shanghai with the first block unless it is given',
    change: forks('londonBlock: 100'),
    findings: [
      {
        rule: 'fork-order',
        severity: 'error',
        at: '9:24',
        message:
          'londonBlock is 100, but shanghaiTime defaults to 0: Besu does not start with a fork before its predecessor',
        hint: 'set shanghaiTime too: a later time',
      },
    ],
  },
  {
    name: 'a block later than a time',
    change: forks('londonBlock: 900, shanghaiTime: 800'),
    findings: [
      {
        rule: 'fork-order',
        severity: 'error',
        at: '9:43',
        message: 'shanghaiTime 800 is before londonBlock 900',
        hint: 'set a later time',
      },
    ],
  },
  {
    name: 'milliseconds',
    change: forks('cancunTime: 1893456000000'),
    findings: [
      {
        rule: 'fork-time',
        severity: 'error',
        at: '9:23',
        message: 'cancunTime 1893456000000 looks like milliseconds: in seconds it is the year 61971',
        hint: 'write 1893456000: times of forks are seconds since 1970',
      },
    ],
  },
  {
    name: 'milliseconds, for a chain that runs',
    keysMade: true,
    change: forks('cancunTime: 1893456000000'),
    findings: [
      {
        rule: 'fork-time',
        severity: 'error',
        at: '9:23',
        message: 'cancunTime 1893456000000 looks like milliseconds: in seconds it is the year 61971',
        hint: 'write 1893456000: times of forks are seconds since 1970',
      },
    ],
  },
  {
    name: 'a block where a time belongs',
    change: forks('cancunTime: 250000'),
    findings: [
      {
        rule: 'fork-time',
        severity: 'error',
        at: '9:23',
        message: 'cancunTime 250000 is a time in 1970: the fork would apply from the first block on',
        hint: 'set seconds since 1970, as this fork begins at a time, not at a block; or 0 for the first block',
      },
    ],
  },
  {
    name: 'a time where a block belongs',
    change: forks('londonBlock: 1893456000, shanghaiTime: 1893456000'),
    findings: [
      {
        rule: 'fork-time',
        severity: 'error',
        at: '9:24',
        message: 'londonBlock 1893456000 is a block that the chain never reaches: it looks like a time',
        hint: 'set a block number',
      },
    ],
  },
  {
    name: 'the time of a public chain',
    change: forks('cancunTime: 1692000000'),
    findings: [
      {
        rule: 'fork-time',
        severity: 'notice',
        at: '9:23',
        message: 'cancunTime 1692000000 is a time in 2023: the fork applies from the first block on',
        hint: 'write 0',
      },
    ],
  },
  {
    name: 'a time in another century',
    change: forks('cancunTime: 9999999999'),
    findings: [
      {
        rule: 'fork-time',
        severity: 'notice',
        at: '9:23',
        message: 'cancunTime 9999999999 is in the year 2286',
        hint: 'remove the fork until it is scheduled',
      },
    ],
  },
  {
    name: 'Osaka, which the release ignores',
    change: [[version, 'platformVersion: 24.9.1'], ...forks('cancunTime: 0, pragueTime: 0, osakaTime: 1893456000')],
    findings: [
      {
        rule: 'release-lacks',
        severity: 'error',
        at: '9:52',
        message: 'genesis.forks.osakaTime: Besu 24.9.1 does not know it, and ignores it silently',
        hint: 'use 26.2.0 or newer: all nodes of a chain must judge its blocks by the same rules',
      },
    ],
  },
  {
    name: 'Osaka, which the release of one node ignores',
    change: [ofNode('24.9.1'), ...forks('cancunTime: 0, pragueTime: 0, osakaTime: 1893456000')],
    findings: [
      {
        rule: 'release-lacks',
        severity: 'error',
        at: '38:62',
        message:
          'genesis.forks.osakaTime: carrier/validator3 runs Besu 24.9.1, which does not know it, and ignores it silently',
        hint: 'use 26.2.0 or newer: all nodes of a chain must judge its blocks by the same rules',
      },
    ],
  },
  {
    name: 'Osaka, of which the release of one node has a draft, on a chain that runs',
    keysMade: true,
    change: [ofNode('25.8.0'), ...forks('cancunTime: 1893456000, pragueTime: 1893456000, osakaTime: 1893456000')],
    findings: [
      {
        rule: 'release-lacks',
        severity: 'error',
        at: '38:62',
        message:
          'genesis.forks.osakaTime: carrier/validator3 runs Besu 25.8.0, which has only a draft of Osaka: its rules are others than those of later releases',
        hint: 'use 26.2.0 or newer: all nodes of a chain must judge its blocks by the same rules',
      },
    ],
  },
  {
    name: 'Prague with a release that asks for contracts of Mainnet',
    change: [[version, 'platformVersion: 25.12.0'], ...forks('cancunTime: 0, pragueTime: 0')],
    findings: [
      {
        rule: 'release-lacks',
        severity: 'error',
        at: '9:38',
        message:
          'genesis.forks.pragueTime: Besu 25.12.0 does not start with it on a chain of QBFT: it asks for addresses of contracts of Ethereum Mainnet',
        hint: 'use 26.2.0 or newer: all nodes of a chain must judge its blocks by the same rules',
      },
    ],
  },
  {
    name: 'Prague with a release that calls contracts of Mainnet',
    change: [[version, 'platformVersion: 25.4.1'], ...forks('cancunTime: 0, pragueTime: 0')],
    findings: [
      {
        rule: 'release-lacks',
        severity: 'error',
        at: '9:38',
        message:
          'genesis.forks.pragueTime: Besu 25.4.1 calls contracts of Ethereum Mainnet in each block from then on, which this genesis does not have: the chain would stop',
        hint: 'use 26.2.0 or newer: all nodes of a chain must judge its blocks by the same rules',
      },
    ],
  },
  {
    name: 'the one release that lost Shanghai',
    change: [[version, 'platformVersion: 26.1.0']],
    findings: [
      {
        rule: 'release-lacks',
        severity: 'error',
        at: '5:18',
        message: 'genesis.forks.shanghaiTime: Besu 26.1.0 cannot make blocks of QBFT with Shanghai (besu#9830)',
        hint: 'use 26.2.0 or newer: all nodes of a chain must judge its blocks by the same rules',
      },
    ],
  },
  {
    name: 'a size of contracts that the release ignores',
    change: [
      [version, 'platformVersion: 24.9.0'],
      [chain, `${chain}\n  contractSizeLimit: 65536`],
    ],
    findings: [
      {
        rule: 'release-lacks',
        severity: 'error',
        at: '9:22',
        message: 'genesis.contractSizeLimit: Besu 24.9.0 ignores it silently, and keeps 24576 bytes (besu#7557)',
        hint: 'use 24.9.1 or newer: all nodes of a chain must judge its blocks by the same rules',
      },
    ],
  },
]

const account = (address: string): string => `{address: "${address}", code: "0x3373"}`

/** Without any finding. */
export const acceptedForks: readonly Case[] = [
  {
    name: 'all forks from the first block on',
    change: forks(`${all}, cancunTime: 0, pragueTime: 0, osakaTime: 0`),
    findings: [],
  },
  {
    name: 'London at a block, and Shanghai at a time after it',
    change: forks('londonBlock: 100, shanghaiTime: 1893456000'),
    findings: [],
  },
  {
    name: 'Osaka ahead, all nodes with the first release that has it for QBFT',
    change: [[version, 'platformVersion: 26.2.0'], ...forks('cancunTime: 0, pragueTime: 0, osakaTime: 1893456000')],
    findings: [],
  },
  {
    name: 'a release for Osaka on each node, and an older one that none of them runs',
    change: (good) =>
      good
        .replace(version, 'platformVersion: 24.9.1')
        .replace(chain, `${chain}\n  forks: {cancunTime: 0, pragueTime: 0, osakaTime: 0}`)
        .replaceAll(/- \{name: (\w+), role: (\w+)/g, '- {name: $1, platformVersion: 26.8.0, role: $2'),
    findings: [],
  },
  {
    name: 'Prague with the contracts that its first releases call',
    change: [
      [version, 'platformVersion: 25.4.1'],
      [
        chain,
        `${chain}\n  forks: {cancunTime: 0, pragueTime: 0}\n  accounts: [${account('0x00000961Ef480Eb55e80D19ad83579A64c007002')}, ${account('0x0000BBdDc7CE488642fb579F8B00f3a590007251')}]`,
      ],
    ],
    findings: [],
  },
  {
    name: 'a size of contracts, from the release on that knows it again',
    change: [
      [version, 'platformVersion: 24.9.1'],
      [chain, `${chain}\n  contractSizeLimit: 65536`],
    ],
    findings: [],
  },
]
