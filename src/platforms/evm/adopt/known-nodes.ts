import { posix } from 'node:path'
import { OperatorError } from '../../../errors.ts'
import { toText } from '../../../file-content.ts'
import { addressText } from '../../../network/address.ts'
import { host as hostForm } from '../../../network/primitives.ts'
import { several } from '../../../words.ts'
import type { AdoptionInput } from '../../adoption.ts'
import { type Enode, enodesIn } from '../enode.ts'
import { addressOf, isOnCurve } from '../identity.ts'
import { type NodeOption, nodeOptions, single } from './options.ts'
import { type RpcAnswers, shown } from './rpc.ts'

/** A node of the chain whose enode URL is known. */
export interface KnownNode extends Enode {
  readonly address: string
  /** For people: the option or the node that named it. */
  readonly source: string
  /** Its port may be that of one connection only. */
  readonly isInbound: boolean
}

/** A node that comes into the definition. */
export interface OwnNode extends Omit<NodeOption, 'value'> {
  readonly node: KnownNode
}

export interface KnownNodes {
  readonly own: readonly OwnNode[]
  /** All others. */
  readonly others: readonly KnownNode[]
}

/** Nodes of the chain: what a person names comes first, then what nodes answer about themselves, then about their peers. */
export async function knownNodes(input: AdoptionInput, asked: readonly RpcAnswers[]): Promise<KnownNodes> {
  const options = nodeOptions('node', input)
  const named = options.map((option) => ({ option, enode: namedEnode(option) }))
  const all = unique([
    ...named.flatMap(({ option, enode }) => (enode === undefined ? [] : [known(enode, `--node ${option.id}`)])),
    ...(await listed(input)),
    ...asked.flatMap((node) =>
      node.self === undefined ? [] : [known(reachable(node.self, node.url), shown(node.url))],
    ),
    ...asked.flatMap(({ url, peers = [] }) =>
      peers.map((peer) => known(peer, `a peer of ${shown(url)}`, peer.isInbound)),
    ),
  ])
  const own = named.map(({ option: { value, ...option }, enode }) => ({
    ...option,
    node:
      enode === undefined
        ? byHost(option.id, value, all)
        : (all.find(({ nodeId }) => nodeId === enode.nodeId) ?? known(enode, '')),
  }))
  for (const [at, { id, node }] of own.entries()) {
    const other = own.findIndex((one) => one.node.nodeId === node.nodeId)
    if (other < at)
      throw new OperatorError(`${own[other]?.id} and ${id} are the same node of the chain`, 'keep one of the two')
  }
  const taken = new Set(own.map(({ node }) => node.nodeId))
  return { own, others: all.filter(({ nodeId }) => !taken.has(nodeId)) }
}

function known(enode: Enode, source: string, isInbound = false): KnownNode {
  const { nodeId, host, port } = enode
  if (!isOnCurve(nodeId))
    throw new OperatorError(
      `the enode URL of ${addressText({ host, port })} (${source}) has no public key: it is not a point of secp256k1`,
      'correct the 128 digits before the @: the node itself reports its URL (admin_nodeInfo)',
    )
  return { nodeId, host, port, address: addressOf(nodeId), source, isInbound }
}

/** The first of each node. A port of a connection gives way to any other. */
function unique(nodes: readonly KnownNode[]): readonly KnownNode[] {
  const found = new Map<string, KnownNode>()
  for (const node of nodes) {
    const before = found.get(node.nodeId)
    if (before === undefined || (!isUsable(before) && isUsable(node)) || (before.isInbound && !node.isInbound))
      found.set(node.nodeId, node)
  }
  return [...found.values()]
}

/** Whether a definition can have the host: a DNS name with a dot or an IPv4 address, that others can reach. */
export const isUsable = ({ host, port }: Pick<Enode, 'host' | 'port'>): boolean =>
  hostForm.safeParse(host).success && !/^(?:127\.|0\.0\.0\.0$|169\.254\.)/.test(host) && port > 0 && port < 65_536

/** Nodes often do not know their address: it is then the one under which they answered. */
function reachable(self: Enode, url: string): Enode {
  if (isUsable(self)) return self
  const { hostname } = new URL(url)
  return isUsable({ host: hostname, port: self.port }) ? { ...self, host: hostname } : self
}

function namedEnode({ id, value }: NodeOption): Enode | undefined {
  if (!/^enode:/i.test(value)) return undefined
  const [enode] = enodesIn(value)
  if (enode === undefined)
    throw new OperatorError(
      `--node ${id} has no valid enode URL`,
      'write enode://, 128 hexadecimal digits, @, host, colon and port',
    )
  return enode
}

async function listed(input: AdoptionInput): Promise<readonly KnownNode[]> {
  const path = single('enodes', input)
  if (path === undefined) return []
  const enodes = enodesIn(toText(await input.read(path)))
  if (enodes.length === 0)
    throw new OperatorError(
      `${path} has no enode URL`,
      'name a file such as static-nodes.json: an array of enode URLs, or one URL a line',
    )
  return enodes.map((enode) => known(enode, posix.basename(path)))
}

function byHost(id: string, value: string, nodes: readonly KnownNode[]): KnownNode {
  const wanted = value.toLowerCase()
  const found = nodes.filter(({ host, port }) => wanted === host || wanted === addressText({ host, port }))
  const [node, second] = found
  if (node === undefined)
    throw new OperatorError(
      `--node ${id}: no node of the chain has the host "${value}"`,
      nodes.length === 0
        ? 'name its enode URL, or the nodes of the chain with --enodes or --from-rpc'
        : `known: ${several(nodes.map(({ host, port }) => addressText({ host, port })))}`,
    )
  if (second !== undefined)
    throw new OperatorError(
      `--node ${id}: ${found.length} nodes of the chain have the host "${value}"`,
      `add the port: ${several(found.map(({ host, port }) => addressText({ host, port })))}`,
    )
  return node
}
