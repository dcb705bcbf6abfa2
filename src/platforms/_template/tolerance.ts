import type { Network } from '../../network/network.ts'
import { type FaultReport, lossesOf, reachOf } from '../tolerance.ts'
import type { TemplateNode, TemplateTop } from './schema.ts'

/** A majority of all nodes agrees: what is left after each loss either is one or is not. */
export function tolerance(network: Network<TemplateTop, TemplateNode>): FaultReport {
  const nodes = network.nodes.length
  const majority = Math.floor(nodes / 2) + 1
  return {
    summary: `${nodes} nodes, ${majority} of them agree: the ledger goes on while at most ${nodes - majority} are down`,
    consensus: { nodes, mayBeDown: nodes - majority, mayLie: 0 },
    faults: lossesOf(network, () => 'any one validator').map((loss) => {
      const margin = nodes - loss.nodes.length - majority
      return {
        kind: loss.kind,
        name: loss.name,
        lost: loss.nodes.length,
        survives: margin >= 0,
        pauses: false,
        margin,
        reach: reachOf(network, loss),
      }
    }),
  }
}
