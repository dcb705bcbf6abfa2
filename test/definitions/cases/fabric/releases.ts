import type { Case } from '../../case.ts'

const version = 'platformVersion: 3.1.5'
const raft = '    raft: {electionTick: 10}\n'
const four = '- {name: orderer2, role: orderer}\n      - {name: orderer4, role: orderer, cluster: asia}'

/** Releases, and what all nodes of a channel have to be able to do. */
export const releases: readonly Case[] = [
  {
    name: 'releases without support',
    change: [
      [version, 'platformVersion: 2.4.9'],
      ['{name: orderer2, role: orderer}', '{name: orderer2, role: orderer, platformVersion: 3.0.0}'],
    ],
    findings: [
      {
        rule: 'release',
        severity: 'error',
        at: '5:18',
        message: 'Fabric 2.4.9 is not supported',
        hint: 'use 2.5.x, the release with long-term support, or 3.1.x',
      },
      {
        rule: 'release',
        severity: 'error',
        at: '38:58',
        message: 'Fabric 3.0.0 is not supported',
        hint: 'use 2.5.x, the release with long-term support, or 3.1.x',
      },
    ],
  },
  {
    name: 'an old release with long-term support',
    change: [[version, 'platformVersion: 2.5.4']],
    findings: [
      {
        rule: 'release',
        severity: 'warning',
        at: '5:18',
        message: 'Fabric 2.5.4 is older than 2.5.16',
        hint: 'upgrade: newer releases fix security problems',
      },
    ],
  },
  {
    name: 'a CA with a release of Fabric',
    change: [['{name: ca, role: ca}', '{name: ca, role: ca, platformVersion: 2.5.16}']],
    findings: [
      {
        rule: 'role-field',
        severity: 'error',
        at: '33:47',
        message: 'platformVersion of manufacturer/ca has no effect: it is a CA',
        hint: 'remove it: fabric-ca has separate releases, which the definition does not set',
      },
    ],
  },
  {
    name: 'unknown capabilities',
    change: [[raft, '    capabilities: {channel: V2_5, orderer: V3_0, application: V2_6}\n']],
    findings: [
      {
        rule: 'capability',
        severity: 'error',
        at: '52:29',
        message: 'channel trade: there is no channel capability V2_5',
        hint: 'known: V2_0, V3_0',
      },
      {
        rule: 'capability',
        severity: 'error',
        at: '52:44',
        message: 'channel trade: there is no orderer capability V3_0',
        hint: 'known: V2_0',
      },
      {
        rule: 'capability',
        severity: 'error',
        at: '52:63',
        message: 'channel trade: there is no application capability V2_6',
        hint: 'known: V2_0, V2_5',
      },
    ],
  },
  {
    name: 'a capability that a node does not have',
    change: [
      [raft, '    capabilities: {channel: V3_0}\n'],
      ['{name: peer2, role: peer,', '{name: peer2, role: peer, platformVersion: 2.5.16,'],
    ],
    findings: [
      {
        rule: 'capability',
        severity: 'error',
        at: '52:29',
        message:
          'channel trade has the capability V3_0, but carrier/peer2 runs 2.5.16: it would refuse the channel ("Must set some OrdererAddresses")',
        hint: 'upgrade every node of the channel to Fabric 3 first',
      },
    ],
  },
  {
    name: 'BFT with a capability that is not enough',
    change: (good) =>
      good
        .replace(raft, '    consensus: bft\n    capabilities: {channel: V2_0}\n')
        .replace('- {name: orderer2, role: orderer}', four),
    findings: [
      {
        rule: 'capability',
        severity: 'error',
        at: '54:29',
        message: 'channel trade: bft needs the channel capability V3_0',
        hint: 'remove capabilities.channel, or set it to V3_0',
      },
      {
        rule: 'concentration',
        severity: 'warning',
        at: '8:5',
        message: 'cluster asia holds 2 of 4 orderers of channel trade: without it the channel stops (3 are needed)',
        hint: 'place at most 1 of them in one cluster',
      },
    ],
  },
  {
    name: 'BFT with a release of before',
    change: (good) =>
      good
        .replace(raft, '    consensus: bft\n')
        .replace('- {name: orderer2, role: orderer}', four)
        .replace('{name: orderer1, role: orderer}', '{name: orderer1, role: orderer, platformVersion: 2.5.16}'),
    findings: [
      {
        rule: 'capability',
        severity: 'error',
        at: '53:16',
        message:
          'channel trade has the capability V3_0, as bft needs it, but manufacturer/orderer1 runs 2.5.16: it would refuse the channel ("Must set some OrdererAddresses")',
        hint: 'upgrade every node of the channel to Fabric 3 first',
      },
      {
        rule: 'concentration',
        severity: 'warning',
        at: '8:5',
        message: 'cluster asia holds 2 of 4 orderers of channel trade: without it the channel stops (3 are needed)',
        hint: 'place at most 1 of them in one cluster',
      },
    ],
  },
  {
    name: 'BFT where renewals need updates',
    change: (good) =>
      good
        .replace(raft, '    consensus: bft\n')
        .replace('- {name: orderer2, role: orderer}', four)
        .replace(version, 'platformVersion: 3.1.1'),
    findings: [
      {
        rule: 'concentration',
        severity: 'warning',
        at: '8:5',
        message: 'cluster asia holds 2 of 4 orderers of channel trade: without it the channel stops (3 are needed)',
        hint: 'place at most 1 of them in one cluster',
      },
      {
        rule: 'release',
        severity: 'warning',
        at: '53:16',
        message:
          'carrier/orderer2 orders a bft channel with Fabric 3.1.1: certificates can be renewed without an update of the channel only from 3.1.2 on',
        hint: 'use 3.1.2 or newer',
      },
    ],
  },
]
