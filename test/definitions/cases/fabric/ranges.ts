import type { Case, ExpectedFinding } from '../../case.ts'

const raft = '    raft: {electionTick: 10}\n'
const batch = 'batch: {timeout: 2s}'
const four = '- {name: orderer2, role: orderer}\n      - {name: orderer4, role: orderer, cluster: asia}'

/** BFT with four orderers in four clusters would need a fourth: the concentration of two is expected. */
const concentration: ExpectedFinding = {
  rule: 'concentration',
  severity: 'warning',
  at: '8:5',
  message: 'cluster asia holds 2 of 4 orderers of channel trade: without it the channel stops (3 are needed)',
  hint: 'place at most 1 of them in one cluster',
}

const schema = (at: string, message: string): ExpectedFinding => ({ rule: 'schema', severity: 'error', at, message })

/** Durations and numbers that Fabric cannot hold, and fields without effect. */
export const ranges: readonly Case[] = [
  ...(['2', '-2s', '2 s', '2sec', '1e3s', '2d', 'PT2S'] as const).map(
    (text): Case => ({
      name: `a duration that Go does not read: ${text}`,
      change: [[batch, `batch: {timeout: "${text}"}`]],
      findings: [
        schema(
          '53:22',
          `channels[trade].batch.timeout must be a duration as Go writes it, such as 2s or 500ms, got "${text}"`,
        ),
      ],
    }),
  ),
  ...(['2562048h', '9223372036854776000us', '2562047h60m'] as const).map(
    (text): Case => ({
      name: `a duration that overflows: ${text}`,
      change: [[raft, `    raft: {tickInterval: ${text}}\n`]],
      findings: [
        schema(
          '52:26',
          `channels[trade].raft.tickInterval must be a duration of less than 2562048h: Go counts no more, got "${text}"`,
        ),
      ],
    }),
  ),
  {
    name: 'more channels than can be rendered in seconds',
    change: [
      [
        'channels:\n',
        `channels:\n${Array.from({ length: 250 }, (_, at) => `  - {name: more${at}, members: [carrier]}\n`).join('')}`,
      ],
    ],
    findings: [schema('49:3', 'channels must be a list with at most 250 items, got a list of 251')],
  },
  {
    name: 'a duration of less than a nanosecond',
    change: [[raft, '    raft: {tickInterval: 0.9ns}\n']],
    findings: [
      {
        rule: 'raft',
        severity: 'error',
        at: '52:26',
        message: 'channel trade: raft.tickInterval must be longer than 0',
        hint: 'leave it out: it is 500ms',
      },
    ],
  },
  {
    name: 'numbers of more than 32 bits',
    change: [
      [raft, '    raft: {snapshotIntervalSize: 5368709120}\n'],
      [batch, 'batch: {absoluteMaxBytes: 4294967296, maxMessageCount: 4294967296}'],
    ],
    findings: [
      schema('52:34', 'channels[trade].raft.snapshotIntervalSize must be at most 4294967295, got 5368709120'),
      schema('53:31', 'channels[trade].batch.absoluteMaxBytes must be at most 4294967295, got 4294967296'),
      schema('53:60', 'channels[trade].batch.maxMessageCount must be at most 4294967295, got 4294967296'),
    ],
  },
  {
    name: 'an interval of snapshots in megabytes',
    change: [[raft, '    raft: {snapshotIntervalSize: 16}\n']],
    findings: [
      {
        rule: 'raft',
        severity: 'warning',
        at: '52:34',
        message:
          'channel trade: raft.snapshotIntervalSize 16 is in bytes: orderers would save a snapshot after every block',
        hint: 'remove it for the default of 16777216, 16 MiB',
      },
    ],
  },
  {
    name: 'options of SmartBFT with Raft',
    change: [[raft, '    bft: {requestPoolSize: 4000}\n']],
    findings: [
      {
        rule: 'consensus',
        severity: 'error',
        at: '52:5',
        message: 'channel trade has options of SmartBFT, but its consensus is etcdraft',
        hint: 'remove them, or set `consensus: bft`',
      },
    ],
  },
  {
    name: 'options of Raft with SmartBFT',
    change: [
      [raft, '    consensus: bft\n    raft: {electionTick: 20}\n'],
      ['- {name: orderer2, role: orderer}', four],
    ],
    findings: [
      {
        rule: 'consensus',
        severity: 'error',
        at: '54:5',
        message: 'channel trade has options of Raft, but its consensus is bft',
        hint: 'remove them: those of bft are in `bft`',
      },
      concentration,
    ],
  },
  {
    name: 'more transactions than bytes, which SmartBFT refuses',
    change: [
      [raft, '    consensus: bft\n'],
      ['- {name: orderer2, role: orderer}', four],
      [batch, 'batch: {maxMessageCount: 2000, absoluteMaxBytes: 1000, preferredMaxBytes: 1000}'],
    ],
    findings: [
      {
        rule: 'batch',
        severity: 'error',
        at: '54:30',
        message: 'channel trade: batch.maxMessageCount 2000 is greater than absoluteMaxBytes 1000, which bft refuses',
        hint: 'lower maxMessageCount or raise absoluteMaxBytes: a transaction has a kilobyte or more',
      },
      concentration,
    ],
  },
  {
    name: 'a peer that stands twice in a channel, and an organization twice at a chaincode',
    change: [
      ['peers: [peer1, peer2]', 'peers: [peer1, peer2, peer1]'],
      ['    sequence: 1', '    sequence: 1\n    organizations: [carrier, manufacturer, carrier]'],
    ],
    findings: [
      {
        rule: 'channel-reference',
        severity: 'error',
        at: '50:75',
        message: 'peer1 is a duplicate among the peers of carrier in trade',
        hint: 'remove one of the two',
      },
      {
        rule: 'channel-reference',
        severity: 'error',
        at: '61:44',
        message: 'carrier is a duplicate among the organizations of chaincode assets',
        hint: 'remove one of the two',
      },
    ],
  },
  {
    name: 'a validity of certificates that nobody makes, and a committer without a Job',
    change: [
      ['    clients: [shop]\n', '    clients: [shop]\n    administrators: {keys: elsewhere, validity: 30d}\n'],
      ['    sequence: 1', '    sequence: 1\n    committer: manufacturer'],
    ],
    findings: [
      {
        rule: 'role-field',
        severity: 'error',
        at: '30:49',
        message: 'administrators.validity of manufacturer has no effect: the keys of its administrators are elsewhere',
        hint: 'remove it: the issuer of their certificates decides on the validity',
      },
      {
        rule: 'chaincode-organization',
        severity: 'warning',
        at: '62:16',
        message:
          'manufacturer is to commit chaincode assets, but has the keys of its administrators elsewhere: no Job here does it',
        hint: 'set a member with Jobs, or remove it: the first member with Jobs commits',
      },
    ],
  },
  {
    name: 'clients in a cluster without a node',
    change: (good) =>
      good
        .replace('    cluster: eu\n', '    cluster: us\n')
        .replace('- {name: orderer1, role: orderer}', '- {name: orderer1, role: orderer, cluster: eu}')
        .replace(
          '- {name: peer1, role: peer, stateDatabase: couchdb}',
          '- {name: peer1, role: peer, stateDatabase: couchdb, cluster: eu}',
        )
        .replace('- {name: ca, role: ca}', '- {name: ca, role: ca, cluster: eu}'),
    findings: [
      {
        rule: 'client-without-home',
        severity: 'warning',
        at: '27:14',
        message: 'manufacturer has clients but no node in its home cluster us: their Secrets would be missing',
        hint: 'set a home cluster where it has nodes',
      },
    ],
  },
  ...(
    [
      ['UK', 'must be a country code of ISO 3166, such as GB'],
      ['EU', 'must be a country code of ISO 3166'],
      ['XX', 'must be a country code of ISO 3166'],
      ['gb', 'must be a country code of two capital letters (ISO 3166)'],
    ] as const
  ).map(
    ([country, message]): Case => ({
      name: `a country that does not exist: ${country}`,
      change: [['    clients: [shop]\n', `    clients: [shop]\n    subject: {country: ${country}}\n`]],
      findings: [schema('30:24', `organizations[manufacturer].subject.country ${message}, got "${country}"`)],
    }),
  ),
]

/** At the border, and right. */
export const acceptedRanges: readonly Case[] = [
  {
    name: 'durations as Go reads them',
    change: [
      [raft, '    raft: {tickInterval: .5s, electionTick: 2, heartbeatTick: 1, snapshotIntervalSize: 65536}\n'],
      [batch, 'batch: {timeout: 2562047h, maxMessageCount: 4294967295}'],
    ],
    findings: [],
  },
  {
    name: 'a duration in microseconds',
    change: [[batch, 'batch: {timeout: 1h2m3.5s4ms5us6ns}']],
    findings: [],
  },
  {
    name: 'more transactions than bytes with Raft',
    change: [[batch, 'batch: {maxMessageCount: 2000, absoluteMaxBytes: 1000, preferredMaxBytes: 1000}']],
    findings: [],
  },
  ...['172.20.0.0/16', '100.64.0.0/10', '192.168.0.0/16'].map(
    (range): Case => ({
      name: `a range that pods may have: ${range}`,
      change: [['10.1.0.0/16', range]],
      findings: [],
    }),
  ),
  ...['GB', 'GR', 'XK', 'NO', 'AX'].map(
    (country): Case => ({
      name: `a country that looks unusual: ${country}`,
      change: [['    clients: [shop]\n', `    clients: [shop]\n    subject: {country: ${country}}\n`]],
      findings: [],
    }),
  ),
]
