import { type Address, addressText, isIpAddress } from '../../network/address.ts'
import { type ExternalNode, nodeId } from '../../network/network.ts'
import type { ClusterView } from '../platform.ts'
import type { EvmClient } from './client.ts'
import { type EvmLedgerNode, externalNodeId, identityOf, isValidator } from './network.ts'
import type { EvmNode, EvmTop } from './schema.ts'

type View = ClusterView<EvmTop, EvmNode>

export interface Peer extends Address {
  readonly node: EvmLedgerNode | ExternalNode
  readonly enode: string
  /** The host is a DNS name. */
  readonly named: boolean
}

/** The peers that the nodes of one cluster dial, themselves included. */
interface Circles {
  readonly ofValidators: readonly Peer[]
  readonly ofOthers: readonly Peer[]
}

/** The same for all nodes of a cluster: made once for its view, not once for each pair of nodes. */
const circlesByView = new WeakMap<View, Circles>()

/**
 * Whom a node dials: everybody dials the validators, the validators dial everybody, and nodes of one cluster dial each other.
 * Lists are symmetric, so a node whose names did not resolve when it started is still found by the other side.
 */
export const peersOf = (node: EvmLedgerNode, view: View, client: EvmClient): Peer[] =>
  peersOfAny([node], view, client).filter((peer) => peer.node !== node)

/** Whom at least one of these nodes of the view's cluster dials, and these nodes. */
export function peersOfAny(nodes: readonly EvmLedgerNode[], view: View, client: EvmClient): readonly Peer[] {
  const circles = circlesIn(view, client)
  return nodes.some(isValidator) ? circles.ofValidators : circles.ofOthers
}

function circlesIn(view: View, client: EvmClient): Circles {
  const circles = circlesByView.get(view) ?? circlesOf(view, client)
  circlesByView.set(view, circles)
  return circles
}

function circlesOf(view: View, { enodeQuery }: EvmClient): Circles {
  const { nodes, external } = view.network
  const all = [
    ...nodes.map((node) => ourPeer(node, view, enodeQuery)),
    ...external.map((node) => peer(node, externalNodeId(node), node, enodeQuery)),
  ]
  const neighbours = new Set<Peer['node']>(nodes.filter((node) => node.cluster.name === view.cluster))
  return { ofValidators: all, ofOthers: all.filter(({ node }) => isValidator(node) || neighbours.has(node)) }
}

function ourPeer(node: EvmLedgerNode, view: View, query: string): Peer {
  const identity = identityOf(node, view.material)
  if (identity === undefined)
    throw new Error(
      `no public key of ${node.organization.name}/${node.name}: material must be complete before rendering`,
    )
  return peer(node, identity.nodeId, dialledAt(node) ?? view.addressOf(node, 'p2p'), query)
}

/** Where a node is dialled that something else still runs. */
const dialledAt = ({ elsewhere, own }: EvmLedgerNode): Address | undefined => (elsewhere ? own.movesFrom : undefined)

const peer = (node: Peer['node'], id: string, { host, port }: Address, query: string): Peer => ({
  node,
  host,
  port,
  enode: `enode://${id}@${addressText({ host, port })}${query}`,
  named: !isIpAddress(host),
})

/** Static nodes: the only peers that a node looks for. */
export const staticNodes = (peers: readonly Peer[]): string =>
  `${JSON.stringify(
    peers.map(({ enode }) => enode),
    null,
    2,
  )}\n`

/** Names to wait for before the node starts, one a line: IP addresses need no resolver, and looking one up takes minutes. */
export const peerNames = (peers: readonly Peer[]): string =>
  [...new Set(peers.filter(({ named }) => named).map(({ host }) => host))].map((host) => `${host}\n`).join('')

/** Peers in the files of a node, by `carrier/rpc1`, with how each is dialled. Undefined where the files are not exactly those of such peers. */
export function peersIn(
  data: Readonly<Record<string, unknown>>,
  view: View,
  client: EvmClient,
): ReadonlyMap<string, string> | undefined {
  const { 'static-nodes.json': list, names, 'permissioned-nodes.json': permitted = list, ...others } = data
  if (typeof list !== 'string' || permitted !== list || Object.keys(others).length > 0) return undefined
  const peers = circlesIn(view, client).ofValidators.filter(({ enode }) => list.includes(`"${enode}"`))
  const isExact = staticNodes(peers) === list && (names === undefined || names === peerNames(peers))
  return isExact ? new Map(peers.map(({ node, enode }) => [nodeId(node), enode])) : undefined
}

/** Peers that one node accepts. A fixed number: one that follows the size of the network would restart every node when it grows. */
export const defaultMaxPeers = 100

export const maxPeers = (node: EvmLedgerNode, client: EvmClient): number =>
  Number(node.own.settings[maxPeersKey(node, client)] ?? defaultMaxPeers)

/** The name under which the settings of a node have that number. */
export const maxPeersKey = (node: EvmLedgerNode, { maxPeersOptions }: EvmClient): string =>
  maxPeersOptions.find((option) => Object.hasOwn(node.own.settings, option)) ?? maxPeersOptions[0]
