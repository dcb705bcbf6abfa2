import { type AnyNode, isOurs } from '../../network/network.ts'
import { counted } from '../../words.ts'
import { type Fault, type FaultReport, type Loss, lossesOf, reachOf } from '../tolerance.ts'
import { type CordaNetwork, isNotary, notariesOf } from './network.ts'

/** There is no consensus among nodes: each notary decides alone about the states that name it. */
export function tolerance(network: CordaNetwork): FaultReport {
  const total = notariesOf(network).length
  return {
    summary: `${counted(total, 'notary', 'notaries')}: states of a notary cannot be spent while it is down`,
    consensus: { nodes: total, mayBeDown: 0, mayLie: 0 },
    faults: lossesOf(network, kindOf).map((loss) => faultOf(network, loss)),
  }
}

function kindOf(node: AnyNode): string | undefined {
  if (isNotary(node)) return 'any one notary'
  return isOurs(node) ? 'any one node' : undefined
}

export function faultOf(network: CordaNetwork, loss: Loss): Fault {
  const closed = network.nodes.filter(({ cluster }) => loss.closed.includes(cluster.name))
  const lost = new Set([...loss.nodes, ...closed].filter(isNotary)).size
  return {
    kind: loss.kind,
    name: loss.name,
    lost,
    survives: lost === 0,
    pauses: false,
    margin: -lost,
    reach: reachOf(network, loss),
  }
}
