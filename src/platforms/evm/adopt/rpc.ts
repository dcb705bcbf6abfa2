import { OperatorError } from '../../../errors.ts'
import { parseJson } from '../../../json.ts'
import type { AdoptionInput } from '../../adoption.ts'
import type { EvmClient } from '../client.ts'
import { type Enode, enodesIn } from '../enode.ts'
import { isMapping } from '../entries.ts'
import { validatorsIn } from '../read-genesis.ts'

/** The first block or the last, as `eth_getBlockByNumber` answers. */
export type RpcBlock = Readonly<Record<string, unknown>>

/** A peer of a node that was asked. */
interface RpcPeer extends Enode {
  /** The peer opened the connection: nodes of GoQuorum then report the port of that connection, not the one that the peer listens to. */
  readonly isInbound: boolean
}

/** What a node answers about its chain. */
export interface RpcAnswers {
  readonly url: string
  readonly chainId: number
  readonly networkId: string | undefined
  readonly first: RpcBlock
  readonly head: number
  /** Addresses in small letters, sorted: of the API of the consensus, or of the last block. */
  readonly validators: readonly string[]
  /** Undefined when the API `ADMIN` is off. */
  readonly self: Enode | undefined
  readonly peers: readonly RpcPeer[] | undefined
  /** As `web3_clientVersion` answers; empty when it does not. */
  readonly software: string
}

const methods = (client: EvmClient): readonly (readonly unknown[])[] => [
  ['web3_clientVersion'],
  ['eth_chainId'],
  ['net_version'],
  ['eth_getBlockByNumber', '0x0', false],
  ['eth_getBlockByNumber', 'latest', false],
  ['admin_nodeInfo'],
  ['admin_peers'],
  ['net_enode'],
  ...validatorMethods(client).map((method) => [method, 'latest']),
]

/** Each consensus has its own, and GoQuorum has one for all. */
const validatorMethods = (client: EvmClient): readonly string[] => [
  ...new Set([...client.consensuses.map((one) => client.methods(one).validators), 'istanbul_getValidators']),
]

/** Asks a node about its chain, in one request. Throws OperatorError when it is no node of such a chain. */
export async function askNode(
  url: string,
  input: Pick<AdoptionInput, 'request'>,
  client: EvmClient,
): Promise<RpcAnswers> {
  const asked = methods(client)
  const body = asked.map(([method, ...params], id) => ({ jsonrpc: '2.0', id, method, params }))
  const reply = await input.request(url, body)
  if (reply.status !== 200)
    throw new OperatorError(`${shown(url)} answers with HTTP status ${reply.status}`, hintFor(reply.status))
  const results = resultsOf(reply.body)
  if (results === undefined)
    throw new OperatorError(
      `${shown(url)} does not answer as JSON-RPC does`,
      'name the URL of JSON-RPC over HTTP, usually with port 8545',
    )
  const result = (method: string, at = 0): unknown =>
    results.get(asked.flatMap(([name], id) => (name === method ? [id] : []))[at] ?? -1)
  const chainId = numberOf(result('eth_chainId'))
  const [first, last] = [result('eth_getBlockByNumber', 0), result('eth_getBlockByNumber', 1)]
  if (chainId === undefined || !isMapping(first) || !isMapping(last))
    throw new OperatorError(
      `${shown(url)} does not answer about its chain: eth_chainId and eth_getBlockByNumber are needed`,
      'enable the API ETH at the node, or name another node',
    )
  const validators = validatorMethods(client).flatMap((method) => addressesOf(result(method)) ?? [])
  const ofBlock = validatorsIn(String(last.extraData ?? '')) ?? []
  const info = result('admin_nodeInfo')
  const text = result('web3_clientVersion')
  const peers = result('admin_peers')
  const network = result('net_version')
  return {
    url,
    chainId,
    first,
    networkId: typeof network === 'string' ? network : undefined,
    head: numberOf(last.number) ?? 0,
    validators: [...new Set(validators.length > 0 ? validators : ofBlock)].sort(),
    self: enodesIn(String((isMapping(info) ? info.enode : undefined) ?? result('net_enode') ?? ''))[0],
    peers: Array.isArray(peers) ? peers.flatMap(peerOf) : undefined,
    software: typeof text === 'string' ? text : '',
  }
}

/** Without credentials. */
export const shown = (url: string): string => url.replace(/\/\/[^/@]*@/, '//')

function hintFor(status: number): string {
  if (status === 401) return 'the node needs a token: ask one without, for example by `kubectl port-forward` to its pod'
  if (status === 403)
    return 'the node refuses the host name of this URL (host-allowlist, http.vhosts): use a name that it allows'
  return 'name the URL of JSON-RPC over HTTP, usually with port 8545'
}

/** By id; undefined for anything else than a list of answers. */
function resultsOf(body: string): ReadonlyMap<number, unknown> | undefined {
  try {
    const answers = parseJson(body)
    if (!Array.isArray(answers)) return undefined
    return new Map(answers.filter(isMapping).map(({ id, result }) => [Number(id), result]))
  } catch (error) {
    if (error instanceof SyntaxError) return undefined
    throw error
  }
}

const numberOf = (text: unknown): number | undefined =>
  typeof text === 'string' && /^0x[0-9a-f]+$/i.test(text) ? Number(text) : undefined

const addressesOf = (value: unknown): string[] | undefined =>
  Array.isArray(value) ? value.map((address) => String(address).toLowerCase()) : undefined

/** PeerResult.java of Besu, p2p.PeerInfo of GoQuorum. Besu names the port that the peer listens to. */
function peerOf(peer: unknown): RpcPeer[] {
  if (!isMapping(peer)) return []
  const [enode] = enodesIn(String(peer.enode ?? ''))
  if (enode === undefined) return []
  const listening = numberOf(peer.port)
  const inbound = isMapping(peer.network) && peer.network.inbound === true
  if (listening !== undefined && listening > 0 && listening < 65_536)
    return [{ ...enode, port: listening, isInbound: false }]
  return [{ ...enode, isInbound: inbound }]
}
