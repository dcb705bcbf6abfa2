import { nodeId } from '../../../network/network.ts'
import { bad, type LedgerHealth, type Question, type Verdict } from '../../health.ts'
import { ports } from '../config.ts'
import { nanosecondsOf } from '../go-duration.ts'
import { consentersOf, type FabricNetwork, isAuthority, isPeer, membersOf } from '../network.ts'
import type { Channel, FabricNode, FabricTop } from '../schema.ts'
import { gossipVerdicts, heightVerdicts, highest } from './heights.ts'
import { membershipVerdicts, strayVerdicts } from './membership.ts'
import { type InChannel, inChannel, type Observed, observedOf } from './observed.ts'
import { orderingVerdicts } from './ordering.ts'

/** Seconds in which a block reaches every peer. */
const shortest = 10

/** Nodes are asked at their operations endpoint, which needs no certificate. A CA keeps no ledger. */
export const health: LedgerHealth<FabricTop, FabricNode> = {
  questions: (node): Readonly<Record<string, Question>> => ({
    healthz: operations('/healthz'),
    ...(isAuthority(node) ? {} : { metrics: operations('/metrics') }),
  }),
  // Two election timeouts: an election ends in between.
  interval: ({ top }) =>
    Math.max(
      shortest,
      ...top.channels
        .filter(({ consensus }) => consensus === 'etcdraft')
        .map(({ raft }) => Math.ceil((2 * raft.electionTick * nanosecondsOf(raft.tickInterval)) / 1e9)),
    ),
  judge: (network, _material, observations) => {
    const observed = observations.map(observedOf)
    return [
      ...observed.filter(({ answers }) => !answers).map(({ id }) => silent(id)),
      ...observed.flatMap(({ id, failedChecks }) => failedChecks.map((reason) => unwell(id, reason))),
      ...network.top.channels.flatMap((channel) => channelVerdicts(network, channel, observed)),
      ...strayVerdicts(network, observed),
    ]
  },
}

const operations = (path: string): Question => ({ port: ports.operations, path, host: 'localhost' })

const silent = (id: string): Verdict => bad(`${id} does not answer`, `check its pod and its log: chancery logs ${id}`)

const unwell = (id: string, reason: string): Verdict =>
  bad(`${id} reports a failed check: ${reason}`, `read its log: chancery logs ${id}`)

function channelVerdicts(network: FabricNetwork, channel: Channel, observed: readonly Observed[]): readonly Verdict[] {
  const orderers = inChannel(consentersOf(network, channel), channel.name, observed)
  const peers = inChannel(
    membersOf(network, channel).flatMap((member) => member.peers),
    channel.name,
    observed,
  )
  const nodes = [...orderers, ...peers]
  const found = [
    ...orderingVerdicts(network, channel, orderers, highest(nodes, 'now')),
    ...membershipVerdicts(channel, nodes),
    ...heightVerdicts(channel, nodes),
    ...gossipVerdicts(network, channel, peers),
  ]
  return found.length > 0 || !nodes.some(({ answers }) => answers) ? found : [summary(network, channel, nodes)]
}

function summary(network: FabricNetwork, channel: Channel, nodes: readonly InChannel[]): Verdict {
  const answering = nodes.filter(({ answers }) => answers)
  const leader = nodes.find(({ now }) => now?.isLeader === true)
  const peers = answering.filter(({ node }) => isPeer(node)).length
  const all = membersOf(network, channel).flatMap((member) => member.peers).length
  return {
    good: true,
    message: `channel ${channel.name}: height ${highest(nodes, 'now')}${leader === undefined ? '' : `, leader ${nodeId(leader.node)}`}; ${answering.length - peers} of ${consentersOf(network, channel).length} orderers and ${peers} of ${all} peers answer and agree`,
  }
}
