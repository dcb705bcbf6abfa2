import type { Case, ExpectedFinding } from '../case.ts'

const file = 'material/public/genesis.json'

interface GenesisJson extends Record<string, unknown> {
  config: Record<string, unknown> & { qbft: Record<string, unknown> }
}

/** A chain that began with GoQuorum and continues with this release of Besu. */
const continued = (
  name: string,
  release: string,
  fields: string,
  change: (genesis: GenesisJson) => object,
  findings: readonly ExpectedFinding[],
): Case => ({
  name,
  keysMade: true,
  change: [
    ['platformVersion: 26.8.0', `platformVersion: ${release}`],
    ['chainId: 20261123', `chainId: 20261123${fields}`],
  ],
  files: (files) => {
    const made = JSON.parse(files[file] ?? '') as GenesisJson
    const genesis = { ...made, gasLimit: '0xe0000000', config: { ...made.config, isQuorum: true } }
    return { [file]: JSON.stringify({ ...genesis, ...change(genesis) }, null, 2) }
  },
  findings: [...findings, { ...order, at: `${43 + fields.split('\n').length - 2}:3` }].sort(
    (a, b) => weight(a) - weight(b),
  ),
})

const weight = ({ severity, at }: ExpectedFinding): number =>
  1000 * ['error', 'warning', 'notice'].indexOf(severity) + (Number(at.split(':')[0]) || 0)

/** Of the validators of good.yaml. */
const order: ExpectedFinding = {
  rule: 'goquorum-chain',
  severity: 'warning',
  at: '43:3',
  message:
    'validators of GoQuorum that restarted order the 7 validators as texts with checksum, and Besu as numbers: they wait for different proposers',
  hint: 'blocks need more rounds, or wait, until all validators run Besu: plan a quiet hour, and change them in one go',
}

const gas = '\n  gasLimit: "0xe0000000"'

const ofFile = (message: string, hint: string): ExpectedFinding => ({
  rule: 'goquorum-chain',
  severity: 'error',
  at: `${file}:1:1`,
  message: `${file}: ${message}`,
  hint,
})

/** Chains of GoQuorum that Besu cannot follow, or not without help. */
export const goquorum: readonly Case[] = [
  continued(
    'larger contracts',
    '25.7.0',
    gas,
    ({ config }) => ({ config: { ...config, maxCodeSizeConfig: [{ block: 0, size: 64 }] } }),
    [
      ofFile(
        'GoQuorum allows contracts of 65536 bytes, by options that Besu ignores: it stops at the first block with one of more than 24576',
        'add `"contractSizeLimit": 65536` to config of this file, and `contractSizeLimit: 65536` to genesis of the definition: the first block stays the same',
      ),
      {
        rule: 'genesis-key',
        severity: 'notice',
        at: `${file}:14:5`,
        message: `${file}: Besu ignores config.maxCodeSizeConfig: it reads contractSizeLimit, in bytes`,
        hint: 'nothing to do: the chain began with this file. Do not rely on the value',
      },
    ],
  ),
  continued('gas that GoQuorum raises at once', '25.7.0', '\n  gasLimit: 16777215', () => ({ gasLimit: '0xFFFFFF' }), [
    ofFile(
      'the gas limit begins with 16777215, and GoQuorum raises it to 700000000 at once: Besu accepts 1/1024 a block, and refuses block 1',
      'begin a new chain with Besu, and move contracts and data to it: Besu cannot follow this one',
    ),
  ]),
  continued(
    'times left to the client',
    '25.7.0',
    `${gas}\n  blockPeriodSeconds: 1`,
    ({ config }) => ({ config: { ...config, qbft: { epochlength: 30000 } } }),
    [
      ofFile(
        'config.qbft.blockperiodseconds and config.qbft.requesttimeoutseconds left to the client: GoQuorum and Besu have other defaults',
        'add `"blockperiodseconds": 5, "requesttimeoutseconds": 10` to config.qbft of this file, the times of GoQuorum',
      ),
    ],
  ),
  continued(
    'private transactions',
    '25.7.0',
    gas,
    ({ config }) => ({ config: { ...config, privacyEnhancementsBlock: 0 } }),
    [
      ofFile(
        'the chain is made for private transactions (config.privacyEnhancementsBlock), which Besu does not have',
        'begin a new chain with Besu. If the chain never had a private transaction, remove these options from the file for Besu',
      ),
    ],
  ),
  continued(
    'fewer signatures than Besu asks for',
    '25.7.0',
    gas,
    ({ config }) => ({
      config: {
        ...config,
        qbft: { ...config.qbft, ceil2Nby3Block: 500 },
      },
    }),
    [
      {
        ...ofFile(
          'GoQuorum makes blocks with 2F + 1 signatures (config.qbft.ceil2Nby3Block): with 5, 6, 8 or 9 validators these are fewer than Besu asks for, and it refuses such a block',
          'synchronize an `rpc` node of Besu first: where it stops at such a block, Besu cannot follow this chain',
        ),
        severity: 'warning',
      },
      {
        rule: 'genesis-key',
        severity: 'notice',
        at: `${file}:12:7`,
        message: `${file}: Besu ignores config.qbft.ceil2Nby3Block: it asks two thirds of the validators in all blocks`,
        hint: 'nothing to do: the chain began with this file. Do not rely on the value',
      },
    ],
  ),
  continued('a release that does not connect to GoQuorum', '26.8.0', gas, () => ({}), [
    {
      rule: 'goquorum-chain',
      severity: 'warning',
      at: '5:18',
      message: 'Besu 26.8.0 does not connect to nodes of GoQuorum: they have no version of the protocol eth in common',
      hint: 'use 25.7.0, the last release that connects, until the last node of GoQuorum has left; then upgrade',
    },
  ]),
]

const key = (at: string, message: string, hint: string): ExpectedFinding => ({
  rule: 'genesis-key',
  severity: 'notice',
  at: `${file}:${at}`,
  message: `${file}: ${message}`,
  hint,
})
const ignored = 'nothing to do: the chain began with this file. Do not rely on the value'
const read = 'nothing to do: nodes get the file as it is. Keep the value while the chain lives'

/** Keys of a genesis file without a field. */
export const genesisKeys: readonly Case[] = [
  continued(
    'options of GoQuorum that Besu ignores, and one of Besu that no field has',
    '25.7.0',
    gas,
    ({ config }) => ({
      config: {
        ...config,
        istanbul: { epoch: 30000, policy: 0 },
        qbft: { ...config.qbft, epoch: 30000, policy: 0, messageQueueLimit: 5000, duplicateMessageLimit: 100 },
        transitions: { qbft: [{ block: 100, blockperiodseconds: 2, epochlength: 50 }] },
      },
    }),
    [
      key('12:7', 'Besu ignores config.qbft.epoch: it reads epochlength, which is 30000 when absent', ignored),
      key('14:7', 'no field of the definition has config.qbft.messageQueueLimit, which nodes read: 5000', read),
      key('18:5', 'Besu ignores config.istanbul: it reads the section of its consensus, qbft or ibft2', ignored),
      key(
        '27:11',
        'Besu ignores config.transitions.qbft[0].epochlength: it keeps the value of the first block',
        ignored,
      ),
    ],
  ),
]

const { change: toBridge, ...bridge } = continued('clients of Besu beside GoQuorum', '25.7.0', gas, () => ({}), [
  {
    rule: 'goquorum-chain',
    severity: 'warning',
    at: '40:41',
    message:
      'clients of carrier/rpc1 can stop the chain: Besu accepts a transaction with a gas price, and nodes of GoQuorum refuse the block with it for good',
    hint: 'let clients use nodes of GoQuorum until the last validator of GoQuorum has left',
  },
])

/** With a node that clients reach. */
export const goquorumClients: readonly Case[] = [
  {
    ...bridge,
    change: [
      ...(Array.isArray(toBridge) ? toBridge : []),
      ['{name: rpc1, role: rpc}', '{name: rpc1, role: rpc, expose: [rpc]}'],
    ],
  },
]
