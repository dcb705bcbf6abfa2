import type { Case } from '../../case.ts'

const raft = '    raft: {electionTick: 10}\n'
const batch = 'batch: {timeout: 2s}'
const orderers = 'orderers: [manufacturer, carrier, retailer/orderer3]'
const withOrderers =
  (...more: readonly string[]) =>
  (good: string): string =>
    good.replace(
      '- {name: ca, role: ca}',
      ['- {name: ca, role: ca}', ...more.map((name) => `      - {name: ${name}, role: orderer}`)].join('\n'),
    )
const bft =
  (options: string) =>
  (good: string): string =>
    good
      .replace(raft, `    consensus: bft\n    bft: {${options}}\n`)
      .replace(
        '- {name: orderer2, role: orderer}',
        '- {name: orderer2, role: orderer}\n      - {name: orderer4, role: orderer, cluster: asia}',
      )

/** Who orders, where they are, and when blocks are cut. */
export const consensus: readonly Case[] = [
  {
    name: 'source ranges that refuse the pods of their own cluster',
    change: [
      [', 10.1.0.0/16]', ']'],
      [', 10.3.0.0/16]', ', 11.0.0.0/8]'],
    ],
    findings: [
      {
        rule: 'hairpin',
        severity: 'warning',
        at: '11:32',
        message:
          'sourceRanges of cluster asia lack the addresses of its own pods: orderers and peers dial orderers at their own Ambassador, and are refused',
        hint: "add the range of the pods, such as 10.0.0.0/8, or let the cluster's DNS resolve the names to the Ambassador's Service (docs/platforms/fabric.md)",
      },
      {
        rule: 'hairpin',
        severity: 'warning',
        at: '22:32',
        message:
          'sourceRanges of cluster us lack the addresses of its own pods: orderers and peers dial orderers at their own Ambassador, and are refused',
        hint: "add the range of the pods, such as 10.0.0.0/8, or let the cluster's DNS resolve the names to the Ambassador's Service (docs/platforms/fabric.md)",
      },
    ],
  },
  {
    name: 'an unknown consensus',
    change: [[raft, '    consensus: raft\n']],
    findings: [
      {
        rule: 'consensus',
        severity: 'error',
        at: '52:16',
        message: 'channel trade: unknown consensus "raft"',
        hint: 'use etcdraft or bft',
      },
    ],
  },
  {
    name: 'a consensus of the past',
    change: [[raft, '    consensus: kafka\n']],
    findings: [
      {
        rule: 'consensus',
        severity: 'error',
        at: '52:16',
        message: 'channel trade: kafka was removed in Fabric 3.0',
        hint: 'use etcdraft or bft',
      },
    ],
  },
  {
    name: 'one orderer',
    change: [
      [orderers, 'orderers: [carrier]'],
      ['      - {name: orderer1, role: orderer}\n', ''],
      ['      - {name: orderer3, role: orderer}\n', ''],
    ],
    findings: [
      {
        rule: 'consenters',
        severity: 'warning',
        at: '47:5',
        message: 'channel trade has one orderer: without it the channel stops',
        hint: 'use three, or five to survive the loss of two',
      },
    ],
  },
  {
    name: 'an even number for Raft',
    change: (good) => withOrderers('orderer4')(good),
    findings: [
      {
        rule: 'concentration',
        severity: 'warning',
        at: '13:5',
        message: 'cluster eu holds 2 of 4 orderers of channel trade: without it the channel stops (3 are needed)',
        hint: 'place at most 1 of them in one cluster',
      },
      {
        rule: 'consenters',
        severity: 'warning',
        at: '50:5',
        message: 'channel trade has 4 orderers: with Raft they survive no more failures than 3 would',
        hint: 'use 3 or 5',
      },
    ],
  },
  {
    name: 'too many in one cluster',
    change: withOrderers('orderer4', 'orderer5'),
    findings: [
      {
        rule: 'concentration',
        severity: 'warning',
        at: '13:5',
        message: 'cluster eu holds 3 of 5 orderers of channel trade: without it the channel stops (3 are needed)',
        hint: 'place at most 2 of them in one cluster',
      },
    ],
  },
  {
    name: 'all of one organization',
    change: (good) =>
      good
        .replace(/ {6}- \{name: orderer[23].*\n/g, '')
        .replace(/ {6}- \{name: orderer[23].*\n/g, '')
        .replace(orderers, 'orderers: [manufacturer]')
        .replace(
          '- {name: ca, role: ca}',
          '- {name: ca, role: ca}\n      - {name: orderer2, role: orderer, cluster: us}\n      - {name: orderer3, role: orderer, cluster: asia}',
        ),
    findings: [
      {
        rule: 'concentration',
        severity: 'warning',
        at: '49:5',
        message:
          'all orderers of channel trade belong to manufacturer: one administrator controls the order of transactions',
        hint: 'add orderers of other organizations',
      },
    ],
  },
  {
    name: 'too few for BFT',
    change: [[raft, '    consensus: bft\n']],
    findings: [
      {
        rule: 'consenters',
        severity: 'error',
        at: '49:5',
        message: 'channel trade has 3 orderers: bft needs at least 4 (3f + 1)',
        hint: 'add orderers, or use etcdraft',
      },
    ],
  },
  {
    name: 'more for BFT than a step needs',
    change: (good) =>
      bft('collectTimeout: 1s')(good).replace(
        '- {name: peer2, role: peer',
        '- {name: orderer5, role: orderer, cluster: eu}\n      - {name: peer2, role: peer',
      ),
    findings: [
      {
        rule: 'concentration',
        severity: 'warning',
        at: '8:5',
        message: 'cluster asia holds 2 of 5 orderers of channel trade: without it the channel stops (4 are needed)',
        hint: 'place at most 1 of them in one cluster',
      },
      {
        rule: 'concentration',
        severity: 'warning',
        at: '13:5',
        message: 'cluster eu holds 2 of 5 orderers of channel trade: without it the channel stops (4 are needed)',
        hint: 'place at most 1 of them in one cluster',
      },
      {
        rule: 'consenters',
        severity: 'notice',
        at: '51:5',
        message: 'channel trade: 5 orderers survive 1 malicious, as 4 would',
        hint: '7 orderers survive 2',
      },
    ],
  },
  {
    name: 'BFT in three clusters with two orderers in one',
    change: bft('collectTimeout: 1s'),
    findings: [
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
    name: 'clocks of Raft',
    change: [[raft, '    raft: {electionTick: 1, heartbeatTick: 1, tickInterval: 0s}\n']],
    findings: [
      {
        rule: 'raft',
        severity: 'error',
        at: '52:26',
        message: 'channel trade: raft.electionTick 1 must be greater than heartbeatTick 1',
        hint: 'set ten times heartbeatTick',
      },
      {
        rule: 'raft',
        severity: 'error',
        at: '52:61',
        message: 'channel trade: raft.tickInterval must be longer than 0',
        hint: 'leave it out: it is 500ms',
      },
    ],
  },
  {
    name: 'clocks of SmartBFT',
    change: bft('requestForwardTimeout: 1m, requestComplainTimeout: 20s, viewChangeTimeout: 0s'),
    findings: [
      {
        rule: 'bft',
        severity: 'error',
        at: '54:10',
        message: 'channel trade: bft.viewChangeResendInterval 5s is longer than viewChangeTimeout 0s',
        hint: 'change one of them: orderers would refuse the channel',
      },
      {
        rule: 'bft',
        severity: 'error',
        at: '54:34',
        message: 'channel trade: bft.requestForwardTimeout 1m is longer than requestComplainTimeout 20s',
        hint: 'change one of them: orderers would refuse the channel',
      },
      {
        rule: 'bft',
        severity: 'error',
        at: '54:86',
        message: 'channel trade: bft.viewChangeTimeout must be longer than 0',
        hint: 'leave it out for the default',
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
    name: 'batches of nothing',
    change: [[batch, 'batch: {timeout: 0s, maxMessageCount: 0, absoluteMaxBytes: 0, preferredMaxBytes: 0}']],
    findings: [
      {
        rule: 'batch',
        severity: 'error',
        at: '53:22',
        message: 'channel trade: batch.timeout must be longer than 0',
        hint: 'leave it out: it is 2s',
      },
      {
        rule: 'batch',
        severity: 'error',
        at: '53:43',
        message: 'channel trade: batch.maxMessageCount must be greater than 0',
        hint: 'leave it out for the default',
      },
      {
        rule: 'batch',
        severity: 'error',
        at: '53:64',
        message: 'channel trade: batch.absoluteMaxBytes must be greater than 0',
        hint: 'leave it out for the default',
      },
      {
        rule: 'batch',
        severity: 'error',
        at: '53:86',
        message: 'channel trade: batch.preferredMaxBytes must be greater than 0',
        hint: 'leave it out for the default',
      },
    ],
  },
  {
    name: 'batches that are too large',
    change: [[batch, 'batch: {absoluteMaxBytes: 60000000, preferredMaxBytes: 70000000}']],
    findings: [
      {
        rule: 'batch',
        severity: 'error',
        at: '53:60',
        message: 'channel trade: batch.preferredMaxBytes 70000000 is greater than absoluteMaxBytes 60000000',
        hint: 'lower it',
      },
      {
        rule: 'batch',
        severity: 'warning',
        at: '53:31',
        message: 'channel trade: batch.absoluteMaxBytes 60000000 is above 49 MB, near the gRPC limit of 100 MB',
        hint: 'keep large data outside of the ledger',
      },
    ],
  },
  {
    name: 'no duration',
    change: [[batch, 'batch: {timeout: 2 seconds}']],
    findings: [
      {
        rule: 'schema',
        severity: 'error',
        at: '53:22',
        message:
          'channels[trade].batch.timeout must be a duration as Go writes it, such as 2s or 500ms, got "2 seconds"',
      },
    ],
  },
]
