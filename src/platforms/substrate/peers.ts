import { familyOf, type IpFamily } from '../../ip-address.ts'
import { type Address, isIpAddress } from '../../network/address.ts'
import { type ExternalNode, isOurs, type LedgerNode, nodeId } from '../../network/network.ts'
import type { ClusterView } from '../platform.ts'
import { peerIdOfNode } from './identity-file.ts'
import { isValidator, type SubstrateLedgerNode } from './network.ts'
import type { SubstrateNode, SubstrateTop } from './schema.ts'

type View = ClusterView<SubstrateTop, SubstrateNode>

export interface Peer extends Address {
  readonly node: SubstrateLedgerNode | ExternalNode
  /** `/dns4/rpc1.carrier.eu.example.com/tcp/15000/p2p/12D3KooW…` */
  readonly address: string
}

/** The peers that the nodes of one cluster dial, themselves included. */
interface Circles {
  readonly ofValidators: readonly Peer[]
  readonly ofOthers: readonly Peer[]
}

/** The same for all nodes of a cluster: made once for its view, not once for each pair of nodes. */
const circlesByView = new WeakMap<View, Circles>()

/**
 * Whom a node dials first; it finds others by these. Everybody dials bootnodes and validators, those two dial everybody, and nodes
 * of one cluster dial each other at their Services.
 */
export const peersOf = (node: SubstrateLedgerNode, view: View): Peer[] =>
  peersOfAny([node], view).filter((peer) => peer.node !== node)

/** Whom at least one of these nodes of the view's cluster dials, and these nodes. */
export function peersOfAny(nodes: readonly SubstrateLedgerNode[], view: View): readonly Peer[] {
  const circles = circlesByView.get(view) ?? circlesOf(view)
  circlesByView.set(view, circles)
  return nodes.some(isCentral) ? circles.ofValidators : circles.ofOthers
}

const isCentral = (node: { readonly role: string }): boolean => isValidator(node) || node.role === 'bootnode'

function circlesOf(view: View): Circles {
  const { nodes, external } = view.network
  const all = [...nodes, ...external].map((node) => peerOf(node, view))
  const neighbours = new Set<Peer['node']>(nodes.filter((node) => node.cluster.name === view.cluster))
  return { ofValidators: all, ofOthers: all.filter(({ node }) => isCentral(node) || neighbours.has(node)) }
}

function peerOf(node: Peer['node'], view: View): Peer {
  const peerId = peerIdOfNode(node, view.material)
  if (peerId === undefined) throw new Error(`no peer ID of ${nodeId(node)}: material must be complete before rendering`)
  const address = isOurs(node) ? view.addressOf(node, 'p2p') : { host: node.host, port: node.port }
  return { node, ...address, address: `${multiaddress(address, familiesOf(node))}/p2p/${peerId}` }
}

/** Families by which others reach a node; of an external one nobody knows. */
const familiesOf = (node: Peer['node']): readonly IpFamily[] => (isOurs(node) ? node.cluster.ipFamilies : [])

/**
 * https://github.com/multiformats/multiaddr/blob/master/protocols.csv. A node looks up addresses of one family for /dns4 and /dns6,
 * and of both for /dns.
 */
export function multiaddress({ host, port }: Address, families: readonly IpFamily[]): string {
  const [only, ...others] = families
  const named = others.length > 0 || only === undefined ? 'dns' : only === 'IPv6' ? 'dns6' : 'dns4'
  const protocol = isIpAddress(host) ? (familyOf(host) === 'IPv6' ? 'ip6' : 'ip4') : named
  return `/${protocol}/${host}/tcp/${port}`
}

/** Where everybody outside its cluster reaches a node. */
export const publicAddress = (node: SubstrateLedgerNode, { outside }: Pick<View, 'outside'>): string =>
  multiaddress(outside(node as LedgerNode, 'p2p'), node.cluster.ipFamilies)

/** As bootNodes of a spec. */
export const bootnodesFile = (peers: readonly Peer[]): string =>
  `${JSON.stringify(
    peers.map(({ address }) => address),
    null,
    2,
  )}\n`

/** Peers in the file of a node, by `carrier/rpc1`, with how each is dialled. Undefined where the data is not exactly that of such peers. */
export function peersIn(data: Readonly<Record<string, unknown>>, view: View): ReadonlyMap<string, string> | undefined {
  const { 'bootnodes.json': list, ...others } = data
  if (typeof list !== 'string' || Object.keys(others).length > 0) return undefined
  const circles = circlesByView.get(view) ?? circlesOf(view)
  circlesByView.set(view, circles)
  const peers = circles.ofValidators.filter(({ address }) => list.includes(`"${address}"`))
  return bootnodesFile(peers) === list ? new Map(peers.map(({ node, address }) => [nodeId(node), address])) : undefined
}
