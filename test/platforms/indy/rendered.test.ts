import { load, loadAll } from 'js-yaml'
import { describe, expect, test } from 'vitest'
import { outsideOf } from '../../../src/ambassador/outside.ts'
import { toText } from '../../../src/file-content.ts'
import { materialOf } from '../../../src/material/files.ts'
import { nodesOf } from '../../../src/network/network.ts'
import type { IndyLedgerNode, IndyNetwork } from '../../../src/platforms/indy/network.ts'
import { probePlan } from '../../../src/platforms/indy/probe.ts'
import { rollout } from '../../../src/platforms/indy/rollout.ts'
import { readExpected, readInput, renderFiles } from '../../golden/cases.ts'

type Edits = readonly (readonly [before: string, after: string])[]

/** A golden case with edits of its definition, and the material and ports that it has. */
async function rendered(name: string, edits: Edits = []) {
  const kept = [...(await readExpected(name))].filter(([path]) => !path.startsWith('deploy/'))
  const files = Object.fromEntries([...(await readInput(name)), ...kept])
  let text = files['network.yaml'] ?? ''
  for (const [before, after] of edits) {
    expect(text).toContain(before)
    text = text.replace(before, after)
  }
  return renderFiles(name, { ...files, 'network.yaml': text })
}

async function textIn(name: string, path: string, edits?: Edits): Promise<string> {
  const content = (await rendered(name, edits)).tree.get(`deploy/clusters/${path}`)
  return content === undefined ? '' : toText(content)
}

interface Policy {
  readonly metadata: { readonly name: string }
  readonly spec: { readonly egress: readonly Rule[] }
}

interface Rule {
  readonly to?: readonly { readonly ipBlock?: { readonly cidr: string } }[]
  readonly ports: readonly { readonly port: number; readonly endPort?: number }[]
}

/** Where the validator that joins may dial outside of its cluster: `192.0.2.7/32 9700-9701`. */
async function dialledFrom(edits: Edits): Promise<string[]> {
  const policies = loadAll(await textIn('indy-joined', 'west/hospital/network-policy.yaml', edits)) as Policy[] // as it was rendered
  const [, ...outside] = policies.find(({ metadata }) => metadata.name === 'to-pool')?.spec.egress ?? []
  return outside.map(({ to, ports }) => {
    const numbers = ports.map(({ port, endPort }) => (endPort === undefined ? port : `${port}-${endPort}`))
    return `${to?.[0]?.ipBlock?.cidr ?? 'anywhere'} ${numbers.join(', ')}`
  })
}

describe('what a validator may dial', () => {
  const known = [
    // The second two are of a validator that moved, as its genesis has it: the ledger may have these still.
    '192.0.2.7/32 9700-9701, 9710-9711',
    '192.0.2.99/32 9710-9711',
    '198.51.100.7/32 9700-9703',
    '203.0.113.7/32 9700-9703',
    '203.0.113.99/32 9700-9703',
  ]

  test('is each validator where it is now and where the genesis has it, its own cluster among them', async () => {
    expect(await dialledFrom([])).toEqual(known)
  })

  test('is also a validator of the pool that the definition does not have', async () => {
    const text = (await readInput('indy-joined')).get('network.yaml') ?? ''
    const school = text.slice(text.indexOf('  - organization: school'))
    expect(await dialledFrom([[school, '']])).toEqual(known)
  })

  test('is any address, at the ports of a validator that has a name', async () => {
    expect(await dialledFrom([['host: 192.0.2.99', 'host: ledger.example.org']])).toEqual([
      'anywhere 9710-9711',
      ...known.filter((line) => !line.startsWith('192.0.2.99')),
    ])
  })
})

test('an Ambassador that is not ours is let in once', async () => {
  const existing = 'ambassador: {existing: {namespace: emissary, service: emissary, id: shared}, ports: 9700-9719}'
  const edits: Edits = [
    [
      'address: 203.0.113.7\n    ambassador: {ports: 9700-9719, sourceRanges: [192.0.2.0/24, 198.51.100.0/24, 203.0.113.0/24]}',
      `address: 203.0.113.7\n    ${existing}`,
    ],
  ]
  const folder = 'west/hospital'
  const own = loadAll(await textIn('indy-joined', `${folder}/network-policy.yaml`, edits)) as Policy[]
  expect(own.map(({ metadata }) => metadata.name)).toEqual(['to-pool', 'applications'])
  expect(await textIn('indy-joined', `${folder}/ambassador-policy.yaml`, edits)).toContain('port: 9702')
})

describe('the seeds of a validator', () => {
  const sources = async (edits: Edits): Promise<unknown> => {
    const { spec } = load(await textIn('indy', 'south/school/validator1/statefulset.yaml', edits)) as {
      spec: { template: { spec: { volumes: { name: string; projected?: { sources: unknown } }[] } } }
    }
    return spec.template.spec.volumes.find(({ name }) => name === 'seed')?.projected?.sources
  }
  const last = 'trustees: [{name: eve}]\n    nodes: [{name: validator1, role: validator'
  const file = (name: string, key: string, path: string) => ({ secret: { name, items: [{ key, path }] } })

  test('are one file, until its BLS key is rotated', async () => {
    expect(await sources([])).toEqual([file('validator1-keys', 'seed', 'seed')])
    expect(await sources([[last, `${last}, blsRotation: 2`]])).toEqual([
      file('validator1-keys', 'seed', 'seed'),
      file('validator1-bls-2', 'seed', 'bls-seed'),
    ])
  })

  test('come with the BLS key of the last rotation, which the validator compares', async () => {
    const { tree, made } = await rendered('indy', [[last, `${last}, blsRotation: 2`]])
    const folder = 'deploy/clusters/south/school/validator1'
    const { blsKey } = load(toText(made.get('material/public/school/validator1-bls-2.yaml') ?? '')) as {
      blsKey: string
    }
    expect(JSON.parse(toText(tree.get(`${folder}/node.json`) ?? ''))).toMatchObject({
      alias: 'school-validator1',
      blsKey,
    })
    const sealed = 'material/sealed/south/school/validator1-bls-2.yaml'
    expect(tree.get(`${folder}/bls-keys.yaml`)).toBe(made.get(sealed))
    expect(made.has(sealed)).toBe(true)
  })

  test('are entries of a Secret that somebody else keeps', async () => {
    expect(await sources([[last, `${last}, existingSecret: vault, blsRotation: 1`]])).toEqual([
      file('vault', 'seed', 'seed'),
      file('vault', 'bls-seed-1', 'bls-seed'),
    ])
  })
})

test('a disruption budget is only where an organization has several validators in a cluster', async () => {
  const last = 'nodes: [{name: validator1, role: validator}]'
  const budget = '../../../base/indy/disruption-budget'
  expect(await textIn('indy', 'south/school/kustomization.yaml')).not.toContain(budget)
  const two = await textIn('indy', 'south/school/kustomization.yaml', [
    [last, 'nodes: [{name: validator1, role: validator}, {name: validator2, role: validator}]'],
  ])
  expect(two).toContain(budget)
})

describe('monitoring', () => {
  const watched = async (name: string, path: string, wanted: string) =>
    loadAll(await textIn(name, `${path}/monitoring.yaml`, [['\nclusters:', `\nmonitoring: ${wanted}\nclusters:`]])) as {
      kind: string
      spec?: { groups: { rules: { alert: string }[] }[] }
    }[]
  const alertsOf = (objects: Awaited<ReturnType<typeof watched>>) =>
    objects.flatMap(({ spec }) => spec?.groups.flatMap(({ rules }) => rules) ?? [])

  test('warns of a pool that stops where a cluster can stop it', async () => {
    const alerts = alertsOf(await watched('indy', 'north/bank', '{alerts: true}'))
    expect(alerts[0]?.alert).toBe('LedgerStandsStill')
    const joined = alertsOf(await watched('indy-joined', 'west/hospital', '{alerts: true}'))
    expect(joined.map(({ alert }) => alert)).not.toContain('LedgerStandsStill')
  })
})

test('a probe dials both ports of every validator, ours and external, those of its own cluster among them', async () => {
  const { checked } = await rendered('indy-joined')
  const network = checked.network as IndyNetwork // the case is one
  const plan = probePlan(nodesOf(network, 'west', 'hospital'), {
    network,
    cluster: 'west',
    material: materialOf(checked.materialFiles),
    outside: outsideOf(checked.platform, checked.lock.ports),
    addressOf: () => ({ host: 'inside', port: 1 }),
  })
  expect(plan.labels).toEqual({ 'app.kubernetes.io/name': 'indy' })
  expect(plan.targets.map(({ node, endpoint, host, port }) => `${node} ${endpoint} ${host}:${port}`)).toEqual([
    'clinic/validator1 node 198.51.100.7:9700',
    'clinic/validator1 client 198.51.100.7:9701',
    'bank/validator1 node 192.0.2.7:9700',
    'bank/validator1 client 192.0.2.7:9701',
    'city/validator1 node 192.0.2.99:9710',
    'city/validator1 client 192.0.2.99:9711',
    'hospital/validator1 node 203.0.113.7:9700',
    'hospital/validator1 client 203.0.113.7:9701',
    'hospital/validator2 node 203.0.113.7:9702',
    'hospital/validator2 client 203.0.113.7:9703',
    'pharmacy/validator1 node 203.0.113.99:9700',
    'pharmacy/validator1 client 203.0.113.99:9701',
    'pharmacy/validator2 node 203.0.113.99:9702',
    'pharmacy/validator2 client 203.0.113.99:9703',
    'school/validator1 node 198.51.100.7:9702',
    'school/validator1 client 198.51.100.7:9703',
  ])
})

test('validators restart one after the other', () => {
  const nodes = ['v1', 'v2', 'v3'].map((name) => ({ name }) as IndyLedgerNode) // as much of a node as the order depends on
  expect(rollout(nodes)).toEqual(nodes.map((node) => [node]))
})
