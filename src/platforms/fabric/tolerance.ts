import { providers } from '../../providers/index.ts'
import {
  type AnyNode,
  type Fault,
  type FaultReport,
  isOurs,
  type Loss,
  lossesOf,
  organizationOf,
  reachOf,
} from '../tolerance.ts'
import { byzantineTolerance, crashTolerance, quorumOf } from './consensus.ts'
import { consentersOf, type FabricNetwork, isAuthority, isOrderer } from './network.ts'
import type { Channel } from './schema.ts'

/** Orderers of one channel. */
interface Ordering {
  readonly channel: Channel
  readonly consenters: readonly AnyNode[]
  readonly quorum: number
}

const orderingOf = (network: FabricNetwork): readonly Ordering[] =>
  network.top.channels.map((channel) => {
    const consenters = consentersOf(network, channel)
    return { channel, consenters, quorum: quorumOf(channel.consensus, consenters.length) }
  })

/** What ordering can lose, for the channel that can lose the least. Endorsement is for the policies of chaincodes to say. */
export function tolerance(network: FabricNetwork): FaultReport {
  const all = orderingOf(network)
  const weakest = all.toSorted((a, b) => spare(a) - spare(b))[0]
  return {
    summary: all.length === 0 ? 'no channel: nothing is ordered' : all.map(sentence).join('; '),
    consensus: {
      nodes: weakest?.consenters.length ?? 0,
      mayBeDown: weakest === undefined ? 0 : spare(weakest),
      mayLie:
        all.length === 0
          ? 0
          : Math.min(...all.map(({ channel, consenters }) => byzantineTolerance(channel.consensus, consenters.length))),
    },
    faults: [...lossesOf(network, kindOf).map((loss) => faultOf(network, all, loss)), ...zones(network, all)],
  }
}

const spare = ({ channel, consenters }: Ordering): number => crashTolerance(channel.consensus, consenters.length)

function sentence({ channel, consenters, quorum }: Ordering): string {
  const total = consenters.length
  const [down, lie] = [crashTolerance(channel.consensus, total), byzantineTolerance(channel.consensus, total)]
  return (
    `channel ${channel.name}: ${quorum} of ${total} orderers agree on a block (${channel.consensus}), at most ${down} may be down` +
    (channel.consensus === 'bft' ? `, and at most ${lie} of them may lie` : '')
  )
}

function kindOf(node: AnyNode): string | undefined {
  if (isOrderer(node)) return 'any one orderer'
  if (!isOurs(node)) return undefined
  return isAuthority(node) ? 'any one CA' : 'any one peer'
}

/**
 * Orderers connect to each other in both directions, and a consenter that cannot be dialled gets no messages. One behind a closed
 * Ambassador is lost to those of other clusters; those behind the same one go on with each other.
 */
function faultOf(network: FabricNetwork, all: readonly Ordering[], loss: Loss): Fault {
  const outcomes = all.map((ordering) => {
    const left = ordering.consenters.filter((node) => !loss.nodes.includes(node))
    const connected = largestTogether(left, loss.closed)
    return { lost: ordering.consenters.length - connected, margin: connected - ordering.quorum }
  })
  const worst = outcomes.toSorted((a, b) => a.margin - b.margin)[0] ?? { lost: 0, margin: 0 }
  return {
    kind: loss.kind,
    name: loss.name,
    lost: worst.lost,
    survives: worst.margin >= 0,
    // A leader that is lost is replaced by election.
    pauses: worst.margin >= 0 && worst.lost > 0,
    margin: worst.margin,
    reach: reachOf(network, loss),
  }
}

/** The largest number of consenters that reach each other. */
function largestTogether(nodes: readonly AnyNode[], closed: readonly string[]): number {
  const behind = Map.groupBy(nodes, (node) =>
    isOurs(node) && closed.includes(node.cluster.name) ? node.cluster.name : '',
  )
  return Math.max(0, ...[...behind.values()].map((group) => group.length))
}

const zonesOfACluster = 3

/** The worst zone of a cluster: manifests spread the orderers of an organization over its zones. */
function zones(network: FabricNetwork, all: readonly Ordering[]): Fault[] {
  return network.clusters.flatMap(({ name, provider }): Fault[] => {
    if (providers[provider].local) return []
    const outcomes = all.map(({ consenters, quorum }) => {
      const here = consenters.filter((node) => isOurs(node) && node.cluster.name === name)
      const lost = [...Map.groupBy(here, organizationOf).values()]
        .map((own) => Math.ceil(own.length / zonesOfACluster))
        .reduce((sum, share) => sum + share, 0)
      return { lost, margin: consenters.length - lost - quorum }
    })
    const worst = outcomes.toSorted((a, b) => a.margin - b.margin)[0]
    if (worst === undefined || worst.lost === 0) return []
    return [
      {
        kind: 'zone',
        name,
        assumption: 'if the orderers of each organization there are spread evenly over three zones',
        lost: worst.lost,
        survives: worst.margin >= 0,
        pauses: worst.margin >= 0,
        margin: worst.margin,
        reach: { exposed: [], none: [], undialled: { nodes: 0, from: [] } },
      },
    ]
  })
}
