import { groupBy } from '../../group-by.ts'
import type { Material } from '../../material/material.ts'
import { nodeId } from '../../network/network.ts'
import { bad, type LedgerHealth, type Observation, type Verdict } from '../health.ts'
import type { EvmClient } from './client.ts'
import {
  addressOfAny,
  type EvmLedgerNode,
  type EvmNetwork,
  isDesiredValidator,
  isValidator,
  nameOf,
  validatorsOf,
} from './network.ts'
import { answersOf, metricsQuestion, type NodeAnswers, rpcQuestion } from './node-answers.ts'
import { paceOf } from './pace.ts'
import type { EvmNode, EvmTop } from './schema.ts'
import { quorum } from './tolerance.ts'

/** How to query nodes: by JSON-RPC, in one request, and by metrics where JSON-RPC needs a token. */
export const healthOf = (
  client: EvmClient,
  /** Whether JSON-RPC answers without a token. */
  answers: (node: EvmLedgerNode) => boolean,
): LedgerHealth<EvmTop, EvmNode> => ({
  questions: (node, network) =>
    answers(node) ? { rpc: rpcQuestion(node, network, client) } : { metrics: metricsQuestion(client) },
  interval: (network, material) => {
    const { block, idle } = paceOf(network, material, client)
    return Math.max(3 * block, idle + 2 * block)
  },
  progress: {
    head: (replies) => answersOf(replies)?.head,
    pace: (network, material) => paceOf(network, material, client).idle,
  },
  judge: (network, material, observed) => judge(network, material, observed, client),
})

interface Seen {
  readonly node: EvmLedgerNode
  readonly id: string
  readonly before: NodeAnswers | undefined
  readonly now: NodeAnswers | undefined
}

function judge(
  network: EvmNetwork,
  material: Material,
  observed: readonly Observation<EvmNode>[],
  client: EvmClient,
): readonly Verdict[] {
  const seen = observed.map(
    ({ node, first, second }): Seen => ({
      node,
      id: nodeId(node),
      before: answersOf(first),
      now: answersOf(second),
    }),
  )
  const answering = seen.filter(({ now }) => now !== undefined)
  if (answering.length === 0) return []
  const chain = answering.map(({ now }) => now?.validators).find((validators) => validators !== undefined)
  const head = Math.max(...answering.map(({ now }) => now?.head ?? 0))
  const rises = answering.some(({ before, now }) => before !== undefined && now !== undefined && now.head > before.head)
  return [
    ...seen
      .filter(({ now }) => now === undefined)
      .map(({ id }) => bad(`${id} does not answer`, 'check its pod and its log')),
    ...sameChain(network, answering, client),
    rises
      ? { good: true, message: `the chain makes progress: block ${head}` }
      : stalled(
          network,
          material,
          seen,
          { chain: chain ?? [], head, seconds: observed[0]?.secondsBetween ?? 0 },
          client,
        ),
    ...(rises ? behind(answering, head) : []),
    ...peers(network, answering),
    ...(chain === undefined ? [] : validatorVerdicts(network, material, chain)),
    ...elsewhere(network, observed),
  ]
}

/** Nodes of these clusters that nobody asks, as they have no pod. */
function elsewhere(network: EvmNetwork, observed: readonly Observation<EvmNode>[]): Verdict[] {
  const clusters = new Set(observed.map(({ node }) => node.cluster.name))
  return network.nodes
    .filter((node) => node.elsewhere && clusters.has(node.cluster.name))
    .map((node) => ({ good: true, message: `${nodeId(node)} runs elsewhere (adopted: false)` }))
}

function sameChain({ top }: EvmNetwork, seen: readonly Seen[], { title }: EvmClient): Verdict[] {
  const hashes = groupBy(
    seen.filter(({ now }) => now?.genesis !== undefined),
    ({ now }) => now?.genesis,
  )
  const [most, ...others] = [...hashes.values()].sort((a, b) => b.length - a.length)
  const wrong = seen.filter(({ now }) => now?.chainId !== undefined && now.chainId !== top.genesis.chainId)
  return [
    ...wrong.map(({ id, now }) =>
      bad(
        `${id} has the chain id ${now?.chainId} instead of ${top.genesis.chainId}`,
        `${title} runs with another genesis there: check its ConfigMap`,
      ),
    ),
    ...others
      .flat()
      .map(({ id, now }) =>
        bad(
          `${id} has another first block (${now?.genesis}) than ${most?.[0]?.id}`,
          'its volume belongs to another chain: replace the volume',
        ),
      ),
    ...(most !== undefined && others.length === 0 && wrong.length === 0
      ? [
          {
            good: true,
            message: `chain ${top.genesis.chainId}, first block ${most[0]?.now?.genesis}, on all ${most.length} nodes that answered`,
          },
        ]
      : []),
  ]
}

/** A node may lag behind by ten blocks, the limit of its readiness. */
const behind = (seen: readonly Seen[], head: number): Verdict[] =>
  seen
    .filter(({ now }) => now !== undefined && now.head < head - 10)
    .map(({ id, before, now }) =>
      now !== undefined && before !== undefined && now.head > before.head
        ? bad(
            `${id} is at block ${now.head} and is catching up`,
            'wait: it must not be voted in before it has caught up',
          )
        : bad(`${id} is stuck at block ${now?.head}`, 'its peers send no blocks, or it rejects them: check its log'),
    )

/** Every node is connected with every validator. */
function peers(network: EvmNetwork, seen: readonly Seen[]): Verdict[] {
  const lacking = seen.flatMap(({ node, id, now }) => {
    const others = validatorsOf(network).filter((validator) => validator !== node).length
    return now !== undefined && now.peers < others ? [`${id} (${now.peers} of at least ${others})`] : []
  })
  if (lacking.length === 0) return []
  return [
    bad(
      `too few peers: ${lacking.join(', ')}`,
      'check that the ports of the other clusters are open in both directions, and that the names of their Ambassadors resolve',
    ),
  ]
}

/** Who is down is known of nodes that were asked; of others, and of external ones, only that they may be. */
function stalled(
  network: EvmNetwork,
  material: Material,
  seen: readonly Seen[],
  { chain, head, seconds }: { readonly chain: readonly string[]; readonly head: number; readonly seconds: number },
  { replacesValidators }: EvmClient,
): Verdict {
  const nodes = new Map(
    [...network.nodes, ...network.external].map((node) => [addressOfAny(node, material) ?? '', node] as const),
  )
  const asked = new Map(seen.map(({ node, now }) => [nodeId(node), now !== undefined]))
  const named = chain.map((address) => {
    const node = nodes.get(address)
    const name = node === undefined ? address : nameOf(node)
    return { name, up: asked.get(name) }
  })
  const list = (up: boolean | undefined): string[] => named.filter((one) => one.up === up).map(({ name }) => name)
  const [down, unknown, up] = [list(false), list(undefined), list(true)]
  const needed = quorum(chain.length)
  const parts = [
    ...(down.length === 0 ? [] : [`down: ${down.join(', ')}`]),
    ...(unknown.length === 0 ? [] : [`not asked: ${unknown.join(', ')}`]),
  ]
  return bad(
    `the chain is stopped at block ${head}: no new block in ${seconds} seconds${
      chain.length === 0 ? '' : `; ${up.length} of ${chain.length} validators run here, ${needed} are needed`
    }${parts.length === 0 ? '' : `; ${parts.join('; ')}`}`,
    up.length >= needed
      ? 'enough validators run: each round takes twice as long as the one before, so recovery takes about as long as the outage. Restarting all validators at once resets their rounds'
      : `restart the validators that are down${replacesValidators ? '. When more than half are lost for good, a transition names the remaining ones (transitions[].validators)' : ''}`,
  )
}

function validatorVerdicts(network: EvmNetwork, material: Material, chain: readonly string[]): Verdict[] {
  const nodes = [...network.nodes, ...network.external].filter(isValidator)
  const found = nodes.flatMap((node) => {
    const address = addressOfAny(node, material)
    return address === undefined ? [] : [{ node, address }]
  })
  const known = new Set(found.map(({ address }) => address))
  const majority = Math.floor(chain.length / 2) + 1
  const differing = [
    ...found
      .filter(({ node, address }) => isDesiredValidator(node) !== chain.includes(address))
      .map(({ node }) =>
        isDesiredValidator(node)
          ? bad(`${nameOf(node)} is defined as a validator, but is not voted in yet`, votes(majority, chain.length))
          : bad(
              `${nameOf(node)} is still a validator on the chain: do not remove it yet`,
              votes(majority, chain.length),
            ),
      ),
    ...chain
      .filter((address) => !known.has(address))
      .map((address) =>
        bad(
          `the validator ${address} is not in the definition`,
          'add its owner to the definition: as an organization, or external',
        ),
      ),
  ]
  if (differing.length > 0) return differing
  return [{ good: true, message: `the ${chain.length} validators of the chain match the definition` }]
}

const votes = (majority: number, validators: number): string =>
  `${majority} of ${validators} validators must vote: the Job vote does, for each organization whose clusters have this definition`
