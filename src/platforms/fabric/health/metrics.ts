import { groupBy } from '../../../group-by.ts'
import type { Replies } from '../../health.ts'

/** What a node reports of one of its channels. */
export interface ChannelMetrics {
  /** The number of its blocks. */
  readonly height?: number
  /** Peers that gossip knows; orderers have none. */
  readonly peers?: number
  /** How an orderer takes part: consenter, follower or config-tracker. */
  readonly relation?: string
  /** Whether an orderer has caught up: active, onboarding, inactive or failed. */
  readonly participation?: string
  readonly isLeader: boolean
  /** Consenters by the channel's configuration. */
  readonly clusterSize?: number
  /** Raft: consenters that the leader heard lately, itself included; 0 without a leader. */
  readonly active?: number
  /** Changes of the leader since the process began: Raft counts the loss of one as a change, SmartBFT counts views. */
  readonly leaderChanges?: number
  /** SmartBFT: transactions that wait for a block. */
  readonly waiting?: number
}

/** What a peer or an orderer reports of its channels, by channel. */
export type NodeMetrics = ReadonlyMap<string, ChannelMetrics>

/** Names: docs/source/metrics_reference.rst of Fabric. A channel with any of them is one that the node has joined. */
const names: Readonly<Record<string, keyof ChannelMetrics>> = {
  ledger_blockchain_height: 'height',
  gossip_membership_total_peers_known: 'peers',
  participation_consensus_relation: 'relation',
  participation_status: 'participation',
  consensus_etcdraft_is_leader: 'isLeader',
  consensus_BFT_is_leader: 'isLeader',
  consensus_etcdraft_cluster_size: 'clusterSize',
  consensus_BFT_cluster_size: 'clusterSize',
  consensus_etcdraft_active_nodes: 'active',
  consensus_etcdraft_leader_changes: 'leaderChanges',
  consensus_smartbft_viewchange_current_view: 'leaderChanges',
  consensus_smartbft_pool_count_of_elements: 'waiting',
}

/** By their numbers: orderer/common/multichannel/metrics.go of Fabric. */
const relations = ['other', 'consenter', 'follower', 'config-tracker']
const participations = ['inactive', 'active', 'onboarding', 'failed']

/** Undefined for a node that did not answer. */
export function metricsOf({ metrics }: Replies): NodeMetrics | undefined {
  if (metrics?.status !== 200) return undefined
  const byChannel = groupBy(samplesIn(metrics.body), ({ channel }) => channel)
  return new Map([...byChannel].map(([channel, samples]) => [channel, channelMetrics(samples)]))
}

function channelMetrics(samples: readonly Sample[]): ChannelMetrics {
  const values = Object.fromEntries(samples.map(({ field, value }) => [field, value]))
  const { isLeader, relation = Number.NaN, participation = Number.NaN, ...numbers } = values
  const texts = { relation: relations[relation], participation: participations[participation] }
  return {
    ...numbers,
    ...Object.fromEntries(Object.entries(texts).filter(([, text]) => text !== undefined)),
    isLeader: isLeader === 1,
  }
}

/** A sample of Prometheus' text format: https://prometheus.io/docs/instrumenting/exposition_formats/#text-based-format */
interface Sample {
  readonly channel: string
  readonly field: keyof ChannelMetrics
  readonly value: number
}

const samplesIn = (body: string): readonly Sample[] =>
  [...body.matchAll(/^(\w+)\{([^}]*)\} (\S+)$/gm)].flatMap(([, name = '', labels = '', value = '']) => {
    const [, channel] = /(?:^|,)channel="([^"]*)"/.exec(labels) ?? []
    const field = names[name]
    return channel === undefined || field === undefined ? [] : [{ channel, field, value: Number(value) }]
  })
