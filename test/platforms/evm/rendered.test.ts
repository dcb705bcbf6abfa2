import { describe, expect, test } from 'vitest'
import { toText } from '../../../src/file-content.ts'
import type { LedgerRecord } from '../../../src/network/lock.ts'
import type { LedgerNode } from '../../../src/network/network.ts'
import type { ClusterView } from '../../../src/platforms/platform.ts'
import { type Edits, edited, type Loaded, madeFor, revisionOf, running } from '../../plan/revisions.ts'

const files = madeFor(running)
const genesisPath = 'material/public/genesis.json'
const genesis = 'genesis: {chainId: 20261123}'

/** The network that runs, after these changes. */
const changed = (edits: Edits): Loaded => revisionOf(edited(running, edits), files)

/** Nobody dials anybody here. */
const viewOf = ({ network, material }: Loaded, cluster: string): ClusterView => ({
  network,
  cluster,
  material,
  outside: () => ({ host: 'outside', port: 1 }),
  addressOf: () => ({ host: 'somewhere', port: 1 }),
})

const nodesOf = ({ network }: Loaded, cluster: string, organization: string) =>
  network.nodes.filter((node) => node.cluster.name === cluster && node.organization.name === organization)

const organizationIn = (revision: Loaded, cluster = 'eu', organization = 'maker') =>
  revision.platform.rendering.organization(nodesOf(revision, cluster, organization), viewOf(revision, cluster))

/** The genesis that nodes read. */
const inForce = (edits: Edits): string => toText(organizationIn(changed(edits)).files['genesis.json'] ?? '')

describe('the genesis that nodes read', () => {
  test('is the file, byte for byte, while nothing has come to it', () => {
    expect(inForce([])).toBe(files.get(genesisPath))
  })

  test('has forks and transitions that came later, in their order, and the first block as it was', () => {
    const text = inForce([
      [
        genesis,
        'genesis: {chainId: 20261123, forks: {cancunTime: 1900000000}}\ntransitions:\n' +
          '  - {block: 300, validators: [maker/v3, bank/v7]}\n' +
          '  - {block: 200, blockPeriodSeconds: 3, blockReward: "0x10", miningBeneficiary: "0x90F8bf6A479f320ead074411a4B0e7944Ea8c9C1"}',
      ],
    ])
    const { config, ...block } = JSON.parse(text)
    const { config: before, ...first } = JSON.parse(files.get(genesisPath) ?? '')
    expect(block).toEqual(first)
    expect(config).toEqual({
      ...before,
      cancunTime: 1900000000,
      transitions: {
        qbft: [
          {
            block: 200,
            blockperiodseconds: 3,
            blockreward: '0x10',
            miningbeneficiary: '0x90f8bf6a479f320ead074411a4b0e7944ea8c9c1',
          },
          {
            block: 300,
            validators: ['0x2c29a761ed2f5ab29b0506606a1cf0f26d76180e', '0xed058ad7c12f53dcefeef5a2bcc7f690ecfc8f74'],
          },
        ],
      },
    })
  })

  test('is another ConfigMap then, and the old one stays', () => {
    const names = [[], [[genesis, `${genesis}\ntransitions: [{block: 9, blockPeriodSeconds: 3}]`]]] as const
    const [was, is] = names.map((edits) => organizationIn(changed(edits)).configMaps[0])
    expect(was?.name).toMatch(/^genesis-[0-9a-f]{10}$/)
    expect(is?.name).not.toBe(was?.name)
    expect(is?.naming).toBe('kept')
  })
})

/** What the Jobs of an organization are given. */
function votes(edits: Edits, cluster = 'eu', organization = 'maker', recorded: LedgerRecord = {}) {
  const revision = changed(edits)
  const { rendering } = revision.platform
  const view = { ...viewOf(revision, cluster), ledger: recorded }
  const jobs = rendering.jobs?.(nodesOf(revision, cluster, organization), view) ?? []
  return jobs.map((job) => {
    const [object] = job.patches['job.yaml'] ?? []
    const { containers } = (
      object as { spec: { template: { spec: { containers: { env: { name: string; value: string }[] }[] } } } }
    ).spec.template.spec
    return Object.fromEntries((containers[0]?.env ?? []).map(({ name, value }) => [name, value]))
  })
}

describe('the Job that votes', () => {
  test('is not there while the validators are those of the first block', () => {
    expect(votes([])).toEqual([])
  })

  test('is there for each organization with validators in the cluster, with its own nodes alone', () => {
    const leaving: Edits = [['{name: v6, role: validator}', '{name: v6, role: validator, validator: false}']]
    const [job] = votes(leaving)
    expect(job?.NODES).toMatch(/^v3-rpc:8545\/0xed058\w+ v4-rpc:8545\/0x\w+$/)
    expect(job?.DESIRED?.split(' ').filter((one) => one.startsWith('out:'))).toHaveLength(1)
    expect(job?.DESIRED?.split(' ').filter((one) => one.startsWith('in:'))).toHaveLength(6)
    expect(votes(leaving, 'asia', 'retailer')[0]?.NODES?.split(' ')).toHaveLength(2)
    expect(job).toMatchObject({
      GET_VALIDATORS: 'qbft_getValidatorsByBlockNumber',
      PROPOSE: 'qbft_proposeValidatorVote',
      GET_PROPOSALS: 'qbft_getPendingVotes',
    })
  })

  test('stays once an address was asked for, and votes for what left the definition to leave the chain', () => {
    const departed = `0x${'ab'.repeat(20)}`
    const [job] = votes([], 'eu', 'maker', { [departed]: { node: 'maker/v9', validator: 'false' } })
    expect(job?.DESIRED?.split(' ').filter((one) => one.startsWith('out:'))).toEqual([`out:${departed}`])
  })

  test('never has an address by itself, which readers of YAML take for a number', () => {
    for (const value of Object.values(
      votes([['{name: v6, role: validator}', '{name: v6, role: validator, validator: false}']])[0] ?? {},
    ))
      expect(value).not.toMatch(/^0x[0-9a-f]+$/)
  })
})

describe('monitoring', () => {
  const asked: Edits = [
    [
      genesis,
      `${genesis}\nmonitoring: {podMonitor: true, dashboard: true, alerts: true, labels: {release: prometheus}}`,
    ],
  ]
  const objectsOf = (revision: Loaded, cluster: string, organization: string) =>
    (organizationIn(revision, cluster, organization).objects['monitoring.yaml'] ?? []) as {
      kind: string
      metadata: { labels: object }
      data?: Record<string, string>
      spec?: { groups: { rules: { alert: string; expr: string }[] }[] }
    }[]

  test('is not there unless it is asked for', () => {
    expect(organizationIn(changed([])).objects).not.toHaveProperty('monitoring.yaml')
  })

  test('is a PodMonitor for each organization, and a dashboard and rules once in a cluster', () => {
    const revision = changed([
      ...asked,
      ['  - name: retailer\n    cluster: asia', '  - name: retailer\n    cluster: eu'],
    ])
    expect(objectsOf(revision, 'eu', 'maker').map(({ kind }) => kind)).toEqual([
      'PodMonitor',
      'ConfigMap',
      'PrometheusRule',
    ])
    expect(objectsOf(revision, 'eu', 'retailer').map(({ kind }) => kind)).toEqual(['PodMonitor'])
  })

  test('does not warn of the only node of a network that it has no peer', () => {
    const revision = changed(asked)
    const [node] = nodesOf(revision, 'eu', 'maker')
    const alertsIn = (nodes: readonly LedgerNode[]) => {
      const view = { ...viewOf(revision, 'eu'), network: { ...revision.network, nodes, external: [] } }
      const { objects } = revision.platform.rendering.organization(node === undefined ? [] : [node], view)
      const watched = (objects['monitoring.yaml'] ?? []) as { spec?: { groups?: { rules: { alert: string }[] }[] } }[]
      return watched.flatMap(({ spec }) => spec?.groups?.[0]?.rules.map(({ alert }) => alert) ?? [])
    }
    expect(alertsIn(revision.network.nodes)).toEqual(expect.arrayContaining(['LedgerNodeAlone', 'LedgerPeersLost']))
    const alone = alertsIn(node === undefined ? [] : [node])
    expect(alone).toContain('LedgerNodeDown')
    expect(alone.filter((name) => ['LedgerNodeAlone', 'LedgerPeersLost'].includes(name))).toEqual([])
  })
})
