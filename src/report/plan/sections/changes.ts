import { groupBy } from '../../../group-by.ts'
import type { RootChange } from '../../../plan/objects.ts'
import type { Plan } from '../../../plan/plan.ts'
import { code, fence, htmlCode } from '../../../render/escape.ts'
import { table } from '../../../render/markdown.ts'
import { cut, several } from '../../../words.ts'
import { type Counts, countsOf } from '../counts.ts'
import { limited, type Tier } from '../tier.ts'
import { changeLines } from './change-lines.ts'
import { keyLine } from './keys.ts'
import { peerLines } from './peers.ts'
import { reachabilityLines, reachedClusters } from './reachability.ts'
import { restartLines } from './restarts.ts'

/** What happens to the objects: a row of numbers for each cluster, and all of it below, folded. */
export function changeSection(plan: Plan, tier: Tier): string {
  const { roots } = plan
  const byCluster = groupBy(roots, ({ cluster }) => cluster)
  const clusters = [...new Set([...byCluster.keys(), ...reachedClusters(plan)])]
  if (clusters.length === 0) return ''
  const { shown, rest } = limited(clusters, tier.rows, 'clusters')
  const sentences = [...restartLines(plan, tier), ...peerLines(roots, tier), ...keyLine(plan, tier)]
  return [
    '### What changes\n',
    ...(sentences.length === 0 ? [] : [sentences.map((sentence) => `- ${sentence}\n`).join('')]),
    ...(shown.length === 0 ? [] : [overview(shown, byCluster, tier)]),
    ...(tier.objects ? shown.map((cluster) => details(cluster, byCluster.get(cluster) ?? [], plan, tier)) : []),
    ...rest.map((line) => `${line}\n`),
  ].join('\n')
}

const columns: readonly (readonly [title: string, count: keyof Counts])[] = [
  ['created', 'created'],
  ['changed', 'changed'],
  ['pods restart', 'restarts'],
  ['deleted', 'deleted'],
  ['kept', 'staying'],
  ['only labels', 'routine'],
]

/** Columns in which every cluster has nothing are left out. */
function overview(
  clusters: readonly string[],
  byCluster: ReadonlyMap<string, readonly RootChange[]>,
  { characters }: Tier,
): string {
  const counts = clusters.map((cluster) => countsOf(byCluster.get(cluster) ?? []))
  const used = columns.filter(([, name]) => counts.some((count) => count[name] > 0))
  return table(
    ['cluster', ...used.map(([title]) => title)],
    clusters.map((cluster, at) => [
      code(cut(cluster, characters)),
      ...used.map(([, name]) => {
        const count = counts[at]?.[name] ?? 0
        const text = count === 0 ? '' : String(count)
        return count > 0 && (name === 'restarts' || name === 'deleted') ? `**${text}**` : text
      }),
    ]),
  )
}

function details(cluster: string, roots: readonly RootChange[], plan: Plan, tier: Tier): string {
  const lines = [...changeLines(roots, plan.network, tier), ...reachabilityLines(plan, cluster, tier)]
  const owners = [...new Set(roots.map(({ part }) => part.split('/')[0] ?? ''))]
  const about = owners.length === 0 ? 'routes' : several(owners, mostOwners)
  const names = `${cut(cluster, tier.characters)}: ${cut(about, tier.characters)}`
  return [`<details><summary>${htmlCode(names)}</summary>\n`, fence('diff', lines), '</details>\n'].join('\n')
}

/** As many as fit on a line. */
const mostOwners = 8
