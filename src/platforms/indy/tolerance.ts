import { type AnyNode, isOurs } from '../../network/network.ts'
import { counted } from '../../words.ts'
import {
  type Fault,
  type FaultReport,
  inWorstZone,
  type Loss,
  lossesOf,
  nodesIn,
  reachOf,
  survivable,
  zoneFaults,
} from '../tolerance.ts'
import { faultTolerance, quorumOf } from './consensus.ts'
import type { IndyNetwork } from './network.ts'

/** By the definition alone: the ledger of the pool decides who is a validator. */
export function tolerance(network: IndyNetwork): FaultReport {
  const nodes = validatorsOf(network).length
  const most = faultTolerance(nodes)
  return {
    summary: summaryOf(network),
    consensus: { nodes, mayBeDown: most, mayLie: most },
    inside:
      'Its validators do not reach each other either: the pool has one address for each, which is the one outside',
    faults: [...lossesOf(network, () => 'any one validator').map((loss) => faultOf(network, loss)), ...zones(network)],
  }
}

const validatorsOf = ({ nodes, external }: IndyNetwork): readonly AnyNode[] => [...nodes, ...external]

function summaryOf(network: IndyNetwork): string {
  const nodes = validatorsOf(network).length
  const most = faultTolerance(nodes)
  const survives = `${survivable(most, most, 'validator')}; each batch of transactions needs ${quorumOf(nodes)} of them`
  return network.top.genesis === undefined
    ? `With ${counted(nodes, 'validator')} the pool survives ${survives}`
    : `The definition knows ${counted(nodes, 'validator')} of a pool that runs. If these are all, the pool survives ${survives}`
}

/**
 * The pool has one address for each validator, by which those of the same cluster dial each other, too. A message needs a
 * connection to the listener of its recipient, so a validator behind a closed Ambassador gets no messages, and does not count.
 */
export function faultOf(network: IndyNetwork, loss: Loss): Fault {
  const validators = validatorsOf(network)
  const left = validators.filter((node) => !loss.nodes.includes(node))
  const reached = left.filter((node) => !isBehind(node, loss.closed))
  // One that is alone in the pool needs nobody.
  const connected = validators.length === 1 ? left.length : reached.length
  const margin = connected - quorumOf(validators.length)
  return {
    kind: loss.kind,
    name: loss.name,
    lost: validators.length - connected,
    survives: margin >= 0,
    // A primary that is lost is replaced by a view change; nobody has to be dialled anew.
    pauses: false,
    margin,
    reach: reachOf(network, loss),
  }
}

const isBehind = (node: AnyNode, closed: readonly string[]): boolean =>
  isOurs(node) && closed.includes(node.cluster.name)

/** The worst zone of a cluster: manifests spread the validators of an organization over its zones. */
function zones(network: IndyNetwork): Fault[] {
  const total = validatorsOf(network).length
  return zoneFaults(network, 'the validators', (cluster) => {
    const nodes = nodesIn(network, cluster)
    if (nodes.length === 0) return undefined
    const lost = inWorstZone(nodes)
    return { lost, margin: total - lost - quorumOf(total) }
  })
}
