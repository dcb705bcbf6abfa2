import { type AnyNode, isOurs, runningIn } from '../../network/network.ts'
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
import { isCompleted } from './chain-spec/base-spec.ts'
import { faultTolerance, quorumOf } from './consensus.ts'
import { isValidator, type SubstrateNetwork, validatorsOf } from './network.ts'

/** By the definition alone: the runtime decides who is an authority. What is lost is finality: Aura makes blocks while one validator is left. */
export function tolerance(network: SubstrateNetwork): FaultReport {
  const total = validatorsOf(network).length
  const most = faultTolerance(total)
  return {
    summary: summaryOf(network, total),
    consensus: { nodes: total, mayBeDown: most, mayLie: most },
    faults: [...lossesOf(network, kindOf).map((loss) => faultOf(network, loss)), ...zones(network)],
  }
}

function summaryOf(network: SubstrateNetwork, total: number): string {
  if (total === 0) return 'This definition has no validator: others make the blocks of the chain, and finalize them'
  const most = faultTolerance(total)
  const survives = `finality survives ${survivable(most, most, 'validator')}; a block is final with the votes of ${quorumOf(total)}`
  const blocks =
    total > 1
      ? 'Validators that are left make blocks meanwhile, and slots of lost ones stay empty'
      : 'Without it nobody makes blocks'
  return isCompleted(network)
    ? `With ${counted(total, 'validator')} ${survives}. ${blocks}`
    : `This definition has ${counted(total, 'validator')}. If the chain has no others, ${survives}. ${blocks}`
}

/** Nodes of a kind are alike in what is lost with one of them. */
function kindOf(node: AnyNode): string | undefined {
  if (isValidator(node)) return 'any one validator'
  if (!isOurs(node)) return undefined
  const kind = node.role === 'bootnode' ? node.role : `${node.role} node`
  return `any one ${kind}${node.expose.length === 0 ? '' : ` that exposes ${node.expose.join(' and ')}`}`
}

export function faultOf(network: SubstrateNetwork, loss: Loss): Fault {
  const down = new Set(loss.nodes)
  const left = [...network.nodes, ...network.external].filter((node) => !down.has(node))
  const total = validatorsOf(network).length
  const groups = groupsOf(left, loss.closed)
  const connected = groups.isJoined ? sum(groups.sizes) : Math.max(0, ...groups.sizes)
  const margin = connected - quorumOf(total)
  return {
    kind: loss.kind,
    name: loss.name,
    lost: total - connected,
    survives: margin >= 0,
    pauses: margin >= 0 && Math.max(0, ...groups.sizes) < quorumOf(total),
    margin,
    reach: reachOf(network, loss),
  }
}

/**
 * Validators that stay connected with each other: in the moment when Ambassadors close, those behind each one, and all others. The nodes
 * behind one dial the others again, so all are joined while there is a node that can be dialled: votes go through full nodes, too (sc-consensus-grandpa
 * 0.34.0, communication/gossip.rs), and connections serve both directions.
 */
function groupsOf(
  nodes: readonly AnyNode[],
  closed: readonly string[],
): { readonly sizes: readonly number[]; readonly isJoined: boolean } {
  const placeOf = (node: AnyNode): string => {
    const cluster = runningIn(node)
    return cluster !== undefined && closed.includes(cluster) ? cluster : ''
  }
  const places = ['', ...closed]
  const sizes = places.map((place) => nodes.filter((node) => isValidator(node) && placeOf(node) === place).length)
  return { sizes, isJoined: nodes.some((node) => placeOf(node) === '') }
}

const sum = (numbers: readonly number[]): number => numbers.reduce((all, one) => all + one, 0)

/** The worst zone of a cluster: manifests spread the nodes of an organization over its zones, whatever their role. */
function zones(network: SubstrateNetwork): Fault[] {
  const total = validatorsOf(network).length
  return zoneFaults(network, 'the nodes', (cluster) => {
    const nodes = nodesIn(network, cluster)
    if (nodes.length === 0) return undefined
    const lost = inWorstZone(nodes, (own) => own.filter(isValidator).length)
    return { lost, margin: total - lost - quorumOf(total) }
  })
}
