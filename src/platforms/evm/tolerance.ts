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
import { largestGroup, linkAgain, linkAtOnce } from './links.ts'
import { type EvmNetwork, isDesiredValidator, isValidator, validatorsOf } from './network.ts'

/** Votes that QBFT needs for a block: two thirds of all validators, rounded up (Besu, BftHelpers.calculateRequiredValidatorQuorum). */
export const quorum = (validators: number): number => Math.ceil((2 * validators) / 3)

/** The number of validators that may be offline. */
export const crashTolerance = (validators: number): number => validators - quorum(validators)

/** The number of validators that may be malicious: n ≥ 3f + 1. */
export const byzantineTolerance = (validators: number): number => Math.max(0, Math.floor((validators - 1) / 3))

/** By the definition alone: votes decide who is a validator on the chain. */
export function tolerance(network: EvmNetwork): FaultReport {
  const nodes = validatorsOf(network).length
  const [mayBeDown, mayLie] = [crashTolerance(nodes), byzantineTolerance(nodes)]
  return {
    summary: `With ${counted(nodes, 'validator')} the network survives ${survivable(mayBeDown, mayLie, 'validator')}; each block needs ${quorum(nodes)} of them`,
    consensus: { nodes, mayBeDown, mayLie },
    faults: [...lossesOf(network, kindOf).map((loss) => faultOf(network, loss)), ...zones(network)],
  }
}

/** Nodes of a kind are alike in what is lost with one of them. */
function kindOf(node: AnyNode): string | undefined {
  if (isDesiredValidator(node)) return 'any one validator'
  if (!isOurs(node) || isValidator(node)) return undefined
  return `any one ${node.role} node${node.expose.length === 0 ? '' : ` that exposes ${node.expose.join(' and ')}`}`
}

export function faultOf(network: EvmNetwork, loss: Loss): Fault {
  const down = new Set(loss.nodes)
  const left = [...network.nodes, ...network.external].filter((node) => !down.has(node))
  const total = validatorsOf(network).length
  const connected = largestGroup(left, linkAgain(loss.closed))
  const margin = connected - quorum(total)
  return {
    kind: loss.kind,
    name: loss.name,
    lost: total - connected,
    survives: margin >= 0,
    pauses: margin >= 0 && largestGroup(left, linkAtOnce(loss.closed)) < quorum(total),
    margin,
    reach: reachOf(network, loss),
  }
}

/**
 * The worst zone of a cluster. base/node/statefulset.yaml spreads nodes over zones by namespace, whatever their role: at worst
 * all validators of an organization are in its larger shares, and these are in one zone.
 */
function zones(network: EvmNetwork): Fault[] {
  const total = validatorsOf(network).length
  return zoneFaults(network, 'the nodes', (cluster) => {
    const nodes = nodesIn(network, cluster)
    if (nodes.length === 0) return undefined
    const lost = inWorstZone(nodes, (own) => own.filter(isDesiredValidator).length)
    return { lost, margin: total - lost - quorum(total) }
  })
}
