import { setTimeout as sleep } from 'node:timers/promises'
import pMap from 'p-map'
import type { CheckedNetwork } from '../../check/checked-network.ts'
import type { Api } from '../../cluster/api.ts'
import type { Rollout } from '../../cluster/rollout.ts'
import type { LedgerNode } from '../../network/network.ts'
import type { Observation, Replies } from '../../platforms/health.ts'

type Asked = Pick<CheckedNetwork, 'network' | 'platform'>

const atOnce = 8

/** What a node answers to all that its platform asks. Its only pod is the first of its StatefulSet. */
async function repliesOf(api: Api, node: LedgerNode, { platform }: Asked, signal: AbortSignal): Promise<Replies> {
  const questions = Object.entries(platform.operation.health?.questions(node) ?? {})
  const replies = await pMap(questions, async ([name, { port, ...question }]) => {
    const reply = await api.ask(
      { namespace: node.organization.namespace, name: `${node.name}-0`, port },
      question,
      signal,
    )
    return reply === undefined ? [] : [[name, reply] as const]
  })
  return Object.fromEntries(replies.flat())
}

/** The order of one cluster's nodes, and how their ledger is asked. */
export function rolloutOf(checked: Asked, cluster: string): Rollout {
  const { network, platform } = checked
  const nodes = network.nodes.filter((node) => node.cluster.name === cluster)
  const groups = platform.operation.rollout(nodes)
  const placeOf = ({ name, organization }: LedgerNode) => ({ name, namespace: organization.namespace })
  const { health } = platform.operation
  return {
    groups: groups.map((group) => group.map(placeOf)),
    pace: (health?.pace(network) ?? 0) * 1000,
    ...(health === undefined
      ? {}
      : {
          head: async (api, places, signal) => {
            const asked = nodes.filter((node) =>
              places.some(({ name, namespace }) => name === node.name && namespace === node.organization.namespace),
            )
            const heads = await pMap(asked, async (node) => health.head(await repliesOf(api, node, checked, signal)), {
              concurrency: atOnce,
            })
            const known = heads.filter((head) => head !== undefined)
            return known.length === 0 ? undefined : Math.max(...known)
          },
        }),
  }
}

/** What the nodes of a cluster say, twice, so that it can be seen whether they go on. */
export async function observe(
  api: Api,
  checked: Asked,
  cluster: string,
  signal: AbortSignal,
): Promise<readonly Observation[]> {
  const { network, platform } = checked
  if (platform.operation.health === undefined) return []
  const nodes = network.nodes.filter((node) => node.cluster.name === cluster)
  const ask = () => pMap(nodes, (node) => repliesOf(api, node, checked, signal), { concurrency: atOnce })
  const first = await ask()
  if (first.every((replies) => Object.keys(replies).length === 0)) return []
  const secondsBetween = 3 * platform.operation.health.pace(network)
  await sleep(secondsBetween * 1000, undefined, { signal })
  const second = await ask()
  return nodes.map((node, at) => ({ node, first: first[at] ?? {}, second: second[at] ?? {}, secondsBetween }))
}
