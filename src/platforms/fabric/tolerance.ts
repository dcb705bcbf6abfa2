import { type AnyNode, isOurs } from '../../network/network.ts'
import { counted } from '../../words.ts'
import {
  type Fault,
  type FaultReport,
  inWorstZone,
  type Loss,
  lossesOf,
  reachOf,
  survivable,
  zoneFaults,
} from '../tolerance.ts'
import { byzantineTolerance, crashTolerance, quorumOf } from './consensus.ts'
import { unendorsedBy } from './endorsement.ts'
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

/** What ordering can lose, for the channel that can lose the least; and which chaincodes nobody can endorse then. */
export function tolerance(network: FabricNetwork): FaultReport {
  const all = orderingOf(network)
  const weakest = all.toSorted((a, b) => spare(a) - spare(b))[0]
  return {
    summary: all.length === 0 ? 'There is no channel: nothing is ordered' : all.map(sentence).join('; '),
    consensus: {
      nodes: weakest?.consenters.length ?? 0,
      mayBeDown: weakest === undefined ? 0 : spare(weakest),
      mayLie:
        all.length === 0
          ? 0
          : Math.min(...all.map(({ channel, consenters }) => byzantineTolerance(channel.consensus, consenters.length))),
    },
    inside:
      'Its orderers do not reach each other either: they dial the addresses that stand in channels, which are those outside',
    faults: [...lossesOf(network, kindOf).map((loss) => faultOf(network, loss)), ...zones(network, all)],
  }
}

const spare = ({ channel, consenters }: Ordering): number => crashTolerance(channel.consensus, consenters.length)

function sentence({ channel, consenters, quorum }: Ordering): string {
  const total = consenters.length
  const [down, lie] = [crashTolerance(channel.consensus, total), byzantineTolerance(channel.consensus, total)]
  const survives =
    channel.consensus === 'bft'
      ? survivable(down, lie, 'orderer')
      : down === 0
        ? 'no offline orderer'
        : counted(down, 'offline orderer')
  return `With ${counted(total, 'orderer')} (${channel.consensus}) channel ${channel.name} survives ${survives}; each block needs ${quorum} of them`
}

function kindOf(node: AnyNode): string | undefined {
  if (isOrderer(node)) return 'any one orderer'
  if (!isOurs(node)) return undefined
  return isAuthority(node) ? 'any one CA' : 'any one peer'
}

/**
 * A channel has the outer addresses of its orderers, by which those of the same cluster dial each other, too. So one behind a
 * closed Ambassador gets no messages from anybody, and does not count.
 */
export function faultOf(network: FabricNetwork, loss: Loss): Fault {
  const outcomes = orderingOf(network).map((ordering) => {
    const left = ordering.consenters.filter((node) => !loss.nodes.includes(node))
    const reached = left.filter((node) => !isBehind(node, loss.closed)).length
    // One that is alone in a channel needs nobody.
    const connected = ordering.consenters.length === 1 ? left.length : reached
    return { lost: ordering.consenters.length - connected, margin: connected - ordering.quorum }
  })
  const worst = outcomes.toSorted((a, b) => a.margin - b.margin)[0] ?? { lost: 0, margin: 0 }
  const unendorsed = unendorsedBy(network, loss)
  return {
    kind: loss.kind,
    name: loss.name,
    lost: worst.lost,
    survives: worst.margin >= 0,
    // A leader that is lost is replaced by election, within seconds; nobody has to be dialled anew.
    pauses: false,
    margin: worst.margin,
    reach: reachOf(network, loss),
    ...(unendorsed.length === 0 ? {} : { stops: unendorsed }),
  }
}

const isBehind = (node: AnyNode, closed: readonly string[]): boolean =>
  isOurs(node) && closed.includes(node.cluster.name)

/** The worst zone of a cluster: manifests spread the orderers of an organization over its zones. */
const zones = (network: FabricNetwork, all: readonly Ordering[]): Fault[] =>
  zoneFaults(network, 'the orderers', (cluster) => {
    const outcomes = all.map(({ consenters, quorum }) => {
      const lost = inWorstZone(consenters.filter((node) => isOurs(node) && node.cluster.name === cluster))
      return { lost, margin: consenters.length - lost - quorum }
    })
    const worst = outcomes.toSorted((a, b) => a.margin - b.margin)[0]
    return worst?.lost === 0 ? undefined : worst
  })
