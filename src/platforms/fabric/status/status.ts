import { nodeId } from '../../../network/network.ts'
import { bad, type Verdict } from '../../health.ts'
import type { LedgerStatus, LedgerTable, LiveLedger, NodeReport, Workload } from '../../live-ledger.ts'
import { serverName } from '../chaincode/server.ts'
import { health } from '../health/health.ts'
import { metricsOf, type NodeMetrics } from '../health/metrics.ts'
import { jobName } from '../jobs/name.ts'
import {
  chaincodesOf,
  type FabricLedgerNode,
  type FabricNetwork,
  membersOf,
  ownConsenters,
  ownPeers,
} from '../network.ts'
import type { Chaincode, Channel, FabricNode, FabricTop } from '../schema.ts'

type Live = LiveLedger<FabricNode>

/** What needs two looks, and what is wrong with channels, is in `health`. */
export const status: LedgerStatus<FabricTop, FabricNode> = {
  questions: health.questions,
  report: (replies) => {
    const metrics = metricsOf(replies)
    return metrics === undefined ? undefined : reportOf(metrics)
  },
  tables: (network, live) => {
    const found = metricsByNode(live)
    return [channelTable(network, found), chaincodeTable(network, live)]
  },
  problems: chaincodeProblems,
}

function reportOf(metrics: NodeMetrics): NodeReport {
  const heights = [...metrics].flatMap(([channel, { height }]) => (height === undefined ? [] : [{ channel, height }]))
  const peers = [...metrics.values()].flatMap((one) => one.peers ?? [])
  const known = peers.length === 0 ? {} : { peers: Math.max(...peers) }
  const [only, ...others] = heights
  if (only === undefined) return known
  return others.length === 0
    ? { height: only.height, ...known }
    : { heights: Object.fromEntries(heights.map(({ channel, height }) => [channel, height])), ...known }
}

type Metrics = ReadonlyMap<string, NodeMetrics | undefined>

/** By `organization/node`; undefined for a node that did not answer, and nothing for one that was not asked. */
const metricsByNode = ({ nodes }: Live): Metrics =>
  new Map(nodes.map(({ node, replies }) => [nodeId(node), metricsOf(replies)]))

const hasJoined = (metrics: NodeMetrics, { name }: Channel): boolean => metrics.has(name)

function channelTable(network: FabricNetwork, metrics: Metrics): LedgerTable {
  const joined = (nodes: readonly FabricLedgerNode[], channel: Channel): string => {
    const known = nodes.flatMap((node) => metrics.get(nodeId(node)) ?? [])
    if (known.length === 0) return nodes.length === 0 ? '' : `unknown of ${nodes.length}`
    return `${known.filter((one) => hasJoined(one, channel)).length}/${nodes.length}`
  }
  return {
    name: 'channels',
    columns: ['channel', 'block', 'orderers joined', 'peers joined', 'leader', 'members'],
    rows: network.top.channels.map((channel) => {
      const [orderers, peers] = [ownConsenters(network, channel), ownPeers(network, channel)]
      const heights = [...orderers, ...peers].flatMap(
        (node) => metrics.get(nodeId(node))?.get(channel.name)?.height ?? [],
      )
      const leader = orderers.find((node) => metrics.get(nodeId(node))?.get(channel.name)?.isLeader === true)
      return {
        channel: channel.name,
        ...(heights.length === 0 ? {} : { block: Math.max(...heights) }),
        'orderers joined': joined(orderers, channel),
        'peers joined': joined(peers, channel),
        ...(leader === undefined ? {} : { leader: nodeId(leader) }),
        members: membersOf(network, channel)
          .map(({ name }) => name)
          .join(', '),
      }
    }),
  }
}

/** Servers of ours that run a chaincode, and the Jobs that install, approve and commit it. */
function workloadsOf({ workloads }: Live, network: FabricNetwork, chaincode: Chaincode) {
  const namespaces = new Map(network.organizations.map(({ name, namespace }) => [namespace, name]))
  const own = workloads.filter(({ namespace }) => namespaces.has(namespace))
  const job = jobName('chaincode', chaincode.channel, chaincode.name)
  return {
    servers: own.filter(({ kind, name }) => kind === 'Deployment' && name === serverName(chaincode)),
    jobs: own.filter((one) => one.kind === 'Job' && isNamed(one, job)),
    organizationOf: ({ namespace }: Workload): string => namespaces.get(namespace) ?? namespace,
  }
}

/** A Job has a hash after its name. */
const isNamed = ({ name }: Workload, job: string): boolean => name.replace(/-[0-9a-z]+$/, '') === job

const ready = (workloads: readonly Workload[]): string =>
  workloads.length === 0 ? '' : `${workloads.filter((one) => one.ready).length}/${workloads.length}`

function chaincodeTable(network: FabricNetwork, live: Live): LedgerTable {
  return {
    name: 'chaincodes',
    columns: ['chaincode', 'channel', 'version', 'sequence', 'servers ready', 'committed'],
    rows: network.top.channels.flatMap((channel) =>
      chaincodesOf(network, channel).map((chaincode) => {
        const { servers, jobs } = workloadsOf(live, network, chaincode)
        return {
          chaincode: chaincode.name,
          channel: channel.name,
          version: chaincode.version,
          sequence: chaincode.sequence,
          'servers ready': ready(servers),
          // Each organization's Job ends when the channel has the definition.
          committed: jobs.length === 0 ? 'unknown' : jobs.some((job) => job.ready) ? 'yes' : 'no',
        }
      }),
    ),
  }
}

function chaincodeProblems(network: FabricNetwork, live: Live): readonly Verdict[] {
  return network.top.channels.flatMap((channel) =>
    chaincodesOf(network, channel).flatMap((chaincode) => {
      const { jobs, organizationOf } = workloadsOf(live, network, chaincode)
      return jobs
        .filter((job) => !job.ready)
        .map((job) =>
          bad(
            `the Job of ${organizationOf(job)} for chaincode ${chaincode.name} on channel ${channel.name} has not completed`,
            `it waits for approvals of other members, or failed: chancery logs ${organizationOf(job)}/${jobName('chaincode', channel.name, chaincode.name)} --cluster ${job.cluster}`,
          ),
        )
    }),
  )
}
