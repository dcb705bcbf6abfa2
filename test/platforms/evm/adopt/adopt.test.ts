import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { load } from 'js-yaml'
import { describe, expect, test } from 'vitest'
import { toText } from '../../../../src/file-content.ts'
import type { Platform } from '../../../../src/platforms/platform.ts'
import { quorum } from '../../../../src/platforms/quorum/index.ts'
import { adopt, lineOf, problemsOf } from './adopting.ts'
import { besuGenesis, founders, nodeOf, nodes, quorumGenesis } from './chain.ts'
import type { FakeNode } from './rpc.ts'

const url = 'http://127.0.0.1:8545'
const ours = ['carrier/validator1=v1.example.org', 'maker/rpc1=rpc1.example.org']
const running: FakeNode = { self: nodeOf('v1'), peers: nodes.slice(1) }

describe('a chain of Besu, from files', () => {
  const given = { enodes: 'static-nodes.json', node: ours, key: 'carrier/validator1=secret:bevel-keys' }

  test('becomes a definition without errors', async () => {
    const adoption = await adopt(given)
    expect(problemsOf(adoption, 'besu')).toEqual([])
    expect(adoption.before).toMatchObject({ genesis: { chainId: 20261123, blockPeriodSeconds: 2 } })
    expect(toText(adoption.files.get('material/public/genesis.json') ?? '')).toBe(JSON.stringify(besuGenesis))
  })

  test('has our nodes where they run, and all others in external', async () => {
    const { organizations: made, external } = await adopt(given)
    expect(made).toEqual([
      {
        name: 'carrier',
        nodes: [
          {
            name: 'validator1',
            role: 'validator',
            existingSecret: 'bevel-keys',
            adopted: false,
            movesFrom: { host: 'v1.example.org', port: 30303 },
          },
        ],
      },
      {
        name: 'maker',
        nodes: [
          {
            name: 'rpc1',
            role: 'rpc',
            existingSecret: 'rpc1-keys',
            adopted: false,
            movesFrom: { host: 'rpc1.example.org', port: 30308 },
          },
        ],
      },
    ])
    expect(external).toEqual([
      {
        organization: 'others',
        nodes: ['v2', 'v3', 'v4', 'v5'].map((name, at) => ({
          name,
          role: name === 'v5' ? 'rpc' : 'validator',
          host: `${name}.example.org`,
          port: 30304 + at,
          nodeId: nodeOf(name).nodeId,
        })),
      },
    ])
  })

  test('has the public halves as `chancery keys` writes them', async () => {
    const { files } = await adopt(given)
    const { nodeId, address } = nodeOf('v1')
    expect(load(toText(files.get('material/public/carrier/validator1.yaml') ?? ''))).toEqual({
      kind: 'evm-node',
      nodeId,
      address,
      secret: { name: 'bevel-keys', key: 'nodekey' },
    })
  })

  test('reports that nothing shows what runs', async () => {
    const adoption = await adopt(given)
    expect(lineOf(adoption, 'first block')).toContain('No node was asked')
    expect(lineOf(adoption, 'validators')).toContain('4 of the first block')
    expect(adoption.tasks.join('\n')).toContain('Check the role of `maker/rpc1`')
    expect(adoption.tasks.join('\n')).toContain('`platformVersion`')
  })

  test('has a line for each key of the genesis and each node', async () => {
    const { lines } = await adopt(given)
    const subjects = lines.map(({ subject }) => subject)
    for (const key of Object.keys(besuGenesis).filter((one) => one !== 'config'))
      expect(subjects).toContain(`genesis ${key}`)
    for (const key of Object.keys(besuGenesis.config)) expect(subjects).toContain(`genesis config.${key}`)
    for (const id of ['carrier/validator1', 'maker/rpc1', 'others/v2', 'others/v5']) expect(subjects).toContain(id)
  })

  test('takes enode URLs one a line, with comments and queries', async () => {
    const files = { list: `# ours\n${nodeOf('v1').enode}?discport=0\n\n${nodeOf('v2').enode}\n` }
    const { external } = await adopt({ enodes: 'list', node: `carrier/validator1=${nodeOf('v1').enode}` }, { files })
    expect(external).toMatchObject([{ nodes: [{ name: 'v2' }] }])
  })
})

test('a value that no definition can have is refused', async () => {
  const config = { ...besuGenesis.config, contractSizeLimit: 1000 }
  const files = { 'genesis.json': JSON.stringify({ ...besuGenesis, config }) }
  await expect(adopt({}, { files })).rejects.toThrow('a definition cannot have genesis.contractSizeLimit of this chain')
})

describe('a chain of Besu, from a node', () => {
  const given = { 'from-rpc': url, node: ours }

  test('is checked, and has peers and release', async () => {
    const adoption = await adopt(given, { rpc: { [url]: running } })
    expect(problemsOf(adoption, 'besu')).toEqual([])
    expect(adoption.platformVersion).toBe('26.8.0')
    expect(lineOf(adoption, 'chain id')).toContain('checked: 20261123')
    expect(lineOf(adoption, 'first block')).toContain('header and accounts are those of the file')
    expect(lineOf(adoption, 'others/v5')).toContain('external, rpc')
    expect(adoption.ledger).toEqual({})
  })

  test('keeps votes since the first block', async () => {
    const voted = ['v1', 'v2', 'v3', 'v5'].map(nodeOf)
    const adoption = await adopt(given, { rpc: { [url]: { ...running, validators: voted } } })
    expect(adoption.ledger).toEqual({
      [nodeOf('v5').address]: { node: 'others/v5', validator: 'true' },
      [nodeOf('v4').address]: { node: 'others/v4', validator: 'false' },
    })
    expect(problemsOf(adoption, 'besu')).toEqual([])
    expect(lineOf(adoption, 'validators')).toContain('added 1 and removed 1')
  })

  test('reads validators from the last block where the API is off', async () => {
    const voted = ['v1', 'v2', 'v3', 'v5'].map(nodeOf)
    const rpc = { [url]: { ...running, validators: voted, apis: ['ADMIN'] } } as const
    expect(lineOf(await adopt(given, { rpc }), 'others/v5')).toContain('external, validator')
  })

  test.each([
    [499_999, 'ibft2', 'IBFT'],
    [500_000, undefined, 'QBFT'],
  ] as const)(
    'at block %s of one that changes to QBFT at 500000, has the consensus of that block',
    async (head, consensus, api) => {
      const { qbft, ...others } = besuGenesis.config
      const config = { ...others, ibft2: qbft, qbft: { ...qbft, startBlock: 500_000 } }
      const files = { 'genesis.json': JSON.stringify({ ...besuGenesis, config }) }
      const adoption = await adopt(given, { files, rpc: { [url]: { ...running, head, apis: ['ADMIN', api] } } })
      expect((adoption.before?.genesis as { consensus?: string } | undefined)?.consensus).toBe(consensus)
      expect(problemsOf(adoption, 'besu')).toEqual([])
    },
  )

  test('lists validators that nobody can dial', async () => {
    const adoption = await adopt(
      { 'from-rpc': url, node: `carrier/validator1=${nodeOf('v1').enode}` },
      { rpc: { [url]: { ...running, peers: [nodeOf('v2')] } } },
    )
    expect(lineOf(adoption, `validator ${nodeOf('v3').address}`)).toMatch(/^lost: no enode URL/)
    expect(adoption.tasks.join('\n')).toContain(`2 validators that are not in the definition: ${nodeOf('v3').address}`)
  })

  test('lists a peer whose port is none', async () => {
    const peers = [{ ...nodeOf('v2'), enode: `enode://${nodeOf('v2').nodeId}@v2.example.org:99999` }]
    const adoption = await adopt({ 'from-rpc': url }, { rpc: { [url]: { ...running, peers } } })
    expect(lineOf(adoption, `node ${nodeOf('v2').address}`)).toMatch(/^lost: v2\.example\.org:99999/)
  })

  test('replaces an address that only the node itself can use', async () => {
    const rpc = { 'http://10.2.3.4:8545': { ...running, host: '127.0.0.1' } }
    const { organizations: made } = await adopt(
      { 'from-rpc': 'http://10.2.3.4:8545', node: 'carrier/validator1=10.2.3.4' },
      { rpc },
    )
    expect(made).toMatchObject([{ nodes: [{ movesFrom: { host: '10.2.3.4', port: 30303 } }] }])
  })

  test('tells where a node of ours cannot be dialled', async () => {
    const adoption = await adopt(
      { 'from-rpc': url, node: 'carrier/validator1=127.0.0.1' },
      { rpc: { [url]: { ...running, host: '127.0.0.1' } } },
    )
    expect(adoption.organizations[0]?.nodes[0]).not.toHaveProperty('movesFrom')
    expect(adoption.tasks.join('\n')).toContain('Write `movesFrom` of `carrier/validator1`')
  })

  test.each([
    ['24.5.2', '24.5.2'],
    ['23.10.2', '26.8.0'],
  ])('that runs %s gets %s', async (runs, gets) => {
    const rpc = { [url]: { ...running, version: `besu/v${runs}/linux-x86_64/openjdk-java-21` } }
    const adoption = await adopt(given, { rpc })
    expect(adoption.platformVersion).toBe(gets)
    expect(lineOf(adoption, 'platformVersion')).toContain(runs)
  })

  test('takes the release that a person names', async () => {
    const adoption = await adopt(given, { rpc: { [url]: running }, platformVersion: '26.7.0' })
    expect(adoption.platformVersion).toBe('26.7.0')
  })

  test.each<[what: string, other: Partial<FakeNode>, message: string]>([
    [
      'chain ids',
      { genesis: { ...besuGenesis, config: { ...besuGenesis.config, chainId: 7 } } },
      'different chain ids',
    ],
    ['validators', { validators: founders.slice(1) }, 'different validators'],
  ])('that disagrees with another about %s is refused', async (_what, other, message) => {
    const rpc = { [url]: running, 'http://127.0.0.1:9545': { ...running, ...other } }
    await expect(adopt({ ...given, 'from-rpc': Object.keys(rpc) }, { rpc })).rejects.toThrow(message)
  })

  test.each<[what: string, genesis: typeof besuGenesis, message: string]>([
    ['chain id', { ...besuGenesis, config: { ...besuGenesis.config, chainId: 7 } }, 'its chain id is 7'],
    ['gas limit', { ...besuGenesis, gasLimit: '0x47b760' }, 'gasLimit of its first block is 0x47b760'],
    ['accounts', { ...besuGenesis, alloc: { [`0x${'ab'.repeat(20)}`]: { balance: '1' } } }, 'other accounts'],
  ])('with another %s than the file is refused', async (_what, genesis, message) => {
    await expect(adopt(given, { rpc: { [url]: { ...running, genesis } } })).rejects.toThrow(message)
  })

  test('reports a network id that nodes of Chancery do not have', async () => {
    const adoption = await adopt(given, { rpc: { [url]: { ...running, networkId: '10' } } })
    expect(lineOf(adoption, 'network id')).toMatch(/^lost: the chain has 10/)
  })

  test.each([
    ['{"jsonrpc":"2.0"}', 'does not answer as JSON-RPC does'],
    ['<html></html>', 'does not answer as JSON-RPC does'],
    ['[]', 'does not answer about its chain'],
  ])('answers of something else, as %s, are refused', async (answer, message) => {
    await expect(adopt(given, { rpc: { [url]: answer } })).rejects.toThrow(message)
  })

  test('never shows credentials of a URL', async () => {
    const secret = 'http://user:hunter2@127.0.0.1:8545'
    await expect(adopt({ 'from-rpc': secret }, { rpc: { [secret]: '[]' } })).rejects.not.toThrow('hunter2')
    const { lines } = await adopt({ 'from-rpc': secret, node: ours }, { rpc: { [secret]: running } })
    expect(JSON.stringify(lines)).not.toContain('hunter2')
  })
})

describe('a chain of GoQuorum, as a node of 24.4.1 answers', () => {
  const recorded = (name: string): string =>
    readFileSync(join(import.meta.dirname, 'recorded', `goquorum-24.4.1-${name}.json`), 'utf8')
  const answers = JSON.parse(recorded('validator')) as { result: Readonly<Record<string, string>> }[]
  const files = { 'genesis.json': JSON.stringify({ ...quorumGenesis, extraData: answers[3]?.result.extraData }) }
  const replayed = (name: string): Readonly<Record<string, string>> => ({ [url]: recorded(name) })

  test('is checked against its genesis file', async () => {
    const adoption = await adopt(
      { 'from-rpc': url, node: `carrier/validator1=${nodeOf('v1').enode}` },
      { files, rpc: replayed('validator') },
      quorum as Platform,
    )
    expect(adoption.platformVersion).toBe('24.4.1')
    expect(lineOf(adoption, 'first block')).toContain('header and accounts are those of the file')
    expect(lineOf(adoption, 'validators')).toContain('1 of the chain')
    expect(problemsOf(adoption, 'quorum')).toEqual([])
  })

  test('tells that ports of incoming connections are not those of the peer', async () => {
    const rpc = { [url]: recorded('validator').replaceAll('127.0.0.1:44504', '10.2.3.7:44504') }
    const adoption = await adopt({ 'from-rpc': url }, { files, rpc }, quorum as Platform)
    expect(lineOf(adoption, 'others/node-1')).toContain('10.2.3.7:44504')
    expect(adoption.tasks.join('\n')).toContain('Correct the ports of `others/node-1`')
  })

  test('lists nodes with addresses that only their machine can use', async () => {
    const adoption = await adopt({ 'from-rpc': url }, { files, rpc: replayed('validator') }, quorum as Platform)
    expect(lineOf(adoption, `node ${nodeOf('v1').address}`)).toMatch(/^lost: 127\.0\.0\.1:31303 .* cannot be dialled/)
    expect(lineOf(adoption, `validator ${nodeOf('v1').address}`)).toBeUndefined()
    expect(adoption.tasks.join('\n')).toContain('Write 2 nodes in `external`')
  })

  test('needs no API but ETH', async () => {
    const adoption = await adopt(
      { 'from-rpc': url, enodes: 'static-nodes.json' },
      { files, rpc: replayed('rpc') },
      quorum as Platform,
    )
    expect(lineOf(adoption, 'validators')).toContain('1 of the chain')
  })

  test('continues with Besu by its guide', async () => {
    const { tasks, platformVersion } = await adopt({ 'from-rpc': url }, { files, rpc: replayed('validator') })
    expect(platformVersion).toBe('25.7.0')
    expect(tasks.join('\n')).toContain('how a chain changes its client')
  })
})
