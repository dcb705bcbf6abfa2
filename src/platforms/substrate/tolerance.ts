import { type AnyNode, isOurs } from '../../network/network.ts'
import { counted } from '../../words.ts'
import { type Fault, type FaultReport, type Loss, lossesOf, reachOf, survivable } from '../tolerance.ts'
import { faultTolerance, quorumOf } from './consensus.ts'
import { isValidator, type SubstrateNetwork, validatorsOf } from './network.ts'

/** By the definition: the runtime decides who is an authority. */
export function tolerance(network: SubstrateNetwork): FaultReport {
  const total = validatorsOf(network).length
  const most = faultTolerance(total)
  return {
    summary: `With ${counted(total, 'validator')} finality survives ${survivable(most, most, 'validator')}; a block is final with the votes of ${quorumOf(total)}`,
    consensus: { nodes: total, mayBeDown: most, mayLie: most },
    faults: lossesOf(network, kindOf).map((loss) => faultOf(network, loss)),
  }
}

const kindOf = (node: AnyNode): string => `any one ${isOurs(node) || isValidator(node) ? node.role : 'external node'}`

export function faultOf(network: SubstrateNetwork, loss: Loss): Fault {
  const total = validatorsOf(network).length
  const lost = loss.nodes.filter(isValidator).length
  const margin = total - lost - quorumOf(total)
  return {
    kind: loss.kind,
    name: loss.name,
    lost,
    survives: margin >= 0,
    pauses: false,
    margin,
    reach: reachOf(network, loss),
  }
}
