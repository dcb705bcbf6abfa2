import { setTimeout as sleep } from 'node:timers/promises'
import pMap from 'p-map'
import type { CheckedNetwork } from '../../check/checked-network.ts'
import type { Api } from '../../cluster/api.ts'
import type { Rollout } from '../../cluster/rollout.ts'
import { materialOf } from '../../material/files.ts'
import { type LedgerNode, runningIn } from '../../network/network.ts'
import type { Observation, Question, Replies } from '../../platforms/health.ts'
import type { LiveLedger } from '../../platforms/live-ledger.ts'

type Asked = Pick<CheckedNetwork, 'network' | 'platform' | 'materialFiles'>

const atOnce = 8

const healthReplies = (
  api: Api,
  node: LedgerNode,
  { network, platform }: Asked,
  signal: AbortSignal,
): Promise<Replies> => repliesOf(api, node, platform.operation.health?.questions(node, network) ?? {}, signal)

/** What a node answers to questions. Its only pod is the first of its StatefulSet. */
async function repliesOf(
  api: Api,
  node: LedgerNode,
  questions: Readonly<Record<string, Question>>,
  signal: AbortSignal,
): Promise<Replies> {
  const replies = await pMap(Object.entries(questions), async ([name, { port, ...question }]) => {
    const reply = await api.ask(
      { namespace: node.organization.namespace, name: `${node.name}-0`, port },
      question,
      signal,
    )
    return reply === undefined ? [] : [[name, reply] as const]
  })
  return Object.fromEntries(replies.flat())
}

/** The nodes of one cluster in order, and the requests of their ledger. */
export function rolloutOf(checked: Asked, cluster: string): Rollout {
  const { network, platform, materialFiles } = checked
  const nodes = network.nodes.filter((node) => runningIn(node) === cluster)
  const groups = platform.operation.rollout(nodes)
  const placeOf = ({ name, organization }: LedgerNode) => ({ name, namespace: organization.namespace })
  const progress = platform.operation.health?.progress
  return {
    groups: groups.map((group) => group.map(placeOf)),
    pace: (progress?.pace(network, materialOf(materialFiles)) ?? 0) * 1000,
    ...(progress === undefined
      ? {}
      : {
          head: async (api, places, signal) => {
            const asked = nodes.filter((node) =>
              places.some(({ name, namespace }) => name === node.name && namespace === node.organization.namespace),
            )
            const heads = await pMap(
              asked,
              async (node) => progress.head(await healthReplies(api, node, checked, signal)),
              {
                concurrency: atOnce,
              },
            )
            const known = heads.filter((head) => head !== undefined)
            return known.length === 0 ? undefined : Math.max(...known)
          },
        }),
  }
}

/** Seconds between two questions that show whether the ledger moves. 0 for a ledger without health. */
export const observationTime = ({ network, platform, materialFiles }: Asked): number =>
  platform.operation.health?.interval(network, materialOf(materialFiles)) ?? 0

/** The answers of a cluster's nodes, taken twice to see whether their ledger grows. */
export async function observe(
  api: Api,
  checked: Asked,
  cluster: string,
  signal: AbortSignal,
): Promise<readonly Observation[]> {
  const { network, platform } = checked
  if (platform.operation.health === undefined) return []
  const nodes = network.nodes.filter((node) => runningIn(node) === cluster)
  const ask = () => pMap(nodes, (node) => healthReplies(api, node, checked, signal), { concurrency: atOnce })
  const first = await ask()
  if (first.every((replies) => Object.keys(replies).length === 0)) return []
  const secondsBetween = observationTime(checked)
  await sleep(secondsBetween * 1000, undefined, { signal })
  const second = await ask()
  return nodes.map((node, at) => ({ node, first: first[at] ?? {}, second: second[at] ?? {}, secondsBetween }))
}

/** What the nodes of a cluster answer to the questions of `status`. */
export function askForStatus(
  api: Api,
  { network, platform }: Asked,
  cluster: string,
  signal: AbortSignal,
): Promise<LiveLedger['nodes']> {
  const nodes = network.nodes.filter((node) => runningIn(node) === cluster)
  return pMap(
    nodes,
    async (node) => ({
      node,
      replies: await repliesOf(api, node, platform.operation.status?.questions(node, network) ?? {}, signal),
    }),
    { concurrency: atOnce },
  )
}
