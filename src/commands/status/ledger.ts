import type { CheckedNetwork } from '../../check/checked-network.ts'
import { materialOf } from '../../material/files.ts'
import { nodeId } from '../../network/network.ts'
import type { Observation, Verdict } from '../../platforms/health.ts'
import type { LiveLedger, Workload } from '../../platforms/live-ledger.ts'
import { observationTime } from '../clusters/ask-nodes.ts'
import { type Answers, isAnswered, type Look } from './look.ts'

/** What nodes answered last, and whether Deployments, StatefulSets and Jobs are ready. */
export const liveLedgerOf = ({ clusters }: Look): LiveLedger => ({
  nodes: [...clusters.values()].flatMap(({ answers }) => answers.at(-1)?.nodes ?? []),
  workloads: [...clusters].flatMap(([cluster, { verified }]) =>
    verified.states.map(({ object: { kind, metadata }, ready }): Workload => {
      return { cluster, kind, namespace: metadata.namespace ?? '', name: metadata.name, ready }
    }),
  ),
})

/**
 * What is wrong with the ledger. `earlier` are answers of looks before this one, by cluster: whether a ledger moves shows only between
 * two that are far enough apart.
 */
export function ledgerProblems(
  { network, platform, materialFiles }: CheckedNetwork,
  look: Look,
  earlier: ReadonlyMap<string, readonly Answers[]>,
): readonly Verdict[] {
  const { health, status } = platform.operation
  const moving =
    health === undefined
      ? []
      : health.judge(
          network,
          materialOf(materialFiles),
          observations(look, earlier, 1000 * observationTime({ network, platform, materialFiles })),
        )
  return [...moving, ...(status?.problems?.(network, liveLedgerOf(look)) ?? [])].filter(({ good }) => !good)
}

function observations(
  { clusters }: Look,
  earlier: ReadonlyMap<string, readonly Answers[]>,
  apart: number,
): readonly Observation[] {
  return [...clusters].flatMap(([cluster, { answers }]): readonly Observation[] => {
    const all = [...(earlier.get(cluster) ?? []), ...answers]
    const last = all.at(-1)
    const first = all.findLast(({ time }) => last !== undefined && last.time - time >= apart)
    if (last === undefined || first === undefined || !isAnswered(last)) return []
    const before = new Map(first.nodes.map(({ node, replies }) => [nodeId(node), replies]))
    const secondsBetween = Math.round((last.time - first.time) / 1000)
    return last.nodes.map(({ node, replies }) => {
      return { node, first: before.get(nodeId(node)) ?? {}, second: replies, secondsBetween }
    })
  })
}
