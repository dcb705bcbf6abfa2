import { describe, expect, test } from 'vitest'
import { at, type KubernetesObject } from '../../../src/cluster/objects.ts'
import { rolloutOf } from '../../../src/commands/clusters/ask-nodes.ts'
import { materialOf } from '../../../src/material/files.ts'
import { nodeId } from '../../../src/network/network.ts'
import { viewOf } from '../../../src/render/compile.ts'
import { readme } from '../../../src/render/readme.ts'
import { type Edits, edited, type Loaded, madeFor, revisionOf, running } from '../../plan/revisions.ts'

const movesFrom = 'movesFrom: {host: v1.old.example.com, port: 30400}'
const v1 = '{name: v1, role: validator, storage: 50Gi}'
const elsewhere: Edits = [[v1, v1.replace('}', `, adopted: false, ${movesFrom}}`)]]
const adopted: Edits = [[v1, v1.replace('}', `, ${movesFrom}}`)]]

const files = madeFor(running)
const load = (edits: Edits): Loaded => revisionOf(edited(running, edits), files)

const quorum: Edits = [['platform: besu\nplatformVersion: 26.8.0', 'platform: quorum\nplatformVersion: 24.4.1']]
const ibft2: Edits = [['genesis: {chainId: 20261123}', 'genesis: {chainId: 20261123, consensus: ibft2}']]

/** What is rendered of a node. */
function overlayOf(revision: Loaded, name: string) {
  const { network, platform } = revision
  const node = network.nodes.find((one) => nodeId(one) === name) ?? expect.unreachable(`there is no ${name}`)
  return platform.rendering.node(node, viewIn(revision, node.cluster.name))
}

function viewIn(revision: Loaded, name: string) {
  const cluster = revision.network.clusters.find((one) => one.name === name) ?? expect.unreachable(`no ${name}`)
  return viewOf(revision, cluster)
}

const replicasOf = (revision: Loaded, name: string): unknown =>
  at((overlayOf(revision, name).patches['statefulset.yaml'] ?? [])[0] as KubernetesObject, 'spec', 'replicas')

const peersOf = (revision: Loaded, name: string): string => String(overlayOf(revision, name).files['static-nodes.json'])

const organizationIn = (revision: Loaded, cluster: string, organization: string): string => {
  const nodes = revision.network.nodes.filter(
    (node) => node.cluster.name === cluster && node.organization.name === organization,
  )
  return JSON.stringify(revision.platform.rendering.organization(nodes, viewIn(revision, cluster)).objects)
}

describe.each<[string, Edits]>([
  ['Besu', []],
  ['Besu with IBFT 2.0', ibft2],
  ['GoQuorum', quorum],
])('a node that something else still runs: %s', (_client, edits) => {
  const before = load([...edits, ...elsewhere])
  const after = load([...edits, ...adopted])

  test('has everything but a pod', () => {
    expect(replicasOf(before, 'carrier/v1')).toBe(0)
    expect(replicasOf(before, 'carrier/v2')).toBeUndefined()
    expect(replicasOf(after, 'carrier/v1')).toBeUndefined()
    const { patches: _before, ...kept } = overlayOf(before, 'carrier/v1')
    const { patches: _after, ...same } = overlayOf(after, 'carrier/v1')
    expect(kept).toEqual(same)
  })

  test.each(['carrier/v2', 'carrier/rpc', 'maker/v3', 'maker/desk'])('%s dials it where it runs', (name) => {
    expect(peersOf(before, name)).toContain('@v1.old.example.com:30400')
    expect(peersOf(after, name)).not.toContain('v1.old.example.com')
  })
})

describe('the rest of the network', () => {
  const revision = load(elsewhere)
  const { network, platform, material } = revision

  test('may dial it where it runs', () => {
    expect(organizationIn(revision, 'eu', 'maker')).toContain('30400')
    expect(organizationIn(load(adopted), 'eu', 'maker')).not.toContain('30400')
  })

  test('probes it where it runs', () => {
    const plan = platform.operation.probe(
      network.nodes.filter(({ organization }) => organization.name === 'maker'),
      viewIn(revision, 'eu'),
    )
    expect(plan.targets).toContainEqual({
      node: 'carrier/v1',
      endpoint: 'p2p',
      host: 'v1.old.example.com',
      port: 30400,
    })
  })

  test('loses it with its organization, and not with its cluster or an Ambassador', () => {
    const faults = platform.operation.tolerance(network, material).faults
    const lost = (kind: string, name: string) => faults.find((one) => one.kind === kind && one.name === name)?.lost
    expect([lost('organization', 'carrier'), lost('cluster', 'us')]).toEqual([2, 1])
    const behind = faults.find(({ kind, name }) => kind === 'ambassador' && name === 'us')
    expect(behind?.reach.undialled.nodes).toBe(2)
    expect(platform.operation.tolerance(network, material).consensus.nodes).toBe(7)
  })

  test('does not wait for it when others restart', () => {
    const checked = { network, platform, materialFiles: files }
    expect(rolloutOf(checked, 'us').groups.flat()).toEqual([
      { name: 'rpc', namespace: 'trade-carrier' },
      { name: 'v2', namespace: 'trade-carrier' },
    ])
  })

  test('votes without it', () => {
    const text = JSON.stringify(
      platform.rendering.jobs?.(
        network.nodes.filter(({ organization }) => organization.name === 'carrier'),
        { ...viewIn(revision, 'us'), ledger: { '0x00': { node: 'carrier/old', validator: 'false' } } },
      ),
    )
    expect(text).toContain('v2-rpc:8545')
    expect(text).not.toContain('v1-rpc:8545')
  })

  test('has no fault because of it', () => {
    const material = materialOf(files)
    const observed = network.nodes
      .filter((node) => !node.elsewhere)
      .map((node) => ({ node, ...answersOf(node.role), secondsBetween: 6 }))
    const verdicts = platform.operation.health?.judge(network, material, observed) ?? []
    expect(verdicts.filter(({ good }) => !good)).toEqual([])
    expect(verdicts.map(({ message }) => message)).toContain('carrier/v1 runs elsewhere (adopted: false)')

    function answersOf(role: string) {
      const validators = [...network.nodes, ...network.external].flatMap((node) =>
        node.role !== 'validator'
          ? []
          : typeof node.organization === 'string'
            ? ['0x2c29a761ed2f5ab29b0506606a1cf0f26d76180e']
            : [(material.value(`material/public/${nodeId(node)}.yaml`) as { address: string }).address],
      )
      const reply = (head: string) => ({
        rpc: {
          status: 200,
          body: JSON.stringify([
            { id: 0, result: head },
            { id: 1, result: '0x8' },
            { id: 2, result: '0x1352903' },
            { id: 3, result: { hash: '0x01' } },
            ...(role === 'validator' ? [{ id: 4, result: validators }] : []),
          ]),
        },
      })
      return { first: reply('0x10'), second: reply('0x12') }
    }
  })

  test('reads in deploy/README.md where it runs', () => {
    const text = readme({ network, platform, routes: [], material: materialOf(files), requests: [], images: [] })
    expect(text).toContain('v1 (validator, us, runs elsewhere), v2 (validator, us)')
  })
})
