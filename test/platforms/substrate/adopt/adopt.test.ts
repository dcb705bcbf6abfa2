import { bytesToHex, hexToBytes, utf8ToBytes } from '@noble/hashes/utils.js'
import { load } from 'js-yaml'
import { describe, expect, it } from 'vitest'
import { OperatorError } from '../../../../src/errors.ts'
import { materialOf } from '../../../../src/material/files.ts'
import type { Adoption } from '../../../../src/platforms/adoption.ts'
import { adoption } from '../../../../src/platforms/substrate/adopt/adoption.ts'
import { compact, concat, withLength } from '../../../../src/platforms/substrate/genesis/scale.ts'
import { publicKeyOf } from '../../../../src/platforms/substrate/keys/session-keys.ts'
import { read } from '../../../docs/pages.ts'
import { smallRuntime, wasmOf } from '../small-runtime.ts'

const raw = await read('examples/join-substrate/chain/foodtrace-raw.json')
const hash = '0xb225025a2b54b2c3f3aca12b8046d3c952d863c104df9a569891e18fe94b6264'
const other = `0x${'12'.repeat(32)}`

/** The phrase of the SDK's development accounts, with its seed and public keys as `subkey inspect` prints them. */
const phrase = 'bottom drive obey lake curtain smoke basket hold race lonely fit walk'
const seed = 'fac7959dbfe72f052e5a0c3c8d6530f202b02fd8f9f5ca3580ec8deb7797479e'
const sr25519 = '46ebddef8cd9bb167dc30878d7113b7e168e6f0646beffd77d69d39bad76b47a'
const ed25519 = publicKeyOf('ed25519', hexToBytes(seed)).slice(2)

const nodeKey = `${'00'.repeat(31)}01`
const peerId = '12D3KooWEyoppNCUx8Yx66oV9fJnriXwCcXwDDUA2kj6vnc6iDEp'
const hex = (text: string): string => Buffer.from(text).toString('hex')

type Files = Readonly<Record<string, string | Uint8Array>>

/** The folder of a validator: Aura's key as the phrase that author_rotateKeys writes, GRANDPA's as a seed. */
const validator: Files = {
  'network/secret_ed25519': hexToBytes(nodeKey),
  [`keystore/${hex('aura')}${sr25519}`]: JSON.stringify(phrase),
  [`keystore/${hex('gran')}${ed25519}`]: `"0x${seed}"`,
  'db/full/000001.log': 'blocks',
}

interface Machine {
  readonly spec?: string
  readonly folders?: Readonly<Record<string, Files>>
  /** Genesis hashes by URL. */
  readonly rpc?: Readonly<Record<string, string>>
  readonly status?: number
  readonly platformVersion?: string
  readonly existing?: Readonly<Record<string, unknown>>
}

const adopt = (
  given: Readonly<Record<string, string | readonly string[]>>,
  { spec = raw, folders = {}, rpc = {}, status = 200, platformVersion = '1.4.0', existing }: Machine = {},
): Promise<Adoption> =>
  adoption.adopt({
    ...{ name: 'foodtrace', clusters: ['eu'], places: new Map(), now: new Date(0), existing },
    platformVersion: platformVersion === '' ? undefined : platformVersion,
    organizations: [{ name: 'carrier', cluster: 'eu', value: {} }],
    material: materialOf(new Map()),
    given: new Map(Object.entries({ spec: 'raw.json', ...given }).map(([name, value]) => [name, [value].flat()])),
    read: async (path) => {
      if (path === 'raw.json') return new TextEncoder().encode(spec)
      const folder = Object.keys(folders).find((one) => path.startsWith(`${one}/`)) ?? ''
      const content = folders[folder]?.[path.slice(folder.length + 1)] ?? ''
      return typeof content === 'string' ? new TextEncoder().encode(content) : content
    },
    list: async (folder) => Object.keys(folders[folder] ?? {}),
    request: async (url, body) => ({
      status,
      body: JSON.stringify(
        (body as readonly { id: number; method: string }[]).map(({ id, method }) => ({
          id,
          result: {
            chain_getBlockHash: rpc[url],
            system_localPeerId: peerId,
            system_version: '1.5.2-f3a1c2d',
          }[method],
        })),
      ),
    }),
    secret: async () => expect.unreachable(),
  })

const moved = { 'chain-folder': 'carrier/validator1=/data/chains/foodtrace/' }
const folders = { '/data/chains/foodtrace': validator }

describe('a chain that runs', () => {
  it('keeps its spec byte for byte, with the hash of its first block', async () => {
    const { before, files, organizations, external, lines, platformVersion } = await adopt({
      image: 'ghcr.io/acme/acme-node',
      command: 'acme-node',
    })
    expect(before).toEqual({
      chain: {
        image: 'ghcr.io/acme/acme-node',
        command: ['acme-node'],
        spec: 'material/public/chain-spec.json',
        existing: true,
        expectedGenesisHash: hash,
      },
    })
    expect(files.get('material/public/chain-spec.json')).toBe(raw)
    expect({ organizations, external, platformVersion }).toEqual({
      organizations: [],
      external: [],
      platformVersion: '1.4.0',
    })
    expect(lines.map(({ subject, outcome }) => `${subject}: ${outcome}`)).toEqual([
      'raw.json: taken',
      'first block: derived',
    ])
  })

  it('is confirmed by its nodes, which tell the release', async () => {
    const { lines, platformVersion, tasks } = await adopt(
      { 'from-rpc': ['http://a', 'http://b'] },
      { rpc: { 'http://a': hash, 'http://b': hash }, platformVersion: '' },
    )
    expect(platformVersion).toBe('1.5.2')
    expect(lines.map(({ outcome, text }) => `${outcome}: ${text}`)).toContain(
      `checked: ${hash}, computed from the file, and at http://a and http://b`,
    )
    expect(tasks).toContain('Check `platformVersion`: it is the tag of the image, and nodes answer 1.5.2.')
  })

  it('has its bootnodes in external, without those that move here', async () => {
    const spec = JSON.stringify({
      ...JSON.parse(raw),
      bootNodes: [
        `/dns4/boot.partner.example.org/tcp/30333/p2p/${peerId.replace('Ey', 'Fz')}`,
        `/ip4/203.0.113.9/tcp/30333/p2p/${peerId}`,
      ],
    })
    const { external } = await adopt(moved, { spec, folders })
    expect(external).toEqual([
      {
        organization: 'others',
        nodes: [
          {
            name: 'bootnode1',
            role: 'bootnode',
            host: 'boot.partner.example.org',
            port: 30333,
            peerId: peerId.replace('Ey', 'Fz'),
          },
        ],
      },
    ])
  })

  it('keeps image and command of a definition that exists', async () => {
    const existing = { chain: { image: 'ghcr.io/acme/other', command: ['other'] } }
    expect((await adopt({}, { existing })).before).toMatchObject({ chain: existing.chain })
  })
})

describe('a node that moves here', () => {
  it('keeps its node key and its session keys, from seeds and phrases', async () => {
    const { organizations, files, secrets, tasks, before } = await adopt(moved, { folders })
    expect(organizations).toEqual([{ name: 'carrier', nodes: [{ name: 'validator1', role: 'validator' }] }])
    expect(load(String(files.get('material/public/carrier/validator1.yaml')))).toEqual({
      peerId,
      sessionKeys: { aura: `0x${sr25519}`, grandpa: `0x${ed25519}` },
      secret: { name: 'validator1-keys', key: 'node-key' },
    })
    expect(secrets).toEqual([
      {
        file: 'material/public/carrier/validator1.yaml',
        entries: { 'node-key': nodeKey, aura: `"0x${seed}"`, grandpa: `"0x${seed}"` },
      },
    ])
    expect(before?.chain).not.toHaveProperty('sessionKeys')
    expect(tasks.join('\n')).toContain('Stop `carrier/validator1` where it runs before you merge its line')
    expect(JSON.stringify([organizations, [...files], tasks, before])).not.toContain(seed)
  })

  it('is an rpc node without session keys, and may have its node key in digits', async () => {
    const folder = { 'network/secret_ed25519': `${nodeKey}\n` }
    const { organizations } = await adopt(moved, { folders: { '/data/chains/foodtrace': folder } })
    expect(organizations).toEqual([{ name: 'carrier', nodes: [{ name: 'validator1', role: 'rpc' }] }])
  })

  it('says which session keys a chain with others has', async () => {
    const folder = { ...validator, [`keystore/${hex('imon')}${sr25519}`]: `"0x${seed}"` }
    const { before, tasks } = await adopt(moved, { folders: { '/data/chains/foodtrace': folder } })
    expect(before).toMatchObject({
      chain: { sessionKeys: { aura: 'sr25519', grandpa: 'ed25519', im_online: 'sr25519' } },
    })
    expect(tasks.join('\n')).toContain('Check `chain.sessionKeys`')
  })
})

/** The spec of a chain whose validators have keys of these types. */
function specWithKeys(...types: readonly string[]): string {
  const runtime = wasmOf({
    answers: {
      ...smallRuntime.answers,
      SessionKeys_decode_session_keys: concat(
        Uint8Array.of(1),
        compact(types.length),
        ...types.flatMap((type) => [withLength(new Uint8Array(32)), utf8ToBytes(type)]),
      ),
    },
  })
  const top = { '0x3a636f6465': `0x${bytesToHex(runtime)}` }
  return JSON.stringify({ ...JSON.parse(raw), genesis: { raw: { top, childrenDefault: {} } } })
}

it.each<[readonly string[], Readonly<Record<string, string>> | undefined, boolean]>([
  [['aura', 'gran'], undefined, false],
  [['gran', 'aura'], { grandpa: 'ed25519', aura: 'sr25519' }, false],
  [['aura', 'gran', 'imon'], { aura: 'sr25519', grandpa: 'ed25519' }, true],
])('a runtime with %j decides the order of sessionKeys', async (types, expected, isUnsure) => {
  const { before, tasks } = await adopt(moved, { folders, spec: specWithKeys(...types) })
  const { sessionKeys } = Object(before).chain as { sessionKeys?: Readonly<Record<string, string>> }
  expect(Object.entries(sessionKeys ?? {})).toEqual(Object.entries(expected ?? {}))
  expect(tasks.some((task) => task.startsWith('Check `chain.sessionKeys`'))).toBe(isUnsure)
})

describe('refused', () => {
  it.each<[string, Readonly<Record<string, string | readonly string[]>>, Machine, string]>([
    ['no spec', { spec: [] }, {}, 'adopt substrate needs --spec'],
    ['what is no spec', {}, { spec: '{"genesis":{}}' }, 'raw.json is no chain spec'],
    [
      'a node of another chain',
      { 'from-rpc': 'http://user:hush@a' },
      { rpc: { 'http://user:hush@a': other } },
      `http://a does not run the chain of raw.json: its first block is ${other}, that of the file is ${hash}`,
    ],
    [
      'what is no node',
      { 'from-rpc': 'http://a' },
      {},
      'http://a does not answer about its first block (chain_getBlockHash)',
    ],
    ['a node with cors', { 'from-rpc': 'http://a' }, { status: 403 }, 'http://a answers with HTTP status 403'],
    ['no release', {}, { platformVersion: '' }, 'adopt substrate needs --platform-version'],
    [
      'another form',
      { 'chain-folder': 'validator1=/data' },
      {},
      '--chain-folder needs the form ORGANIZATION/NAME=FOLDER',
    ],
    [
      'an unknown organization',
      { 'chain-folder': 'maker/v1=/data' },
      {},
      'there is no organization "maker" for --chain-folder maker/v1',
    ],
    [
      'a folder without a node key',
      moved,
      { folders: { '/data/chains/foodtrace': {} } },
      'carrier/validator1: /data/chains/foodtrace has no network/secret_ed25519',
    ],
    [
      'another node key',
      moved,
      { folders: { '/data/chains/foodtrace': { 'network/secret_ed25519': 'hush' } } },
      'carrier/validator1: network/secret_ed25519 is no node key',
    ],
    [
      'a phrase with a path',
      moved,
      { folders: { '/data/chains/foodtrace': { ...validator, [`keystore/${hex('babe')}${sr25519}`]: '"hush//1"' } } },
      `carrier/validator1: the babe key in keystore/${hex('babe')}${sr25519} is no seed and no phrase of that public key`,
    ],
    [
      'the seed of another key',
      moved,
      { folders: { '/data/chains/foodtrace': { ...validator, [`keystore/${hex('babe')}${nodeKey}`]: `"0x${seed}"` } } },
      `carrier/validator1: the babe key in keystore/${hex('babe')}${nodeKey} is no seed and no phrase of that public key`,
    ],
    [
      'a type that nobody knows',
      moved,
      { folders: { '/data/chains/foodtrace': { ...validator, [`keystore/${hex('acme')}${sr25519}`]: `"0x${seed}"` } } },
      `carrier/validator1: keystore/${hex('acme')}${sr25519} is a key of the type "acme", which Chancery does not know`,
    ],
    [
      'two keys of one type',
      moved,
      { folders: { '/data/chains/foodtrace': { ...validator, [`keystore/${hex('aura')}${ed25519}`]: `"0x${seed}"` } } },
      'carrier/validator1: its keystore has several aura keys',
    ],
  ])('%s', async (_, given, machine, message) => {
    const refused = await adopt(given, machine).catch((error: unknown) => error)
    expect(refused).toBeInstanceOf(OperatorError)
    expect(refused).toMatchObject({ message })
    expect(JSON.stringify([refused, (refused as OperatorError).hint])).not.toMatch(/hush|fac7959d/)
  })
})
