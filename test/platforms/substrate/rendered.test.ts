import { createHash } from 'node:crypto'
import { load, loadAll } from 'js-yaml'
import { describe, expect, test } from 'vitest'
import { toText } from '../../../src/file-content.ts'
import { completeMaterial } from '../../../src/material/complete.ts'
import { noKeys } from '../../../src/material/identities.ts'
import { publicKeyOf } from '../../../src/platforms/substrate/keys/session-keys.ts'
import { materialRequests } from '../../../src/platforms/substrate/material.ts'
import type { SubstrateNetwork } from '../../../src/platforms/substrate/network.ts'
import { multiaddress } from '../../../src/platforms/substrate/peers.ts'
import { fixtureRandom, readExpected, readInput, renderFiles } from '../../golden/cases.ts'

type Edits = readonly (readonly [before: string | RegExp, after: string])[]

/** The golden case with edits of its definition: new keys, and no chain spec yet. */
async function rendered(edits: Edits = []) {
  const files = Object.fromEntries(await readInput('substrate'))
  let text = files['network.yaml'] ?? ''
  for (const [before, after] of edits) {
    expect(text).toMatch(before)
    text = text.replace(before, after)
  }
  return renderFiles('substrate', { ...files, 'network.yaml': text })
}

interface Pod {
  readonly initContainers: readonly { readonly env: readonly { readonly name: string; readonly value: string }[] }[]
  readonly containers: readonly { readonly args: readonly string[]; readonly readinessProbe?: object }[]
  readonly volumes: readonly ({ readonly name: string } & Readonly<Record<string, unknown>>)[]
}

async function podOf(node: string, edits?: Edits): Promise<Pod> {
  const { tree } = await rendered(edits)
  const text = toText(tree.get(`deploy/clusters/${node}/statefulset.yaml`) ?? '')
  return (load(text) as { spec: { template: { spec: Pod } } }).spec.template.spec // as it was rendered
}

const optionsOf = async (node: string, edits?: Edits): Promise<readonly string[]> =>
  (await podOf(node, edits)).containers[0]?.args ?? []

const volumeOf = ({ volumes }: Pod, name: string): Readonly<Record<string, unknown>> =>
  volumes.find((volume) => volume.name === name) ?? {}

describe('the keystore', () => {
  test('has a file for each key of a validator, and the keys before a rotation', async () => {
    const { projected } = volumeOf(await podOf('us/shop/validator1'), 'keystore')
    const { sources } = projected as { sources: { secret: { name: string; items: { key: string; path: string }[] } }[] }
    const of = async (file: string) =>
      (
        load((await readExpected('substrate')).get(`material/public/shop/${file}.yaml`) ?? '') as {
          sessionKeys: Record<string, string>
        }
      ).sessionKeys
    const [first, second] = [await of('validator1'), await of('validator1-session-1')]
    // "aura" and "gran" in hexadecimal digits, as sc-keystore looks for them.
    const files = ({ aura = '', grandpa = '' }) => [
      { key: 'aura', path: `61757261${aura.slice(2)}` },
      { key: 'grandpa', path: `6772616e${grandpa.slice(2)}` },
    ]
    expect(sources.map(({ secret }) => secret)).toEqual([
      { name: 'validator1-keys', items: files(first) },
      { name: 'validator1-session-1', items: files(second) },
    ])
  })

  test('is empty for nodes that sign nothing', async () => {
    expect(volumeOf(await podOf('eu/farmer/rpc1'), 'keystore').projected).toEqual({ sources: [] })
  })

  test('seeds are those of the public halves, as sc-keystore reads them', async () => {
    const { checked } = await rendered()
    const network = checked.network as SubstrateNetwork // that of the case
    const [request] = materialRequests(network).filter(({ label }) => label === 'shop/validator1')
    if (request?.kind !== 'key') throw new Error('there is no request')
    const none = { text: () => undefined, bytes: () => undefined, value: () => undefined, standIns: new Set<string>() }
    const made = request.make({
      random: fixtureRandom,
      now: new Date(0),
      material: none,
      secret: () => ({}),
      standIn: false,
    })
    const { sessionKeys } = load(Object.values(made.public)[0] ?? '') as { sessionKeys: Record<string, string> }
    const seed = (name: string) => Buffer.from((JSON.parse(made.private[name] ?? '') as string).slice(2), 'hex')
    expect(publicKeyOf('sr25519', seed('aura'))).toBe(sessionKeys.aura)
    expect(publicKeyOf('ed25519', seed('grandpa'))).toBe(sessionKeys.grandpa)
    expect(made.private['node-key']).toMatch(/^[0-9a-f]{64}$/)
  })

  test('of an organization with a vault is its Secret, with an entry for each rotation', async () => {
    const edits: Edits = [['keyRotation: 1}', 'keyRotation: 1, existingSecret: vaulted}']]
    const files = Object.fromEntries(await readInput('substrate'))
    const expected = await readExpected('substrate')
    const halves = [...expected].filter(([path]) => /^material\/public\/shop\/validator1/.test(path))
    const text = edits.reduce((all, [before, after]) => all.replace(before, after), files['network.yaml'] ?? '')
    const { tree } = await renderFiles('substrate', { ...files, 'network.yaml': text, ...Object.fromEntries(halves) })
    const set = toText(tree.get('deploy/clusters/us/shop/validator1/statefulset.yaml') ?? '')
    expect(set.match(/name: vaulted|secretName: vaulted|key: \S+/g)).toEqual([
      'secretName: vaulted',
      'key: node-key',
      'name: vaulted',
      'key: aura',
      'key: grandpa',
      'name: vaulted',
      'key: aura-1',
      'key: grandpa-1',
    ])
    expect([...tree.keys()].filter((path) => /shop\/validator1\/(?:session-)?keys/.test(path))).toEqual([])
  })
})

describe('options', () => {
  test.each([
    ['of a validator', 'eu/farmer/validator1', ['--validator', '--unsafe-rpc-external', '--rpc-methods=safe']],
    ['of a node for clients', 'eu/farmer/rpc1', ['--rpc-external', '--rpc-cors=https://app.foodtrace.example.com']],
    ['of an archive', 'us/shop/archive1', ['--rpc-cors=all', '--state-pruning=archive', '--blocks-pruning=archive']],
  ])('%s', async (_, node, some) => {
    const options = await optionsOf(node)
    for (const option of some) expect(options).toContain(option)
    expect(options.includes('--validator')).toBe(some.includes('--validator'))
  })

  test('addresses follow the families of the cluster', async () => {
    const addressesWith = async (families?: string) => {
      const edits: Edits =
        families === undefined
          ? []
          : [
              ['    provider: eks\n', `    provider: kubernetes\n    ipFamilies: [${families}]\n`],
              ['198.51.100.0/24]}', '198.51.100.0/24, "2001:db8::/32"]}'],
            ]
      return (await optionsOf('eu/farmer/validator1', edits)).filter((option) => /-addr=/.test(option))
    }
    const host = 'validator1.farmer.eu.foodtrace.example.com/tcp/15002'
    expect(await addressesWith()).toEqual(['--listen-addr=/ip4/0.0.0.0/tcp/30333', `--public-addr=/dns4/${host}`])
    expect(await addressesWith('IPv4, IPv6')).toEqual([
      '--listen-addr=/ip4/0.0.0.0/tcp/30333',
      '--listen-addr=/ip6/::/tcp/30333',
      `--public-addr=/dns/${host}`,
    ])
  })

  test('multiaddresses are those of a family where there is one', () => {
    const address = { host: 'boot1.example.com', port: 30333 }
    expect(multiaddress(address, ['IPv6'])).toBe('/dns6/boot1.example.com/tcp/30333')
    expect(multiaddress(address, [])).toBe('/dns/boot1.example.com/tcp/30333')
    expect(multiaddress({ host: '2001:db8::7', port: 1 }, ['IPv4'])).toBe('/ip6/2001:db8::7/tcp/1')
    expect(multiaddress({ host: '192.0.2.7', port: 1 }, ['IPv6'])).toBe('/ip4/192.0.2.7/tcp/1')
  })

  test('private addresses are dialled where there are some', async () => {
    const found = async (edits?: Edits) =>
      (await optionsOf('eu/farmer/validator1', edits)).filter((option) => /private|local$/.test(option))
    expect(await found()).toEqual([])
    expect(await found([['address: 198.51.100.7', 'address: 10.0.0.7']])).toEqual([
      '--allow-private-ip',
      '--discover-local',
    ])
  })

  test('a chain of one node has no peer to wait for', async () => {
    const alone: Edits = [
      [/ {2}- name: us\n[\s\S]*?organizations:/, 'organizations:'],
      [/ {2}- name: shop\n[\s\S]*$/, ''],
      [/ {6}- \{name: (?:boot1|rpc1|validator2).*\n/, ''],
      [/ {6}- \{name: (?:boot1|rpc1|validator2).*\n/, ''],
      [/ {6}- \{name: (?:boot1|rpc1|validator2).*\n/, ''],
    ]
    const { containers } = await podOf('eu/farmer/validator1', alone)
    expect(containers[0]?.readinessProbe).toEqual({ httpGet: { path: '/health' } })
    expect(containers[0]?.args).toContain('--force-authoring')
    expect(await optionsOf('eu/farmer/validator1')).not.toContain('--force-authoring')
  })
})

describe('a spec that pods fetch', () => {
  const published: Edits = [
    ['  spec: chain/base.json\n', '  spec: chain/base.json\n  publishedAt: https://files.example.com:8443/spec.json\n'],
  ]

  test('has the digest of the spec that was made', async () => {
    const { tree, made } = await rendered(published)
    const spec = toText(made.get('material/public/chain-spec.json') ?? '')
    const set = toText(tree.get('deploy/clusters/eu/farmer/rpc1/statefulset.yaml') ?? '')
    expect(set).toContain(`value: ${createHash('sha256').update(spec).digest('hex')}`)
    expect(set).toContain('value: https://files.example.com:8443/spec.json')
  })

  test('has no ConfigMap, and its port is open to the pods', async () => {
    const { tree } = await rendered(published)
    expect([...tree.keys()].filter((path) => path.endsWith('.wasm'))).toEqual([])
    expect(volumeOf(await podOf('eu/farmer/rpc1', published), 'pieces')).toEqual({
      name: 'pieces',
      projected: { sources: [] },
    })
    const policies = loadAll(toText(tree.get('deploy/clusters/eu/farmer/network-policy.yaml') ?? '')) as {
      metadata: { name: string }
      spec: { egress?: unknown }
    }[]
    expect(policies.find(({ metadata }) => metadata.name === 'chain-spec')?.spec.egress).toEqual([
      { ports: [{ port: 8443, protocol: 'TCP' }] },
    ])
  })
})

test('the Ambassador sends the Host that a node with origins by name takes, also where it shares a host name', async () => {
  const hosts = async (edits?: Edits) => {
    const { tree } = await rendered(edits)
    return toText(tree.get('deploy/clusters/eu/ambassador/hosts.yaml') ?? '').match(/host_rewrite: \S+/g)
  }
  expect(await hosts()).toEqual(['host_rewrite: localhost:9944'])
  expect(await hosts([['cors: ["https://app.foodtrace.example.com"], ', '']])).toEqual(['host_rewrite: localhost:9944'])
})

test('keys of a chain that exists are made, and no spec', async () => {
  const { checked } = await rendered([
    [
      '  spec: chain/base.json\n  id: foodtrace\n  name: Foodtrace\n  protocolId: ftr\n',
      '  spec: chain/base.json\n  existing: true\n',
    ],
    [/ {2}sudo: .*\n {2}balances:\n.*\n/, ''],
  ])
  const { made } = await completeMaterial(checked.requests, new Map(), {
    labels: {},
    random: fixtureRandom,
    now: () => new Date(0),
    keyring: async () => noKeys,
  })
  expect([...made.keys()].filter((path) => path.endsWith('.json'))).toEqual([])
  expect(made.has('material/public/farmer/validator1.yaml')).toBe(true)
})
