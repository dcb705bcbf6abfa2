import { groupBy } from '../../../group-by.ts'
import type { Material } from '../../../material/material.ts'
import { nodeId } from '../../../network/network.ts'
import { counted, listed } from '../../../words.ts'
import { bad, good, type Observation, type Verdict } from '../../health.ts'
import { genesisHashOf } from '../genesis/computed.ts'
import { peerIdOfNode } from '../identity-file.ts'
import type { SubstrateNetwork } from '../network.ts'
import type { SubstrateNode } from '../schema.ts'
import { answersOf } from './answers.ts'
import { authorityVerdicts } from './authorities.ts'
import { progressVerdicts } from './progress.ts'
import { type Answering, isAnswering, type Seen } from './seen.ts'

export function judge(
  network: SubstrateNetwork,
  material: Material,
  observed: readonly Observation<SubstrateNode>[],
): readonly Verdict[] {
  const seen = observed.map(
    ({ node, first, second }): Seen => ({
      node,
      id: nodeId(node),
      before: answersOf(first),
      now: answersOf(second),
    }),
  )
  const answering = seen.filter(isAnswering)
  if (answering.length === 0) return []
  return [
    ...seen
      .filter(({ now }) => now === undefined)
      .map(({ id }) => bad(`${id} does not answer`, 'check its pod and its log')),
    ...sameChain(network, material, answering),
    ...sameNodes(material, answering),
    ...progressVerdicts(network, material, seen, observed[0]?.secondsBetween ?? 0),
    ...peerVerdicts(network, answering),
    ...authorityVerdicts(network, material, answering),
  ]
}

/** A node with a volume keeps the chain in it, whatever its chain spec says: sc-service 0.50.0, client/client.rs builds a first block without one only. */
function sameChain(network: SubstrateNetwork, material: Material, seen: readonly Answering[]): Verdict[] {
  const told = seen.filter(({ now }) => now.genesis !== undefined)
  const groups = groupBy(told, ({ now }) => now.genesis)
  const [most, ...others] = [...groups.values()].sort((a, b) => b.length - a.length)
  const expected = expectedGenesis(network, material)
  const genesis = expected?.hash ?? most?.[0]?.now.genesis
  if (most === undefined || genesis === undefined) return []
  const wrong = told.filter(({ now }) => now.genesis !== genesis)
  if (wrong.length === 0) return [good(`genesis ${genesis} on ${allOf(told.length)} that answered`)]
  if (others.length === 0)
    return [
      bad(
        `the chain has the genesis hash ${most[0]?.now.genesis} instead of ${genesis} (${expected?.source})`,
        'compare the chain spec with that of the chain: another runtime, or other accounts, make another first block',
      ),
    ]
  return wrong.map(({ id, now }) =>
    bad(
      `${id} has the genesis hash ${now.genesis} instead of ${genesis}`,
      'its volume belongs to another chain: replace the volume',
    ),
  )
}

/** As people gave it, or as the runtime in the chain spec makes it; undefined for a spec at a URL. */
function expectedGenesis(
  network: SubstrateNetwork,
  material: Material,
): { readonly hash: string; readonly source: string } | undefined {
  const { expectedGenesisHash } = network.top.chain
  if (expectedGenesisHash !== undefined) return { hash: expectedGenesisHash, source: 'chain.expectedGenesisHash' }
  const hash = genesisHashOf(network, material)
  return hash === undefined ? undefined : { hash, source: 'computed from the chain spec' }
}

const allOf = (nodes: number): string => (nodes === 1 ? 'the node' : `all ${nodes} nodes`)

/** Others dial a node by its peer ID: with another one they refuse the connection. */
const sameNodes = (material: Material, seen: readonly Answering[]): Verdict[] =>
  seen.flatMap(({ node, id, now }) => {
    const expected = peerIdOfNode(node, material)
    if (now.peerId === undefined || expected === undefined || now.peerId === expected) return []
    return [
      bad(
        `${id} has the peer ID ${now.peerId} instead of ${expected}`,
        'it runs with another node key: check its Secret. Nodes that know the right one refuse its connections',
      ),
    ]
  })

/** Peers that a node looks for by default: sc-cli 0.51.0, params/network_params.rs, `--out-peers`. */
const outPeers = 8

/** In a small network everybody is connected with almost everybody, in a large one with as many as it looks for. */
function peerVerdicts(network: SubstrateNetwork, seen: readonly Answering[]): Verdict[] {
  const others = network.nodes.length + network.external.length - 1
  const enough = Math.ceil(Math.min(others, outPeers) / 2)
  const lacking = seen.filter(({ now }) => now.peers < enough)
  if (lacking.length === 0) return []
  return [
    bad(
      `too few peers: ${listed(lacking.map(({ id, now }) => `${id} (${now.peers} of ${counted(others, 'other node')})`))}`,
      'check that the ports of the other clusters are open in both directions, that the names of their Ambassadors resolve, and that a bootnode runs',
    ),
  ]
}
