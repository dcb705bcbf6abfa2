import type { Replies } from '../../health.ts'

/** A sample of Prometheus' text format: https://prometheus.io/docs/instrumenting/exposition_formats/#text-based-format */
interface Sample {
  readonly name: string
  readonly channel: string
  readonly value: number
}

/** What a peer or an orderer reports of its channels, by channel. */
export interface NodeMetrics {
  readonly heights: ReadonlyMap<string, number>
  /** Peers that gossip knows; orderers have none. */
  readonly peers: ReadonlyMap<string, number>
  /** Channels that an orderer leads. */
  readonly leads: ReadonlySet<string>
}

/** Undefined for a node that did not answer. */
export function metricsOf({ metrics }: Replies): NodeMetrics | undefined {
  if (metrics?.status !== 200) return undefined
  const samples = samplesIn(metrics.body)
  const byChannel = (...names: readonly string[]): ReadonlyMap<string, number> =>
    new Map(samples.flatMap(({ name, channel, value }) => (names.includes(name) ? [[channel, value] as const] : [])))
  const leads = byChannel('consensus_etcdraft_is_leader', 'consensus_BFT_is_leader')
  return {
    heights: byChannel('ledger_blockchain_height'),
    peers: byChannel('gossip_membership_total_peers_known'),
    leads: new Set([...leads].flatMap(([channel, value]) => (value === 1 ? [channel] : []))),
  }
}

const samplesIn = (body: string): readonly Sample[] =>
  [...body.matchAll(/^(\w+)\{([^}]*)\} (\S+)$/gm)].flatMap(([, name = '', labels = '', value = '']) => {
    const [, channel] = /(?:^|,)channel="([^"]*)"/.exec(labels) ?? []
    return channel === undefined ? [] : [{ name, channel, value: Number(value) }]
  })
