import { describe, expect, test } from 'vitest'
import { client as besu } from '../../../../src/platforms/besu/client.ts'
import { derivedGenesis } from '../../../../src/platforms/evm/adopt/genesis.ts'
import type { EvmClient } from '../../../../src/platforms/evm/client.ts'
import { client as quorum } from '../../../../src/platforms/quorum/client.ts'
import { dumpYaml } from '../../../../src/yaml.ts'
import { revisionOf } from '../../../plan/revisions.ts'
import { besuGenesis, founders, quorumGenesis } from './chain.ts'

const genesisPath = 'material/public/genesis.json'
const releases = { besu: '26.8.0', quorum: '24.4.1' }

/** A definition that follows the chain: a node of ours, and the founders elsewhere. */
function definitionOf(client: EvmClient, genesis: object): string {
  return dumpYaml({
    version: 1,
    name: 'member',
    platform: client.id,
    platformVersion: releases[client.id as keyof typeof releases],
    genesis,
    clusters: [
      {
        name: 'one',
        provider: 'eks',
        domain: 'one.example.com',
        storageClass: 'gp3',
        ambassador: { sourceRanges: ['203.0.113.0/24'] },
      },
    ],
    organizations: [{ name: 'member', cluster: 'one', nodes: [{ name: 'rpc1', role: 'rpc' }] }],
    external: [
      {
        organization: 'others',
        nodes: founders.map(({ name, nodeId, host }) => ({ name, role: 'validator', host, port: 30303, nodeId })),
      },
    ],
  })
}

const derive = (client: EvmClient, file: object, head?: number) =>
  derivedGenesis('genesis.json', JSON.stringify(file), client, head)

/** What only people know, and what is so of every chain of GoQuorum. */
const expected = ['recipients', 'end-of-life']

/** Errors and warnings of the definition that follows from a genesis file. */
function problemsOf(client: EvmClient, file: object): string[] {
  const { genesis, files } = derive(client, file)
  const { problems } = revisionOf(
    definitionOf(client, genesis),
    new Map([[genesisPath, JSON.stringify(file)], ...files]),
  )
  return problems
    .filter(({ rule, severity }) => severity !== 'notice' && !expected.includes(rule))
    .map(({ rule, message }) => `${rule}: ${message}`)
}

const { qbft, ...others } = besuGenesis.config
const besuWith = (config: object, fields: object = {}) => ({
  ...besuGenesis,
  ...fields,
  config: { ...others, ...config },
})
const quorumWith = (config: object, fields: object = {}) => ({
  ...quorumGenesis,
  ...fields,
  config: { ...quorumGenesis.config, ...config },
})
const { londonBlock, shanghaiTime, zeroBaseFee, ...berlin } = others
const code = `0x${'60806040'.repeat(200)}`

describe('a definition that follows from a genesis file agrees with it', () => {
  test.each<[name: string, client: EvmClient, file: object]>([
    ['as Chancery writes it', besu, besuGenesis],
    ['with gas limit and timestamps in capitals', besu, besuWith({ qbft }, { gasLimit: '0x29B926FF' })],
    ['that began before London', besu, { ...besuGenesis, config: { ...berlin, qbft, contractSizeLimit: 2147483647 } }],
    ['without a free gas price', besu, besuWith({ qbft, zeroBaseFee: false })],
    ['whose times are the defaults of Besu', besu, besuWith({ qbft: { epochlength: 100 } })],
    [
      'with a reward, a beneficiary and slow empty blocks',
      besu,
      besuWith({
        qbft: {
          ...qbft,
          blockreward: '0x1BC16D674EC80000',
          miningbeneficiary: '0xFE3B557E8fb62b89f4916b721be55ceb828dbd73',
          xemptyblockperiodseconds: 30,
        },
      }),
    ],
    [
      'with transitions and forks that are to come',
      besu,
      besuWith({ qbft, cancunTime: 4000000000, transitions: { qbft: [{ block: 900, blockperiodseconds: 1 }] } }),
    ],
    [
      'that changes from IBFT 2.0 to QBFT',
      besu,
      { ...besuGenesis, config: { ...berlin, ibft2: qbft, qbft: { ...qbft, startBlock: 500000 } } },
    ],
    ['of IBFT 2.0', besu, besuWith({ ibft2: { ...qbft, blockperiodseconds: 3, requesttimeoutseconds: 6 } })],
    [
      'with accounts, contracts and storage',
      besu,
      besuWith(
        { qbft },
        {
          alloc: {
            FE3B557E8fb62b89f4916b721be55ceb828dbd73: { balance: '0xad78ebc5ac6200000' },
            '0x0000000000000000000000000000000000008888': {
              comment: 'ingress',
              balance: '0',
              code,
              storage: { '0x00': '0x72', '0x04': '0x0f4240' },
            },
            '0x0000000000000000000000000000000000009999': { balance: '0', nonce: '0x1', code: '0x6001' },
          },
        },
      ),
    ],
    ['of the generator that Bevel uses', quorum, quorumGenesis],
    [
      'of GoQuorum with a larger limit',
      quorum,
      quorumWith({
        maxCodeSizeConfig: [
          { block: 0, size: 128 },
          { block: 70, size: 64 },
        ],
      }),
    ],
    [
      'of GoQuorum with zeros for defaults',
      quorum,
      quorumWith({ qbft: { epochlength: 0, blockperiodseconds: 0, requesttimeoutseconds: 0 } }),
    ],
  ])('%s', (_name, client, file) => expect(problemsOf(client, file)).toEqual([]))

  test('of a chain of GoQuorum that changes from IBFT to QBFT', () => {
    const { qbft: options, ...config } = quorumGenesis.config
    const file = {
      ...quorumGenesis,
      config: { ...config, ibft: options, transitions: [{ block: 500, algorithm: 'qbft' }] },
    }
    expect(problemsOf(quorum, file)).toEqual([])
  })
})

describe('the key genesis', () => {
  test('has what is not the default, and what people look for', () => {
    expect(derive(quorum, quorumGenesis).genesis).toEqual({
      chainId: 20261123,
      blockPeriodSeconds: 5,
      requestTimeoutSeconds: 10,
      emptyBlockPeriodSeconds: 60,
      gasLimit: 0xe0000000,
      contractSizeLimit: 65536,
      forks: { berlinBlock: 0 },
      accounts: [{ address: `0x${'ab'.repeat(20)}`, balance: '1000000000000000000000000000' }],
    })
  })

  test('has the code of large contracts in files, as compilers write them', () => {
    const { genesis, files } = derive(
      besu,
      besuWith({ qbft }, { alloc: { [`0x${'0'.repeat(36)}8888`]: { balance: '0', code } } }),
    )
    const artifact = `contracts/genesis-${'0'.repeat(36)}8888.json`
    expect(genesis.accounts).toEqual([{ address: `0x${'0'.repeat(36)}8888`, artifact }])
    expect(JSON.parse(files.get(artifact) ?? '')).toEqual({ deployedBytecode: code })
  })

  test.each([
    [undefined, 'qbft', 1],
    [499_999, 'ibft2', 0],
    [500_000, 'qbft', 0],
  ] as const)('names the consensus of block %s: %s', (head, consensus, tasks) => {
    const derived = derive(besu, besuWith({ ibft2: qbft, qbft: { ...qbft, startBlock: 500_000 } }), head)
    expect(derived.consensus).toBe(consensus)
    expect(derived.genesis.consensus).toBe(consensus === 'qbft' ? undefined : consensus)
    expect(derived.tasks).toHaveLength(tasks)
  })

  test('leaves out times that are on the command line, and says so', () => {
    const { qbft: _, ...config } = quorumGenesis.config
    const file = {
      ...quorumGenesis,
      config: { ...config, istanbul: { epoch: 30000, policy: 0, testQBFTBlock: 0, ceil2Nby3Block: 0 } },
    }
    const { genesis, tasks } = derive(quorum, file)
    expect(genesis).not.toHaveProperty('blockPeriodSeconds')
    expect(tasks.join()).toContain('--istanbul.blockperiod')
  })
})

describe('every key of the file has a line', () => {
  test.each([
    [besu, besuWith({ qbft, transitions: { qbft: [] }, comment: 'theirs' })],
    [quorum, quorumGenesis],
  ] as const)('of $title', (client, file) => {
    const keys = [
      ...Object.keys(file.config).map((key) => `config.${key}`),
      ...Object.keys(file).filter((key) => key !== 'config'),
    ]
    expect(
      derive(client, file)
        .lines.map(({ key }) => key)
        .sort(),
    ).toEqual(keys.sort())
  })
})

describe('a chain that cannot be continued is refused', () => {
  const { qbft: options, ...goQuorum } = quorumGenesis.config
  test.each<[name: string, client: EvmClient, config: object, message: RegExp, hint: RegExp]>([
    ['Raft', quorum, goQuorum, /no consensus, as for a chain of GoQuorum with Raft/, /begin a new chain with QBFT/],
    ['IBFT of GoQuorum', quorum, { ...goQuorum, ibft: options }, /a chain with IBFT/, /change to QBFT at a block/],
    [
      'Clique',
      quorum,
      { ...goQuorum, clique: { period: 5, epoch: 30000 } },
      /a chain with Clique/,
      /begin a new chain/,
    ],
    [
      'Clique on Besu',
      besu,
      { ...others, clique: { blockperiodseconds: 5 } },
      /a chain with Clique/,
      /begin a new chain/,
    ],
    [
      'a validator contract',
      besu,
      { ...others, qbft: { ...options, validatorcontractaddress: `0x${'0'.repeat(36)}7777` } },
      /are in the contract/,
      /not supported/,
    ],
  ])('%s', (_name, client, config, message, hint) => {
    const file = { ...(client === besu ? besuGenesis : quorumGenesis), config }
    const act = () => derive(client, file)
    expect(act).toThrow(message)
    expect(act).toThrow(expect.objectContaining({ hint: expect.stringMatching(hint) }))
  })

  test('as is a file with the private key of an account, which is not shown', () => {
    const secret = '11'.repeat(32)
    const alloc = { [`0x${'ab'.repeat(20)}`]: { balance: '1', privateKey: secret } }
    expect(() => derive(besu, besuWith({ qbft }, { alloc }))).toThrow(`privateKey of account 0x${'ab'.repeat(20)}`)
    expect(() => derive(besu, besuWith({ qbft }, { alloc }))).not.toThrow(secret)
  })

  test('but keys that are in the documentation of clients may be in it', () => {
    const alloc = { fe3b557e8fb62b89f4916b721be55ceb828dbd73: { balance: '1', privateKey: '8f2a…' } }
    expect(derive(besu, besuWith({ qbft }, { alloc })).genesis.accounts).toHaveLength(1)
  })

  test('as is a file that is not JSON', () => {
    expect(() => derivedGenesis('theirs.json', '{"config": {},}', besu)).toThrow('theirs.json is not valid JSON')
  })
})
