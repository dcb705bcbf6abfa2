import type { Network } from '../../network/network.ts'
import { type Fault, type FaultReport, type Loss, lossesOf, reachOf } from '../tolerance.ts'
import type { IndyNode, IndyTop } from './schema.ts'

type IndyNetwork = Network<IndyTop, IndyNode>

const majorityOf = ({ nodes }: IndyNetwork): number => Math.floor(nodes.length / 2) + 1

/** A majority of all nodes agrees: what is left after each loss either is one or is not. */
export function tolerance(network: IndyNetwork): FaultReport {
  const nodes = network.nodes.length
  const majority = majorityOf(network)
  return {
    summary: `${nodes} nodes, ${majority} of them agree: the ledger makes progress while at most ${nodes - majority} are down`,
    consensus: { nodes, mayBeDown: nodes - majority, mayLie: 0 },
    faults: lossesOf(network, () => 'any one validator').map((loss) => faultOf(network, loss)),
  }
}

export function faultOf(network: IndyNetwork, loss: Loss): Fault {
  const margin = network.nodes.length - loss.nodes.length - majorityOf(network)
  return {
    kind: loss.kind,
    name: loss.name,
    lost: loss.nodes.length,
    survives: margin >= 0,
    pauses: false,
    margin,
    reach: reachOf(network, loss),
  }
}
