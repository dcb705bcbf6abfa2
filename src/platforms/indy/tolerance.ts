import type { Material } from '../../material/material.ts'
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
import { validatorCount, validatorsOf } from './genesis.ts'
import type { IndyNetwork } from './network.ts'

/** By the definition, and the genesis of a pool that others began: the ledger of the pool decides who is a validator. */
export function tolerance(network: IndyNetwork, material: Material): FaultReport {
  const total = validatorCount(network, material)
  const most = faultTolerance(total)
  return {
    summary: summaryOf(network, material),
    consensus: { nodes: total, mayBeDown: most, mayLie: most },
    inside:
      'Its validators do not reach each other either: the pool has one address for each, which is the one outside',
    faults: [
      ...lossesOf(network, () => 'any one validator').map((loss) => faultOf(network, loss, material)),
      ...zones(network, material),
    ],
  }
}

function summaryOf(network: IndyNetwork, material: Material): string {
  const [total, named] = [validatorCount(network, material), validatorsOf(network).length]
  const most = faultTolerance(total)
  const survives = `the pool survives ${survivable(most, most, 'validator')}; each batch of transactions needs ${quorumOf(total)} of them`
  if (network.top.genesis === undefined) return `With ${counted(total, 'validator')} ${survives}`
  const others = total === named ? '' : `, of which the definition names ${named}`
  return `The genesis and this definition have ${counted(total, 'validator')}${others}. If the pool has no others by now, ${survives}`
}

/**
 * The pool has one address for each validator, by which those of the same cluster dial each other, too. A message needs a
 * connection to the listener of its recipient, so a validator behind a closed Ambassador gets no messages, and does not count.
 */
export function faultOf(network: IndyNetwork, loss: Loss, material: Material): Fault {
  const total = validatorCount(network, material)
  const isLost = (node: AnyNode): boolean => loss.nodes.includes(node)
  // One that is alone in the pool needs nobody.
  const lost = validatorsOf(network).filter((node) => isLost(node) || (total > 1 && isBehind(node, loss.closed))).length
  const margin = total - lost - quorumOf(total)
  return {
    kind: loss.kind,
    name: loss.name,
    lost,
    survives: margin >= 0,
    // A primary that is lost is replaced after a minute (ToleratePrimaryDisconnection); nobody has to be dialled anew.
    pauses: false,
    margin,
    reach: reachOf(network, loss),
  }
}

const isBehind = (node: AnyNode, closed: readonly string[]): boolean =>
  isOurs(node) && closed.includes(node.cluster.name)

/** The worst zone of a cluster: manifests spread the validators of an organization over its zones. */
function zones(network: IndyNetwork, material: Material): Fault[] {
  const total = validatorCount(network, material)
  return zoneFaults(network, 'the validators', (cluster) => {
    const nodes = nodesIn(network, cluster)
    if (nodes.length === 0) return undefined
    const lost = inWorstZone(nodes)
    return { lost, margin: total - lost - quorumOf(total) }
  })
}
