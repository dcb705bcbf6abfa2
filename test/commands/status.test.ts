import { describe, expect, it } from 'vitest'
import { routesOf } from '../../src/ambassador/routes.ts'
import type { CheckedNetwork } from '../../src/check/checked-network.ts'
import type { KubernetesObject } from '../../src/cluster/objects.ts'
import type { Step } from '../../src/cluster/rehearsal.ts'
import { nothingElsewhere } from '../../src/cluster/running-twice.ts'
import type { ObjectState } from '../../src/cluster/verify.ts'
import { ledgerProblems } from '../../src/commands/status/ledger.ts'
import type { Answers, ClusterLook, Look } from '../../src/commands/status/look.ts'
import { networkStatus } from '../../src/commands/status/network-status.ts'
import { nodeId } from '../../src/network/network.ts'
import type { ClusterResult } from '../../src/report/cluster-result.ts'
import { madeFor, revisionOf, running } from '../plan/revisions.ts'

const materialFiles = madeFor(running)
const { network, platform, ports } = revisionOf(running, materialFiles)
const routes = routesOf(network, platform, ports)
const certificates = { 'material/public/carrier/v1/tls.crt': '2026-12-03T12:00:00Z' }
const checked = { network, platform, materialFiles, lock: { ports, certificates } } as unknown as CheckedNetwork // what rows are made of
const now = new Date('2026-11-23T12:00:00Z')
const [{ name: eu = '' } = {}] = network.clusters
const nodesIn = (cluster: string) => network.nodes.filter((node) => node.cluster.name === cluster)

const object = (kind: string, namespace: string, name: string, more: object = {}): KubernetesObject => ({
  apiVersion: 'v1',
  kind,
  metadata: { namespace, name },
  ...more,
})

/** What Besu answers to a batch. */
const rpc = (head: number) => ({
  rpc: {
    status: 200,
    body: JSON.stringify([`0x${head.toString(16)}`, '0x6'].map((result, id) => ({ jsonrpc: '2.0', id, result }))),
  },
})

const answers = (cluster: string, time: number, head: number): Answers => ({
  time,
  nodes: nodesIn(cluster).map((node) => ({ node, replies: rpc(head) })),
})

const looked = (cluster: string, more: Partial<ClusterLook> = {}): ClusterLook => ({
  verified: {
    plan: {
      serverVersion: 'v1.37.2',
      steps: [],
      refused: [],
      warnings: [],
      orphans: [],
      leftClusters: [],
      elsewhere: nothingElsewhere,
    },
    states: nodesIn(cluster).map(({ name, organization }): ObjectState => {
      const found = object('StatefulSet', organization.namespace, name)
      return { object: found, live: found, ready: true, message: '1 of 1 replica is ready' }
    }),
    awaited: 0,
    unready: [],
    addresses: ['203.0.113.7'],
    balanced: true,
    addressless: false,
    applied: '',
  },
  pods: nodesIn(cluster).map(({ name, organization }) =>
    object('Pod', organization.namespace, `${name}-0`, {
      spec: { containers: [{ name: 'besu', image: 'registry.example.com/hyperledger/besu:26.8.0' }] },
      status: { containerStatuses: [{ restartCount: 2 }] },
    }),
  ),
  troubles: [],
  flux: { installed: false, judgement: { result: 'ok', seen: 'not installed' } },
  names: { found: [], advice: [], matter: true },
  answers: [answers(cluster, 0, 100), answers(cluster, 60_000, 130)],
  ...more,
})
const result = (cluster: string, more: Partial<ClusterResult> = {}): ClusterResult => ({
  cluster,
  context: `${cluster}-prod`,
  outcome: 'verified',
  message: '',
  lines: [],
  plan: [],
  created: 0,
  changed: 0,
  kept: 0,
  pruned: 0,
  orphaned: 0,
  ...more,
})
const lookOf = (clusters: Readonly<Record<string, ClusterLook>>, results?: readonly ClusterResult[]): Look => ({
  results: results ?? Object.keys(clusters).map((cluster) => result(cluster)),
  clusters: new Map(Object.entries(clusters)),
})
const statusOf = (look: Look) =>
  networkStatus({ checked, routes, look, ledger: ledgerProblems(checked, look, new Map()), expiring: [], now })

describe('the rows of a status', () => {
  it('have what Kubernetes and the nodes tell', () => {
    const { clusters, nodes } = statusOf(lookOf({ [eu]: looked(eu) }))
    expect(clusters).toEqual([
      {
        cluster: eu,
        context: `${eu}-prod`,
        state: 'ok',
        nodes: nodesIn(eu).length,
        readyNodes: nodesIn(eu).length,
        objects: 0,
        objectsAsDefined: 0,
        addresses: ['203.0.113.7'],
        kubernetes: 'v1.37.2',
        appliedBy: 'nobody',
      },
    ])
    expect(nodes.map(({ node }) => node)).toEqual(nodesIn(eu).map(nodeId))
    for (const row of nodes)
      expect(row).toMatchObject({ ready: true, height: 130, peers: 6, restarts: 2, version: '26.8.0' })
  })

  it('have the days of the first certificate of a node, whether its cluster answers or not', () => {
    const cluster = network.nodes.find((node) => nodeId(node) === 'carrier/v1')?.cluster.name ?? ''
    const failed = result(cluster, {
      outcome: 'failed',
      message: 'failed: it is away',
      lines: ['failed: it is away', '    wait'],
    })
    const { clusters, nodes, problems } = statusOf(lookOf({}, [failed]))
    expect(clusters).toMatchObject([{ cluster, state: 'unreachable', readyNodes: 0 }])
    const row = nodes.find(({ node }) => node === 'carrier/v1')
    expect(row).toEqual({ node: 'carrier/v1', cluster, role: 'validator', certificateDays: 10 })
    expect(problems).toEqual([{ cluster, message: 'it is away', hint: 'wait' }])
  })
})

describe('the problems of a status', () => {
  const problemsIn = (more: Partial<ClusterLook>) => statusOf(lookOf({ [eu]: looked(eu, more) })).problems
  /** Of nodes elsewhere nobody was asked: that the chain moves is seen here alone. */
  const stalled = /^the chain stands still|^the chain stopped|no new/

  it('are none while the ledger moves', () => expect(problemsIn({})).toEqual([]))

  it('have a ledger that does not move', () => {
    const problems = problemsIn({ answers: [answers(eu, 0, 100), answers(eu, 60_000, 100)] })
    expect(problems.map(({ message }) => message)).toEqual([expect.stringMatching(stalled)])
    expect(problems[0]?.hint).toBeTruthy()
  })

  it('do not judge a ledger by two answers that are too close', () =>
    expect(problemsIn({ answers: [answers(eu, 0, 100), answers(eu, 100, 100)] })).toEqual([]))

  it('have drift with its objects, and who should set it right', () => {
    const { verified } = looked(eu)
    const step = (action: Step['action'], name: string, byFlux: boolean): Step => ({
      object: object('Service', 'carrier', name),
      action,
      differences: [],
      checked: true,
      byFlux,
    })
    const steps = [step('create', 'a', true), step('change', 'b', true), step('keep', 'c', true)]
    const drifted = { ...verified, plan: { ...verified.plan, steps } }
    expect(problemsIn({ verified: drifted })).toEqual([
      {
        cluster: eu,
        message: '1 object is missing (Service carrier/a), 1 object differs from the definition (Service carrier/b)',
        hint: `\`chancery verify --cluster ${eu}\` shows the fields; see whether Flux is ready: kubectl --context ${eu}-prod get kustomizations --all-namespaces`,
      },
    ])
  })

  it('have Flux, where it cannot deliver', () => {
    const flux = {
      installed: true,
      judgement: { result: 'warning', seen: 'installed; 1 is not ready', hint: 'look' },
    } as const
    expect(problemsIn({ flux })).toEqual([{ cluster: eu, message: 'Flux: installed; 1 is not ready', hint: 'look' }])
  })

  it('have names that fail in one way once', () => {
    const found = ['a', 'b', 'c', 'd'].map((name) => ({ name, addresses: [], failure: 'does not resolve' }))
    const [problem, ...others] = problemsIn({ names: { found, advice: [], matter: true } })
    expect(others).toEqual([])
    expect(problem).toMatchObject({
      message: 'a, b, c and 1 more: does not resolve',
      hint: expect.stringContaining('203.0.113.7'),
    })
    expect(problemsIn({ names: { found, advice: [], matter: false } })).toEqual([])
  })
})
