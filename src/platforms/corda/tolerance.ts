import { type AnyNode, isOurs, nodeId } from '../../network/network.ts'
import { counted } from '../../words.ts'
import {
  type Fault,
  type FaultReport,
  inWorstZone,
  type Loss,
  lossesOf,
  nodesIn,
  reachOf,
  zoneFaults,
} from '../tolerance.ts'
import {
  type CordaAnyNode,
  type CordaNetwork,
  isNetworkMap,
  isNotary,
  notariesOf,
  notaryIdentityOf,
} from './network.ts'

/**
 * There is no consensus among nodes: each state names its notary, and only that one signs that nobody has spent the state before. What is
 * counted is the notaries, of which none takes the place of another.
 */
export function tolerance(network: CordaNetwork): FaultReport {
  const total = notariesOf(network).length
  return {
    summary: summaryOf(total),
    consensus: { nodes: total, mayBeDown: 0, mayLie: 0 },
    inside: 'Its nodes do not reach each other either: each has one address, which is the one outside',
    faults: [...lossesOf(network, kindOf).map((loss) => faultOf(network, loss)), ...zones(network)],
  }
}

function summaryOf(notaries: number): string {
  const alone = 'A node that is down stops its own transactions, and those of others with it'
  if (notaries === 0) return `This definition has no notary: others sign for its transactions. ${alone}`
  return `With ${counted(notaries, 'notary', 'notaries')}, states of a notary cannot be spent while it is down: no other notary takes its place. ${alone}`
}

/** Every notary has its own states, and a demo zone has one network map. Other nodes are alike in what is lost with one of them. */
const kindOf = (node: AnyNode): string | undefined =>
  isNotary(node) || isNetworkMap(node) ? nodeId(node) : isOurs(node) ? 'any one node' : undefined

/**
 * A node has one address, by which those of the same cluster dial it, too. An answer needs a connection to the address of who asked, as each
 * side sends through a connection that it makes (AMQPBridgeManager.kt of Corda 4.12). So a notary behind a closed Ambassador gets no request.
 */
export function faultOf(network: CordaNetwork, loss: Loss): Fault {
  const lost = notariesOf(network).filter((notary) => loss.nodes.includes(notary) || isBehind(notary, loss.closed))
  return {
    kind: loss.kind,
    name: loss.name,
    lost: lost.length,
    survives: lost.length === 0,
    // Messages wait in the queues of who sends them; nothing is elected.
    pauses: false,
    margin: lost.length === 0 ? 0 : -lost.length,
    reach: reachOf(network, loss),
    ...(lost.length === 0 ? {} : { stops: lost.map(unspendable) }),
  }
}

const isBehind = (node: AnyNode, closed: readonly string[]): boolean =>
  isOurs(node) && closed.includes(node.cluster.name)

const unspendable = (notary: CordaAnyNode): string =>
  `states of ${notaryIdentityOf(notary)} (${nodeId(notary)}) cannot be spent`

/** The worst zone of a cluster: manifests spread the nodes of an organization over its zones, notaries apart. */
const zones = (network: CordaNetwork): Fault[] =>
  zoneFaults(network, 'the notaries', (cluster) => {
    const notaries = nodesIn(network, cluster).filter(isNotary)
    if (notaries.length === 0) return undefined
    const lost = inWorstZone(notaries)
    return { lost, margin: -lost }
  })
