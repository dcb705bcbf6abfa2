import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it, test } from 'vitest'
import { materialOf } from '../../../src/material/files.ts'
import { type LedgerNode, nodeId } from '../../../src/network/network.ts'
import { metricsOf } from '../../../src/platforms/fabric/health/metrics.ts'
import type { Observation, Replies } from '../../../src/platforms/health.ts'
import { revisionOf } from '../../plan/revisions.ts'

const definition = readFileSync(join(import.meta.dirname, '../../definitions/fabric.yaml'), 'utf8')
const bftDefinition = definition
  .replace('raft: {electionTick: 10}', 'consensus: bft')
  .replace('orderers: [manufacturer, carrier, retailer/orderer3]', 'orderers: [manufacturer, carrier, retailer]')
  .replace(
    '- {name: orderer3, role: orderer}',
    '- {name: orderer3, role: orderer}\n      - {name: orderer4, role: orderer}',
  )

interface Node {
  readonly from?: number
  readonly to?: number
  readonly down?: boolean
  readonly absent?: boolean
  readonly leader?: boolean
  /** Active consenters at the two questions. */
  readonly active?: readonly [number, number]
  readonly changes?: readonly [number, number]
  readonly waiting?: readonly [number, number]
  readonly size?: number
  readonly relation?: number
  readonly participation?: number
  readonly peers?: number
  readonly stray?: string
  readonly failed?: string
}

interface Case {
  readonly text?: string
  readonly among?: (node: LedgerNode) => boolean
}

const leader = 'manufacturer/orderer1'

/** Names and form of samples are those of the recorded answers in ./recorded. */
function metrics(node: LedgerNode, at: 0 | 1, bft: boolean, one: Node): string {
  const { from = 12, to = from, active, changes = [1, 1], waiting = [0, 0], peers = 3 } = one
  const { size = bft ? 4 : 3, relation = 1, participation = 1, stray } = one
  const line = (name: string, value: number, channel = 'trade') => `${name}{channel="${channel}"} ${value}\n`
  const leads = (one.leader ?? nodeId(node) === leader) ? 1 : 0
  const height = line('ledger_blockchain_height', at === 0 ? from : to)
  const others = stray === undefined ? '' : line('ledger_blockchain_height', 1, stray)
  const head = '# HELP ledger_blockchain_height Height of the chain in blocks.\n# TYPE ledger_blockchain_height gauge\n'
  if (one.absent === true) return `${head}go_goroutines 12\n`
  if (node.role === 'peer') return head + height + others + line('gossip_membership_total_peers_known', peers)
  const participates = line('participation_consensus_relation', relation) + line('participation_status', participation)
  return (
    head +
    height +
    others +
    participates +
    (bft
      ? line('consensus_BFT_cluster_size', size) +
        line('consensus_BFT_is_leader', leads) +
        line('consensus_smartbft_viewchange_current_view', changes[at]) +
        line('consensus_smartbft_pool_count_of_elements', waiting[at])
      : line('consensus_etcdraft_cluster_size', size) +
        line('consensus_etcdraft_is_leader', leads) +
        line('consensus_etcdraft_active_nodes', (active ?? [3, 3])[at]) +
        line('consensus_etcdraft_leader_changes', changes[at]))
  )
}

/** Everybody is well but those that are named. */
function judged(nodes: Readonly<Record<string, Node>>, { text = definition, among = () => true }: Case = {}) {
  const { network, platform } = revisionOf(text, new Map())
  const health = platform.operation.health ?? expect.unreachable('the platform has no health')
  const observed = network.nodes.filter(among).map((node): Observation => {
    const one = { ...nodes[`*${node.role}`], ...nodes[nodeId(node)] }
    const { failed } = one
    const healthz =
      failed === undefined
        ? { status: 200, body: '{"status":"OK","time":"2026-11-28T23:00:00Z"}' }
        : {
            status: 503,
            body: JSON.stringify({
              status: 'Service Unavailable',
              failed_checks: [{ component: 'couchdb', reason: failed }],
            }),
          }
    const replies = (at: 0 | 1): Replies => {
      if (one.down === true) return {}
      if (node.role === 'ca') return { healthz }
      return { healthz, metrics: { status: 200, body: metrics(node, at, text === bftDefinition, one) } }
    }
    return { node, first: replies(0), second: replies(1), secondsBetween: 10 }
  })
  return health
    .judge(network, materialOf(new Map()), observed)
    .map(({ good, message }) => `${good ? '' : '! '}${message}`)
}

const well = 'channel trade: height 12, leader manufacturer/orderer1; 3 of 3 orderers and 4 of 4 peers answer and agree'
const [one, two, three] = ['manufacturer/orderer1', 'carrier/orderer2', 'retailer/orderer3'] as const
const leaderless = { leader: false, active: [0, 0] } as const

describe('what peers and orderers say of a channel ordered by Raft', () => {
  test.each<[string, Readonly<Record<string, Node>>, readonly string[]]>([
    ['all is well, and nobody sends transactions', {}, [well]],
    ['blocks are made', { '*peer': { to: 20 }, '*orderer': { to: 21 } }, [well.replace('12', '21')]],
    [
      'nobody follows the leader',
      { '*orderer': { active: [0, 0] } },
      [`! ${two} sees no leader of channel trade`, `! ${three} sees no leader of channel trade`],
    ],
    [
      'one orderer is down',
      { [two]: { down: true }, '*orderer': { active: [2, 2] } },
      [`! ${two} does not answer`, `! channel trade has 2 active orderers of 3; not serving: ${two}`],
    ],
    [
      'two orderers are down',
      { [two]: { down: true }, [three]: { down: true }, [one]: leaderless },
      [
        `! ${two} does not answer`,
        `! ${three} does not answer`,
        `! channel trade is stopped at height 12: it has no quorum; 1 of 3 orderers run here, 2 are needed; not serving: ${two} and ${three}`,
      ],
    ],
    [
      'all run, none leads',
      { '*orderer': leaderless },
      ['! channel trade is stopped at height 12: it has no leader; 3 of 3 orderers run here, 2 are needed'],
    ],
    [
      'an election runs',
      { '*orderer': { leader: false, active: [3, 0] } },
      ['! channel trade lost its leader at height 12'],
    ],
    [
      'leaders change all the time',
      { '*orderer': { changes: [3, 9] } },
      ['! the leader of channel trade changed 6 times in 10 seconds'],
    ],
    ['one election', { '*orderer': { changes: [3, 5] } }, [well]],
    ['one is not connected with the others', { [three]: leaderless }, [`! ${three} sees no leader of channel trade`]],
    [
      'one has a certificate that the channel does not have',
      { [three]: { relation: 2 } },
      [`! ${three} is no consenter of channel trade: it is a follower`],
    ],
    ['one is onboarding', { [three]: { participation: 2 } }, [`! ${three} copies the blocks of channel trade`]],
    ['one has failed', { [three]: { participation: 3 } }, [`! ${three} is failed in channel trade`]],
    [
      'an update was not submitted',
      { '*orderer': { size: 4 } },
      ['! channel trade has 4 consenters, the definition has 3', '! channel trade has 3 active orderers of 4'],
    ],
    [
      'a peer lags and does not move',
      { 'carrier/peer2': { from: 9 } },
      ['! carrier/peer2 is 3 blocks behind in channel trade: it is stuck at height 9'],
    ],
    [
      'a peer is catching up',
      { 'carrier/peer2': { from: 5, to: 9 } },
      ['! carrier/peer2 is 3 blocks behind in channel trade, and is catching up'],
    ],
    ['a peer has not got the newest block yet', { '*orderer': { to: 13 } }, [well.replace('12', '13')]],
    [
      'no peer receives blocks',
      { '*peer': { from: 8 } },
      ['! no peer of channel trade receives blocks: the orderers are at height 12, the peers at 8'],
    ],
    [
      'an orderer lags',
      { [three]: { from: 2 } },
      [`! ${three} is 10 blocks behind in channel trade: it is stuck at height 2`],
    ],
    ['a peer has not joined', { 'carrier/peer2': { absent: true } }, ['! carrier/peer2 has not joined channel trade']],
    [
      'a peer has joined another channel',
      { 'carrier/peer2': { stray: 'secret' } },
      [well, '! carrier/peer2 has joined channel secret, which the definition does not have for it'],
    ],
    [
      'a peer knows no other',
      { 'carrier/peer2': { peers: 0 } },
      ['! carrier/peer2 knows no other peer of channel trade'],
    ],
    [
      'CouchDB is away',
      { 'carrier/peer2': { failed: 'connection refused' } },
      ['! carrier/peer2 reports a failed check: couchdb: connection refused', well],
    ],
    ['a CA is down', { 'manufacturer/ca': { down: true } }, ['! manufacturer/ca does not answer', well]],
  ])('%s', (_case, nodes, expected) => expect(judged(nodes)).toEqual(expected))

  it('counts orderers of clusters that were not asked as unknown, not as down', () => {
    const among = ({ cluster }: LedgerNode) => cluster.name === 'us'
    expect(judged({}, { among })).toEqual([
      'channel trade: height 12; 1 of 3 orderers and 2 of 4 peers answer and agree',
    ])
    expect(judged({ [two]: leaderless }, { among })).toEqual([
      `! channel trade is stopped at height 12: it has no leader; 1 of 3 orderers run here, 2 are needed; not asked: ${one} and ${three}`,
    ])
  })
})

describe('what orderers say of a channel ordered by SmartBFT', () => {
  const bft = { text: bftDefinition }
  const four = 'retailer/orderer4'
  const agreed = well.replace('3 of 3', '4 of 4')

  test.each<[string, Readonly<Record<string, Node>>, readonly string[]]>([
    ['all is well', {}, [agreed]],
    [
      'two are down',
      { [three]: { down: true }, [four]: { down: true } },
      [
        `! ${three} does not answer`,
        `! ${four} does not answer`,
        `! channel trade is stopped at height 12: it has no quorum; 2 of 4 orderers run here, 3 are needed; not serving: ${three} and ${four}`,
      ],
    ],
    [
      'transactions wait, and no block comes',
      { [two]: { waiting: [2, 5] } },
      [
        '! channel trade is stopped at height 12: 5 transactions wait for a block; 4 of 4 orderers run here, 3 are needed',
      ],
    ],
    ['transactions wait, and blocks come', { '*orderer': { waiting: [2, 5], to: 13 } }, [agreed.replace('12', '13')]],
    [
      'views change all the time',
      { '*orderer': { changes: [3, 9] } },
      ['! the leader of channel trade changed 6 times in 10 seconds'],
    ],
  ])('%s', (_case, nodes, expected) => expect(judged(nodes, bft)).toEqual(expected))
})

test('nodes are asked twice within two elections, and a roll-out waits for no block', () => {
  const { network, platform, material } = revisionOf(
    definition.replace('electionTick: 10', 'electionTick: 30'),
    new Map(),
  )
  expect(platform.operation.health?.interval(network, material)).toBe(30)
  expect(platform.operation.health?.progress).toBeUndefined()
})

describe('recorded metrics of Fabric 3.1.5', () => {
  const recorded = (name: string) =>
    metricsOf({ metrics: { status: 200, body: readFileSync(join(import.meta.dirname, 'recorded', name), 'utf8') } })

  test.each([
    [
      'orderer.metrics',
      {
        trade: {
          height: 4,
          relation: 'consenter',
          participation: 'active',
          isLeader: true,
          clusterSize: 3,
          active: 3,
          leaderChanges: 1,
        },
        audit: {
          height: 1,
          relation: 'consenter',
          participation: 'active',
          isLeader: false,
          clusterSize: 4,
          leaderChanges: 0,
          waiting: 0,
        },
      },
    ],
    [
      'orderer-without-quorum.metrics',
      {
        trade: {
          height: 1,
          relation: 'consenter',
          participation: 'active',
          isLeader: false,
          clusterSize: 3,
          active: 0,
          leaderChanges: 2,
        },
        audit: {
          height: 1,
          relation: 'consenter',
          participation: 'active',
          isLeader: true,
          clusterSize: 4,
          leaderChanges: 0,
          waiting: 1,
        },
      },
    ],
    [
      'peer.metrics',
      { trade: { height: 4, peers: 1, isLeader: false }, audit: { height: 1, peers: 0, isLeader: false } },
    ],
  ])('%s', (name, expected) => expect(Object.fromEntries(recorded(name) ?? [])).toEqual(expected))
})
