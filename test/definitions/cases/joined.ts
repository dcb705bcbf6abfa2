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

const changed = (field: string, at: string, before: string, after: string, means: string): ExpectedFinding => ({
  rule: 'genesis-changed',
  severity: 'error',
  at,
  message: `genesis.${field} was ${before} when the chain began (${file}), now ${after}`,
  hint: `${means}: restore the old value`,
})

const unusable = (message: string, hint: string): ExpectedFinding => ({
  rule: 'genesis',
  severity: 'error',
  at: `${file}:1:1`,
  message: `${file}${message}`,
  hint,
})

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
      qbft: { policy: 0, epoch: 30000, ceil2Nby3Block: 0, blockperiodseconds: 5, requesttimeoutseconds: 10 },
      ...change,
    },
  })),
  findings: [...findings, endOfLife],
})
const asGenerated =
  'blockPeriodSeconds: 5\n  requestTimeoutSeconds: 10\n  gasLimit: 16777215\n  contractSizeLimit: 65536'

/** Chains that exist already, of which the definition says something else; or that cannot be joined. */
export const joinedCases: readonly Case[] = [
  joined('another amount of gas', 'gasLimit: 699999999', (genesis) => ({ ...genesis, gasLimit: '0x29B92700' }), [
    changed(
      'gasLimit',
      '9:13',
      '0x29B92700',
      '0x29b926ff',
      'the first block would change: nodes refuse to start with their data',
    ),
  ]),
  joined('another size of contracts', '', (genesis) => config(genesis, { contractSizeLimit: 2147483647 }), [
    changed(
      'contractSizeLimit',
      '8:3',
      '2147483647',
      'absent',
      "nodes with the old and the new value refuse each other's blocks",
    ),
  ]),
  joined('the time of a block left to Besu', '', (genesis) => qbft(genesis, { blockperiodseconds: undefined }), [
    changed(
      'blockPeriodSeconds',
      '8:3',
      'absent',
      '2',
      'nodes with the old and the new value disagree on when a block is due; change it at a future block with transitions',
    ),
  ]),
  joined(
    'an account that the definition leaves out',
    '',
    (genesis) => ({ ...genesis, alloc: { [account.slice(2)]: { balance: '1000' } } }),
    [
      changed(
        'accounts',
        '8:3',
        'a list of 1 account',
        'a list of 0 accounts',
        'the first block would change: nodes refuse to start with their data',
      ),
    ],
  ),
  joined('London at the first block, where the chain began without', 'forks: {londonBlock: 0}', beforeLondon, [
    changed('freeGas', '8:3', 'false', 'true', "nodes with the old and the new value refuse each other's blocks"),
    changed('forks.londonBlock', '9:24', 'absent', '0', 'nodes would judge existing blocks by other rules'),
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
      'use a chain whose first block lists the validators: a validator contract is not supported',
    ),
  ]),
  joined(
    'proof of authority of another kind',
    '',
    ({ config: { qbft: _, ...rest }, ...genesis }) => ({ ...genesis, config: { ...rest, clique: { period: 5 } } }),
    [
      unusable(
        ' belongs to a chain with Clique (config.clique): only QBFT is supported',
        'an IBFT chain can switch to QBFT at a block (config.qbft.startBlock of Besu): join it after that',
      ),
    ],
  ),
  ofQuorum('IBFT before QBFT', asGenerated, { istanbul: { epoch: 30000, testQBFTBlock: 100 } }, [
    unusable(
      ': config has istanbul besides qbft, and GoQuorum prefers it',
      'use a chain with QBFT from the first block: a migrated chain is not supported',
    ),
  ]),
  ofQuorum(
    'a time of a block left to GoQuorum',
    'requestTimeoutSeconds: 10\n  gasLimit: 16777215\n  contractSizeLimit: 65536',
    { qbft: {} },
    [
      changed(
        'blockPeriodSeconds',
        '8:3',
        'absent',
        '2',
        'nodes with the old and the new value disagree on when a block is due; change it at a future block with transitions',
      ),
    ],
  ),
  ofQuorum('as its generator writes it', asGenerated, {}),
  ofQuorum('with the older names of the size of contracts', asGenerated, {
    maxCodeSizeConfig: undefined,
    maxCodeSize: 64,
  }),
  ofQuorum('with the size of contracts as a transition', asGenerated, {
    maxCodeSizeConfig: undefined,
    transitions: [{ block: 0, contractsizelimit: 64 }],
  }),
  ofQuorum('with the times that GoQuorum has by default', asGenerated, { qbft: { epochLength: 30000 } }),
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
