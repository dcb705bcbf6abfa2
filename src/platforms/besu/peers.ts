import { type Address, isIpAddress } from '../../ambassador/address.ts'
import type { ExternalNode } from '../../network/network.ts'
import type { ClusterView } from '../platform.ts'
import { type BesuLedgerNode, externalNodeId, identityOf, isValidator } from './network.ts'
import type { BesuNode, BesuTop } from './schema.ts'

export interface Peer extends Address {
  readonly enode: string
}

/**
 * Whom a node dials: everybody dials the validators, the validators dial everybody, and nodes of one cluster dial each other.
 * Lists are symmetric, so a node whose names did not resolve when it started is still found by the other side.
 */
export function peersOf(node: BesuLedgerNode, view: ClusterView<BesuTop, BesuNode>): Peer[] {
  const ours = view.network.nodes
    .filter(
      (other) =>
        other !== node && (isValidator(node) || isValidator(other) || other.cluster.name === node.cluster.name),
    )
    .map((other) => ourPeer(other, view))
  const external = view.network.external.filter((other) => isValidator(node) || isValidator(other)).map(externalPeer)
  return [...ours, ...external]
}

function ourPeer(node: BesuLedgerNode, view: ClusterView<BesuTop, BesuNode>): Peer {
  const identity = identityOf(node, view.material)
  if (identity === undefined)
    throw new Error(
      `no public key of ${node.organization.name}/${node.name}: material is completed before anything is rendered`,
    )
  const { host, port } = view.addressOf(node, 'p2p')
  return { enode: `enode://${identity.nodeId}@${host}:${port}`, host, port }
}

const externalPeer = (node: ExternalNode): Peer => ({
  enode: `enode://${externalNodeId(node)}@${node.host}:${node.port}`,
  host: node.host,
  port: node.port,
})

/** Besu's static nodes: the only peers it looks for. */
export const staticNodes = (peers: readonly Peer[]): string =>
  `${JSON.stringify(
    peers.map((peer) => peer.enode),
    null,
    2,
  )}\n`

/** Names to wait for before Besu starts, one a line: IP addresses need no resolver, and looking one up takes minutes. */
export const peerNames = (peers: readonly Peer[]): string =>
  [...new Set(peers.map((peer) => peer.host))]
    .filter((host) => !isIpAddress(host))
    .map((host) => `${host}\n`)
    .join('')
