import type { Case, ExpectedFinding } from '../case.ts'

const file = 'material/public/genesis.json'
const chain = 'chainId: 20261123'
const besu = 'platform: besu\nplatformVersion: 26.8.0'

type Json = Record<string, unknown>
interface GenesisJson extends Json {
  extraData: string
  config: Json & { qbft: Json }
  alloc: Json
}

/** The genesis of good.yaml, as somebody else's generator might have written it. */
const written =
  (
    change: (genesis: GenesisJson) => Json,
    form = (json: unknown) => JSON.stringify(json),
  ): NonNullable<Case['files']> =>
  (files) => ({ [file]: form(change(JSON.parse(files[file] ?? '') as GenesisJson)) })

/** A case of a chain that exists. */
const joined = (
  name: string,
  fields: string,
  change: (genesis: GenesisJson) => Json,
  findings: readonly ExpectedFinding[] = [],
): Case => ({
  name,
  keysMade: true,
  change: [[chain, fields === '' ? chain : `${chain}\n  ${fields}`]],
  files: written(change),
  findings,
})

const config = (genesis: GenesisJson, change: Json): Json => ({ ...genesis, config: { ...genesis.config, ...change } })
const qbft = (genesis: GenesisJson, change: Json): Json =>
  config(genesis, { qbft: { ...genesis.config.qbft, ...change } })

/** Without London and Shanghai, and so without a base fee. */
const beforeLondon = (genesis: GenesisJson): Json => {
  const { londonBlock: _l, shanghaiTime: _s, zeroBaseFee: _z, ...rest } = genesis.config
  return { ...genesis, config: rest }
}

const account = '0x90f8bf6a479f320ead074411a4b0e7944ea8c9c1'
const contract = '0x0000000000000000000000000000000000001234'
const accounts = `accounts: [{address: "${account}", balance: "1000"}, {address: "${contract}", code: "0x60aB", storage: {"0x0": "0x1", "0x02": "0x00"}, nonce: 1}]`

const changed = (
  field: string,
  at: string,
  before: string,
  after: string,
  [steps, means]: readonly [string, string],
): ExpectedFinding => ({
  rule: 'genesis-changed',
  severity: 'error',
  at,
  message: `genesis.${field} was ${before} when the chain began (${file}), now ${after}`,
  hint: `${steps}: ${means}`,
})

const unusable = (message: string, hint: string): ExpectedFinding => ({
  rule: 'genesis',
  severity: 'error',
  at: `${file}:1:1`,
  message: `${file}${message}`,
  hint,
})

const refused = (title: string, why: string): ExpectedFinding =>
  unusable(`: ${title} does not start with this file: ${why}`, 'take the file that the nodes of the chain run with')

const endOfLife: ExpectedFinding = {
  rule: 'end-of-life',
  severity: 'warning',
  at: '4:11',
  message: 'GoQuorum is no longer maintained: nobody corrects its faults, those of security among them',
  hint: 'use it for networks that exist, and plan to move; for a new network take another platform with the same consensus',
}

/** A chain of GoQuorum that exists; its genesis as the usual generator writes it, but for what `change` says. */
const ofQuorum = (name: string, fields: string, change: Json, findings: readonly ExpectedFinding[] = []): Case => ({
  name,
  keysMade: true,
  change: [
    [besu, 'platform: quorum\nplatformVersion: 24.4.1'],
    [chain, `${chain}\n  ${fields}`],
  ],
  files: written((genesis) => ({
    ...genesis,
    gasLimit: '0xFFFFFF',
    config: {
      chainId: 20261123,
      berlinBlock: 0,
      muirglacierblock: 0,
      isQuorum: true,
      maxCodeSizeConfig: [{ block: 0, size: 64 }],
      txnSizeLimit: 64,
      qbft: {
        policy: 0,
        epoch: 30000,
        ceil2Nby3Block: 0,
        testQBFTBlock: 0,
        blockperiodseconds: 5,
        emptyblockperiodseconds: 60,
        requesttimeoutseconds: 10,
      },
      ...change,
    },
  })),
  findings: [...findings, endOfLife].sort((a, b) => order(a) - order(b)),
})
const order = ({ severity }: ExpectedFinding): number => ['error', 'warning', 'notice'].indexOf(severity)

/** The generator of GoQuorum writes the epoch of QBFT by the name that it has in older files. */
const ignoredEpoch = (column: number): ExpectedFinding => ({
  rule: 'genesis-key',
  severity: 'notice',
  at: `${file}:1:${column}`,
  message: `${file}: GoQuorum ignores config.qbft.epoch: it reads epochlength, which is 30000 when absent`,
  hint: 'nothing to do: the chain began with this file. Do not rely on the value',
})
const asGenerated =
  'blockPeriodSeconds: 5\n  requestTimeoutSeconds: 10\n  gasLimit: 16777215\n  contractSizeLimit: 65536'

/** Chains that exist already, of which the definition says something else; or that cannot be joined. */
export const joinedCases: readonly Case[] = [
  joined('another amount of gas', 'gasLimit: 699999999', (genesis) => ({ ...genesis, gasLimit: '0x29B92700' }), [
    changed('gasLimit', '9:13', '0x29B92700', '0x29b926ff', [
      'write `gasLimit: 700000000`',
      'the first block would change: nodes refuse to start with their data',
    ]),
  ]),
  joined('another size of contracts', '', (genesis) => config(genesis, { contractSizeLimit: 2147483647 }), [
    changed('contractSizeLimit', '8:3', '2147483647', 'absent', [
      'write `contractSizeLimit: 2147483647`',
      "nodes with the old and the new value refuse each other's blocks",
    ]),
  ]),
  joined('the time of a block left to Besu', '', (genesis) => qbft(genesis, { blockperiodseconds: undefined }), [
    changed('blockPeriodSeconds', '8:3', 'absent', '2', [
      'write `blockPeriodSeconds: 1`',
      'nodes with the old and the new value disagree on when a block is due; transitions change it at a later block',
    ]),
  ]),
  joined(
    'an account that the definition leaves out',
    '',
    (genesis) => ({ ...genesis, alloc: { [account.slice(2)]: { balance: '1000' } } }),
    [
      changed('accounts', '8:3', 'a list of 1 account', 'a list of 0 accounts', [
        `add \`{address: "${account}", balance: "1000"}\``,
        'the first block would change: nodes refuse to start with their data',
      ]),
    ],
  ),
  joined('London at the first block, where the chain began without', 'forks: {londonBlock: 0}', beforeLondon, [
    changed('freeGas', '8:3', 'false', 'true', [
      'write `freeGas: false`',
      "nodes with the old and the new value refuse each other's blocks",
    ]),
    changed('forks.londonBlock', '9:24', 'absent', '0', [
      'remove londonBlock',
      'nodes would judge existing blocks by other rules',
    ]),
  ]),
  joined(
    'another transition at a block of the file',
    'forks: {}\ntransitions: [{block: 500, blockPeriodSeconds: 3}]',
    (genesis) => config(genesis, { transitions: { qbft: [{ block: 500, blockperiodseconds: 1 }] } }),
    [
      {
        rule: 'genesis-changed',
        severity: 'error',
        at: '10:23',
        message: `the transition at block 500 differs from the one in ${file}`,
        hint: 'remove it to keep the one of the file: nodes past it judge blocks by it',
      },
    ],
  ),
  joined('validators in a contract', '', (genesis) => qbft(genesis, { validatorContractAddress: contract }), [
    unusable(
      `: the validators of this chain are in the contract ${contract}`,
      'use a chain whose blocks list the validators: a validator contract is not supported',
    ),
  ]),
  joined(
    'proof of authority of another kind',
    '',
    ({ config: { qbft: _, ...rest }, ...genesis }) => ({ ...genesis, config: { ...rest, clique: { period: 5 } } }),
    [
      unusable(
        ' belongs to a chain with Clique (config.clique): only QBFT and IBFT 2.0 are supported',
        'begin a new chain with QBFT, and carry its state over: a chain cannot change from Clique to QBFT',
      ),
    ],
  ),
  ofQuorum('options of IBFT beside those of QBFT', asGenerated, { istanbul: { epoch: 30000, testQBFTBlock: 100 } }, [
    unusable(
      ': config has istanbul besides qbft, and GoQuorum does not run QBFT with both',
      'take the file that the nodes of the chain run with',
    ),
  ]),
  ofQuorum(
    'a time of a block left to GoQuorum',
    'requestTimeoutSeconds: 10\n  gasLimit: 16777215\n  contractSizeLimit: 65536',
    { qbft: {} },
    [
      changed('blockPeriodSeconds', '8:3', 'absent', '2', [
        'write `blockPeriodSeconds: 5`',
        'nodes with the old and the new value disagree on when a block is due; transitions change it at a later block',
      ]),
    ],
  ),
  ofQuorum('as its generator writes it', asGenerated, {}, [ignoredEpoch(165)]),
  ofQuorum('with QBFT from a transition at the first block on', asGenerated, {
    qbft: undefined,
    transitions: [{ block: 0, algorithm: 'QBFT', blockperiodseconds: 5, requesttimeoutseconds: 10 }],
  }),
  ofQuorum('with IBFT first, in the older form, whose times are options of the command line', asGenerated, {
    qbft: undefined,
    istanbul: { epoch: 30000, policy: 0, testQBFTBlock: 100 },
  }),
  ofQuorum('with IBFT first', asGenerated, {
    qbft: undefined,
    ibft: { epochlength: 30000, blockperiodseconds: 5, requesttimeoutseconds: 10 },
    transitions: [{ block: 500, algorithm: 'qbft' }],
  }),
  ofQuorum('with IBFT only', asGenerated, { qbft: undefined, ibft: { epochlength: 30000 } }, [
    unusable(
      ' belongs to a chain with IBFT (config.ibft): only QBFT is supported',
      'a chain of IBFT can change to QBFT at a block (a transition with `algorithm: qbft`): join it after that',
    ),
  ]),
  ofQuorum(
    'with the size of contracts in other letters',
    asGenerated,
    { maxCodeSizeConfig: undefined, transitions: [{ block: 0, contractSizeLimit: 64 }] },
    [ignoredEpoch(121)],
  ),
  ofQuorum('with the chain id in quotes', asGenerated, { chainId: '20261123' }, [
    refused('GoQuorum', 'config.chainId must be a number without quotes'),
  ]),
  ofQuorum(
    'with the older names of the size of contracts',
    asGenerated,
    { maxCodeSizeConfig: undefined, maxCodeSize: 64 },
    [ignoredEpoch(121)],
  ),
  ofQuorum(
    'with the size of contracts as a transition',
    asGenerated,
    { maxCodeSizeConfig: undefined, transitions: [{ block: 0, contractsizelimit: 64 }] },
    [ignoredEpoch(121)],
  ),
  ofQuorum('with the times that GoQuorum has by default', asGenerated, { qbft: { epochLength: 30000 } }),
]

const { change: toQuorum } = ofQuorum('', asGenerated, {})

/** Files that a ledger does not read, or reads in another way than they look. */
export const unreadJoined: readonly Case[] = [
  ...(
    [
      ['a comma at the end', '{\n  "config": {},\n}', 'line 3, column 1'],
      ['a comment', '{ // ours\n}', 'line 1, column 3'],
      ['half a file', '{"config": {', 'line 1, column 13'],
      ['nothing', '', 'it ends too early'],
    ] as const
  ).map(
    ([name, text, place]): Case => ({
      name: `a file with ${name}`,
      keysMade: true,
      files: () => ({ [file]: text }),
      findings: [
        unusable(
          ` is not valid JSON (${place})`,
          'Besu reads strict JSON, without comments and trailing commas: restore the file from Git, or take it from a running node',
        ),
      ],
    }),
  ),
  joined('a fork as a text', '', (genesis) => config(genesis, { shanghaiTime: '0x0' }), [
    refused('Besu', 'config.shanghaiTime must be a number without quotes'),
  ]),
  joined('gas that is free in quotes', '', (genesis) => config(genesis, { zeroBaseFee: 'true' }), [
    refused('Besu', 'config.zeroBaseFee must be true or false, without quotes'),
  ]),
  joined('an epoch in quotes', '', (genesis) => qbft(genesis, { epochlength: '30000' }), [
    refused('Besu', 'config.qbft.epochlength must be a number without quotes'),
  ]),
  joined('no difficulty', '', ({ difficulty: _, ...rest }) => rest, [refused('Besu', 'difficulty is missing')]),
  joined(
    'extra data with a capital X',
    '',
    (genesis) => ({ ...genesis, extraData: genesis.extraData.replace('0x', '0X') }),
    [refused('Besu', 'extraData must begin with "0x" in small letters')],
  ),
  joined('proof of work beside QBFT', '', (genesis) => config(genesis, { ethash: {} }), [
    unusable(
      ': config has ethash besides qbft, and Besu does not run QBFT with both',
      'take the file that the nodes of the chain run with',
    ),
  ]),
  joined(
    'IBFT 1 alone',
    '',
    ({ config: { qbft: options, ...rest }, ...genesis }) => ({
      ...genesis,
      config: { ...rest, ibft: options },
    }),
    [
      unusable(
        ' belongs to a chain with IBFT (config.ibft): only QBFT and IBFT 2.0 are supported',
        'a chain of IBFT can change to QBFT at a block (config.qbft.startBlock): join it after that',
      ),
    ],
  ),
  joined(
    'validators in a contract from a block on',
    '',
    (genesis) =>
      config(genesis, {
        transitions: {
          qbft: [{ block: 9, validatorSelectionMode: 'contract', validatorContractAddress: contract }],
        },
      }),
    [
      unusable(
        `: the validators of this chain are in the contract ${contract}`,
        'use a chain whose blocks list the validators: a validator contract is not supported',
      ),
    ],
  ),
  {
    name: 'gas without quotes, which geth does not read',
    keysMade: true,
    change: toQuorum ?? [],
    files: written((genesis) => ({ ...genesis, gasLimit: 16777215, config: { ...genesis.config, isQuorum: true } })),
    findings: [refused('GoQuorum', 'gasLimit must be in quotes'), endOfLife],
  },
  {
    name: 'an account without a balance, which geth does not read',
    keysMade: true,
    change: toQuorum ?? [],
    files: written((genesis) => ({ ...genesis, alloc: { [account]: { code: '0x60' } } })),
    findings: [refused('GoQuorum', `the balance of account ${account} is missing`), endOfLife],
  },
  joined(
    'many accounts that the definition leaves out',
    '',
    (genesis) => ({
      ...genesis,
      alloc: Object.fromEntries(
        ['1', '2', '3', '4', '5'].map((digit) => [
          digit.repeat(40),
          digit === '1' ? { balance: '1', code: '0x60', storage: { '0x0': '0x1' }, nonce: '0x1' } : { balance: digit },
        ]),
      ),
    }),
    [
      changed('accounts', '8:3', 'a list of 5 accounts', 'a list of 0 accounts', [
        'add `{address: "0x1111111111111111111111111111111111111111", balance: "1"}`, and its code, storage and nonce; add `{address: "0x2222222222222222222222222222222222222222", balance: "2"}`; add `{address: "0x3333333333333333333333333333333333333333", balance: "3"}`; change 2 more accounts',
        'the first block would change: nodes refuse to start with their data',
      ]),
    ],
  ),
  joined(
    'a nonce that Besu reads in hexadecimal digits',
    `accounts: [{address: "${account}", balance: "5", nonce: 10}]`,
    (genesis) => ({ ...genesis, alloc: { [account]: { balance: '5', nonce: '10' } } }),
    [
      {
        ...changed('accounts', '9:13', '', '', [
          `correct the nonce of account ${account}`,
          'the first block would change: nodes refuse to start with their data',
        ]),
        message: `genesis.accounts has other content than when the chain began (${file})`,
      },
    ],
  ),
]

const ibft2 = (genesis: GenesisJson, change: Json = {}): Json => {
  const { qbft: options, ...rest } = genesis.config
  return { ...genesis, config: { ...rest, ibft2: options, ...change } }
}
const runsIbft2: ExpectedFinding = {
  rule: 'consensus-release',
  severity: 'notice',
  at: '5:18',
  message: 'Besu 26.8.0 runs IBFT 2.0 for chains that exist; the release notes up to 26.8.0 announce no end of it',
  hint: 'plan to change the chain to QBFT at a block (config.qbft.startBlock of its genesis file): new features come to QBFT',
}

/** Chains of IBFT 2.0. */
export const ibft2Joined: readonly Case[] = [
  joined('as it began', 'consensus: ibft2', (genesis) => ibft2(genesis), [runsIbft2]),
  joined('with other times', 'consensus: ibft2', (genesis) => ibft2(genesis, { ibft2: { blockperiodseconds: 5 } }), [
    changed('blockPeriodSeconds', '8:3', '5', '2', [
      'write `blockPeriodSeconds: 5`',
      'nodes with the old and the new value disagree on when a block is due; transitions change it at a later block',
    ]),
    runsIbft2,
  ]),
  joined(
    'with transitions',
    'consensus: ibft2\ntransitions: [{block: 500, blockPeriodSeconds: 1}]',
    (genesis) => ibft2(genesis, { transitions: { ibft2: [{ block: 500, blockperiodseconds: 1 }] } }),
    [runsIbft2],
  ),
  joined(
    'before it changes to QBFT',
    'consensus: ibft2',
    (genesis) => ibft2(genesis, { qbft: { ...genesis.config.qbft, startBlock: 500000 } }),
    [runsIbft2],
  ),
  joined('a chain of QBFT, which the definition takes for one of IBFT 2.0', 'consensus: ibft2', (genesis) => genesis, [
    changed('consensus', '9:14', 'qbft', 'ibft2', [
      'write `consensus: qbft`',
      'nodes run with the consensus of the genesis file',
    ]),
    runsIbft2,
  ]),
  {
    name: 'a release that is newer than the notes, and one with a fault',
    keysMade: true,
    change: [
      [besu, 'platform: besu\nplatformVersion: 27.1.0'],
      [chain, `${chain}\n  consensus: ibft2`],
      ['{name: rpc1, role: rpc}', '{name: rpc1, role: rpc, platformVersion: 24.9.1}'],
    ],
    files: written((genesis) => ibft2(genesis)),
    findings: [
      {
        rule: 'release-lacks',
        severity: 'error',
        at: '40:50',
        message:
          'genesis.consensus: carrier/rpc1 runs Besu 24.9.1, which keeps blocks of IBFT 2.0 that were only proposed, which breaks data in the Bonsai format (besu#7631)',
        hint: 'use 24.10.0 or newer: all nodes of a chain must judge its blocks by the same rules',
      },
      {
        rule: 'consensus-release',
        severity: 'warning',
        at: '5:18',
        message: 'Besu 27.1.0 is newer than 26.8.0, the last release that is known to run IBFT 2.0',
        hint: 'read the release notes before the upgrade; to be safe from its end, change the chain to QBFT at a block (config.qbft.startBlock of its genesis file)',
      },
      {
        rule: 'consensus-release',
        severity: 'notice',
        at: '40:50',
        message:
          'Besu 24.9.1 of carrier/rpc1 runs IBFT 2.0 for chains that exist; the release notes up to 26.8.0 announce no end of it',
        hint: 'plan to change the chain to QBFT at a block (config.qbft.startBlock of its genesis file): new features come to QBFT',
      },
    ],
  },
  {
    name: 'a chain that changed to QBFT, on a release that does not answer there',
    keysMade: true,
    change: [[besu, 'platform: besu\nplatformVersion: 26.7.0']],
    files: written((genesis) => config(genesis, { ibft2: genesis.config.qbft })),
    findings: [
      {
        rule: 'release-lacks',
        severity: 'warning',
        at: '5:18',
        message:
          'Besu 26.7.0 refuses ibft_ and qbft_ methods on a chain that changes from IBFT 2.0 to QBFT (besu#10679): no validator can vote. After a restart it may make blocks of both kinds (besu#10680)',
        hint: 'use 26.8.0 or newer',
      },
    ],
  },
]

const ignoredEmpty = (
  release: string,
  where: string,
  severity: 'error' | 'warning',
  hint: string,
): ExpectedFinding => ({
  rule: 'release-lacks',
  severity,
  at: '5:18',
  message: `Besu ${release} ignores ${where}: it makes blocks without transactions as often as others`,
  hint,
})
const onRelease = (release: string, given: Case): Case => {
  const edits = Array.isArray(given.change) ? given.change : []
  return { ...given, change: [[besu, `platform: besu\nplatformVersion: ${release}`], ...edits] }
}
const short = (at: string, from: string, empty: number, block: number): ExpectedFinding => ({
  rule: 'empty-block-period',
  severity: 'error',
  at,
  message: `${from} emptyBlockPeriodSeconds ${empty} is less than blockPeriodSeconds ${block}`,
  hint: 'set emptyBlockPeriodSeconds to the block period or more: a block without transactions is never due before one with them',
})
const sixty = (genesis: GenesisJson): Json => qbft(genesis, { emptyblockperiodseconds: 60 })
const useNewer = 'use 26.5.0 or newer on every node'
const orOldName = `${useNewer}, or write xemptyblockperiodseconds with the same number beside it`

/** Blocks without transactions. */
export const emptyBlocks: readonly Case[] = [
  joined('another time than in the file', 'emptyBlockPeriodSeconds: 30', sixty, [
    changed('emptyBlockPeriodSeconds', '9:28', '60', '30', [
      'write `emptyBlockPeriodSeconds: 60`',
      'nodes with the old and the new value disagree on when a block without transactions is due; transitions change it at a later block',
    ]),
  ]),
  joined('not in the file', 'emptyBlockPeriodSeconds: 30', (genesis) => genesis, [
    changed('emptyBlockPeriodSeconds', '9:28', 'absent', '30', [
      'remove emptyBlockPeriodSeconds',
      'nodes with the old and the new value disagree on when a block without transactions is due; transitions change it at a later block',
    ]),
  ]),
  onRelease(
    '26.4.0',
    joined('with a name that the release does not know', '', sixty, [
      ignoredEmpty('26.4.0', `emptyblockperiodseconds of ${file}`, 'warning', orOldName),
    ]),
  ),
  ...['26.8.1', '26.9.0'].map((release) =>
    onRelease(
      release,
      joined(
        `with a name that ${release} may not know any more`,
        '',
        (genesis) => qbft(genesis, { xemptyblockperiodseconds: 60 }),
        [
          {
            ...ignoredEmpty(
              release,
              '',
              'warning',
              'add a transition with emptyBlockPeriodSeconds at a later block: releases from 26.5.0 on read it',
            ),
            message: `Besu ${release} may ignore xemptyblockperiodseconds of ${file}: it makes blocks without transactions as often as others`,
          },
        ],
      ),
    ),
  ),
  {
    name: 'a new chain on an older release',
    change: [
      [besu, 'platform: besu\nplatformVersion: 26.4.0'],
      [chain, `${chain}\n  emptyBlockPeriodSeconds: 60`],
    ],
    findings: [ignoredEmpty('26.4.0', 'genesis.emptyBlockPeriodSeconds', 'error', useNewer)],
  },
  {
    name: 'a transition on an older release',
    keysMade: true,
    change: [
      [besu, 'platform: besu\nplatformVersion: 26.4.0'],
      [chain, `${chain}\ntransitions: [{block: 500, emptyBlockPeriodSeconds: 60}]`],
    ],
    findings: [ignoredEmpty('26.4.0', 'emptyBlockPeriodSeconds of transitions', 'error', useNewer)],
  },
  {
    name: 'a time below the block period',
    change: [[chain, `${chain}\n  emptyBlockPeriodSeconds: 1`]],
    findings: [short('9:28', 'from the first block on', 1, 2)],
  },
  {
    name: 'transitions to a time below the block period, and to a longer block period',
    change: [
      [
        chain,
        `${chain}\ntransitions:\n  - {block: 500, emptyBlockPeriodSeconds: 1}\n  - {block: 700, emptyBlockPeriodSeconds: 3}\n  - {block: 900, blockPeriodSeconds: 4, miningBeneficiary: "${account}", blockReward: 1}`,
      ],
    ],
    findings: [
      short('10:43', 'from block 500 on', 1, 2),
      {
        rule: 'transition',
        severity: 'error',
        at: '12:38',
        message: 'from block 900 on a block is due after 4 seconds, and a round ends after 4',
        hint: 'set a block period below requestTimeoutSeconds: a shorter round would end before its block is due',
      },
      short('12:38', 'from block 900 on', 3, 4),
    ],
  },
  joined(
    'IBFT 2.0',
    'consensus: ibft2\n  emptyBlockPeriodSeconds: 60',
    (genesis) => ibft2(genesis, { ibft2: { ...genesis.config.qbft, emptyblockperiodseconds: 60 } }),
    [
      {
        rule: 'empty-block-period',
        severity: 'error',
        at: '10:28',
        message:
          'emptyBlockPeriodSeconds has no effect with IBFT 2.0: it makes blocks without transactions at the same pace as others',
        hint: 'remove it',
      },
      runsIbft2,
    ],
  ),
]

/** Files of others that mean what the definition says. */
export const acceptedJoined: readonly Case[] = [
  {
    name: 'a chain whose validators are all run by one other party',
    change: (good) =>
      good
        .replace(
          /organizations:[\s\S]*external:/,
          'organizations: [{name: member, cluster: eu, nodes: [{name: rpc1, role: rpc}]}]\nexternal:',
        )
        .replace('  - organization: harbour\n    nodes:\n', ''),
    findings: [],
  },
  joined('the time of blocks without transactions', 'emptyBlockPeriodSeconds: 60', sixty),
  joined('the time of blocks without transactions, only in the file', '', sixty),
  joined('the time of blocks without transactions by its older name', 'emptyBlockPeriodSeconds: 60', (genesis) =>
    qbft(genesis, { xemptyblockperiodseconds: 60 }),
  ),
  joined(
    'a longer block period, with the rounds of the file',
    'forks: {}\ntransitions: [{block: 500, blockPeriodSeconds: 30}]',
    (genesis) => qbft(genesis, { requesttimeoutseconds: 60 }),
  ),
  joined('gas in capitals', 'gasLimit: 699999999', (genesis) => ({ ...genesis, gasLimit: '0x29B926FF' })),
  joined('gas in digits', 'gasLimit: 699999999', (genesis) => ({ ...genesis, gasLimit: '699999999' })),
  joined('gas as a number', 'gasLimit: "0x29b926ff"', (genesis) => ({ ...genesis, gasLimit: 699999999 })),
  joined('gas with zeros in front', 'gasLimit: 699999999', (genesis) => ({ ...genesis, gasLimit: '0x0029b926ff' })),
  joined('keys of the consensus in other letters', '', (genesis) =>
    config(genesis, { qbft: { blockPeriodSeconds: 2, epochLength: 30000, requestTimeoutSeconds: 4 } }),
  ),
  joined('forks in small letters', '', ({ config: { londonBlock, ...rest }, ...genesis }) => ({
    ...genesis,
    config: { ...rest, londonblock: londonBlock },
  })),
  joined('names of the parts in other letters', '', ({ extraData, config: { chainId, ...rest }, ...genesis }) => ({
    ...genesis,
    extradata: extraData,
    Config: { ...rest, chainid: chainId },
  })),
  joined('an epoch left to Besu', '', (genesis) => qbft(genesis, { epochlength: undefined })),
  joined('the size of contracts of Ethereum, written out', '', (genesis) =>
    config(genesis, { contractSizeLimit: 24576 }),
  ),
  joined('no reward, written out', '', (genesis) => qbft(genesis, { blockreward: '0x0', miningbeneficiary: '' })),
  joined(
    'a reward in digits, and its address with a checksum',
    'blockReward: "0x10"\n  miningBeneficiary: "0x90f8bf6a479f320ead074411a4b0e7944ea8c9c1"',
    (genesis) => qbft(genesis, { blockreward: '16', miningbeneficiary: '0x90F8bf6A479f320ead074411a4B0e7944Ea8c9C1' }),
  ),
  joined('keys that others put there', '', (genesis) => ({
    ...config(genesis, { comment: 'ours', ethash: undefined, discovery: { bootnodes: [] }, homesteadBlock: 0 }),
    number: '0x0',
    parentHash: `0x${'0'.repeat(64)}`,
    comment: 'made by hand',
  })),
  joined(
    'without coinbase, mix hash, nonce and time',
    '',
    ({ coinbase: _c, mixHash: _m, nonce: _n, timestamp: _t, ...rest }) => rest,
  ),
  joined('began without London', 'forks: {berlinBlock: 0}', beforeLondon),
  joined('began without London, and the definition does not say so', '', beforeLondon),
  joined(
    'began without London, which is to come',
    'freeGas: false\n  forks: {berlinBlock: 0, londonBlock: 900000}',
    beforeLondon,
  ),
  joined('forks that the definition leaves out', '', (genesis) =>
    config(genesis, { londonBlock: 900000, shanghaiTime: 1900000000, cancunTime: 1900000001, bpo1Time: 1900000002 }),
  ),
  joined('nothing in place of a fork', 'forks: {berlinBlock: 0}', (genesis) => {
    const { config: rest } = beforeLondon(genesis) as GenesisJson
    return { ...genesis, config: { ...rest, londonBlock: null, shanghaiTime: null } }
  }),
  joined('the chain id in quotes', '', (genesis) => config(genesis, { chainId: '20261123' })),
  joined('the time of a block in quotes', '', (genesis) => qbft(genesis, { blockperiodseconds: '2' })),
  joined('a round that is longer than the definition would make it', '', (genesis) =>
    qbft(genesis, { requesttimeoutseconds: 60 }),
  ),
  joined('began with IBFT 1', '', (genesis) =>
    config(genesis, { ibft: genesis.config.qbft, qbft: { ...genesis.config.qbft, startBlock: 500000 } }),
  ),
  {
    name: 'a balance that is too large for a number, without quotes',
    keysMade: true,
    change: [[chain, `${chain}\n  accounts: [{address: "${account}", balance: "1000000000000000000000000001"}]`]],
    files: written(
      (genesis) => ({ ...genesis, alloc: { [account]: { balance: 'large' } } }),
      (json) => JSON.stringify(json).replace('"large"', '1000000000000000000000000001'),
    ),
    findings: [],
  },
  {
    name: 'a byte order mark',
    keysMade: true,
    files: written(
      (genesis) => genesis,
      (json) => `\uFEFF${JSON.stringify(json)}`,
    ),
    findings: [],
  },
  joined('began with IBFT 2.0', 'forks: {berlinBlock: 0}', (genesis) => {
    const { config: rest } = beforeLondon(genesis) as GenesisJson
    return { ...genesis, config: { ...rest, ibft2: rest.qbft, qbft: { ...rest.qbft, startBlock: 500000 } } }
  }),
  joined('extra data of IBFT 2.0', '', (genesis) => ({
    ...genesis,
    extraData: genesis.extraData
      .replace(/c080c0$/, '808400000000c0')
      .replace(/^0xf8../, (head) => `0xf8${(Number.parseInt(head.slice(4), 16) + 4).toString(16)}`),
  })),
  joined('times of forks of the file, of the past', 'forks: {shanghaiTime: 1681338455}', (genesis) =>
    config(genesis, { shanghaiTime: 1681338455 }),
  ),
  joined('accounts as others write them', accounts, (genesis) => ({
    ...genesis,
    alloc: {
      [account.slice(2).toUpperCase()]: { balance: '0x3E8', comment: 'funded' },
      [contract]: {
        nonce: '0x01',
        code: '0x60AB',
        storage: { [`0x${'0'.repeat(64)}`]: `0x${'1'.padStart(64, '0')}` },
        comment: 'a contract',
      },
    },
  })),
  joined('a balance as a number', `accounts: [{address: "${account}", balance: 1000}]`, (genesis) => ({
    ...genesis,
    alloc: { [account]: { balance: 1000, nonce: '0x0', code: '0x', storage: {} } },
  })),
  joined('transitions of the file', '', (genesis) =>
    config(genesis, { transitions: { qbft: [{ block: 500, blockperiodseconds: 1 }] } }),
  ),
  joined(
    'transitions of the file, and the same and another one',
    'forks: {}\ntransitions: [{block: 500, blockPeriodSeconds: 1}, {block: 9000, blockPeriodSeconds: 3}]',
    (genesis) => config(genesis, { transitions: { qbft: [{ block: 500, blockPeriodSeconds: 1 }] } }),
  ),
]

/** Forks that only the genesis file has. */
export const forksOfFile: readonly Case[] = [
  onRelease(
    '25.8.0',
    joined(
      'a fork that the release does not have',
      '',
      (genesis) => config(genesis, { cancunTime: 1893456000, pragueTime: 1893456000, osakaTime: 1893456000 }),
      [
        {
          rule: 'release-lacks',
          severity: 'error',
          at: '5:18',
          message:
            'genesis.forks.osakaTime: Besu 25.8.0 has only a draft of Osaka: its rules are others than those of later releases',
          hint: 'use 26.2.0 or newer: all nodes of a chain must judge its blocks by the same rules',
        },
      ],
    ),
  ),
]
