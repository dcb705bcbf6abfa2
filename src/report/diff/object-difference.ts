import { createTwoFilesPatch, FILE_HEADERS_ONLY } from 'diff'
import { shown } from '../../cluster/difference/difference.ts'
import { isRecord, type KubernetesObject, nameOf } from '../../cluster/objects.ts'
import { deletedOrphans } from '../../cluster/orphans.ts'
import { type ClusterPlan, changes } from '../../cluster/plan.ts'
import type { Step } from '../../cluster/rehearsal.ts'
import { dumpYaml } from '../../yaml.ts'
import type { TonedLine } from '../reporter.ts'

/** What applying would do to one object. Values of Secrets are masked. */
export interface ObjectDifference {
  readonly cluster: string
  /** `StatefulSet trade-north/v1` */
  readonly object: string
  /** `own`: only the owner of fields changes, to Chancery. */
  readonly action: 'create' | 'change' | 'delete' | 'own'
  /** Unified diff of the object as YAML; empty for `delete` and `own`. */
  readonly diff: string
}

/** Every object that applying would create, change or delete, in the order of the plan. */
export const objectDifferences = (cluster: string, plan: ClusterPlan, prune: boolean): readonly ObjectDifference[] => [
  ...changes(plan).map((step) => stepDifference(cluster, step)),
  ...deletedOrphans(plan.orphans, prune).map(
    ({ entry }): ObjectDifference => ({ cluster, object: nameOf(entry), action: 'delete', diff: '' }),
  ),
]

function stepDifference(cluster: string, { object, action, differences, versions }: Step): ObjectDifference {
  const name = nameOf(object)
  const { before, after = object } = versions ?? {}
  if (action === 'create') return { cluster, object: name, action, diff: patch(name, undefined, after) }
  if (differences.length === 0 || before === undefined) return { cluster, object: name, action: 'own', diff: '' }
  return { cluster, object: name, action: 'change', diff: patch(name, before, after) }
}

function patch(name: string, before: KubernetesObject | undefined, after: KubernetesObject): string {
  const [old, now] = shown(before ?? after, after)
  return createTwoFilesPatch(
    before === undefined ? '/dev/null' : `cluster/${name}`,
    `definition/${name}`,
    before === undefined ? '' : dumpYaml(sorted(old)),
    dumpYaml(sorted(now)),
    undefined,
    undefined,
    { context: 3, headerOptions: FILE_HEADERS_ONLY },
  )
}

/** Servers and definitions write fields in different orders. */
const sorted = (fields: Readonly<Record<string, unknown>>): Readonly<Record<string, unknown>> =>
  Object.fromEntries(
    Object.entries(fields)
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([name, value]) => [name, sortedValue(value)]),
  )

function sortedValue(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sortedValue)
  return isRecord(value) ? sorted(value) : value
}

/** The diffs of a cluster, coloured as diffs are. */
export function differenceLines(differences: readonly ObjectDifference[]): readonly TonedLine[] {
  const owned = differences.filter(({ action }) => action === 'own')
  return [
    ...differences.flatMap(({ object, action, diff }): readonly TonedLine[] => {
      if (action === 'own') return []
      if (action === 'delete') return [{ text: `- ${object}`, tone: 'bad' }]
      return diff.trimEnd().split('\n').map(diffLine)
    }),
    ...owned.map(({ object }): TonedLine => ({ text: `~ ${object}: Chancery becomes the owner of its fields` })),
  ]
}

function diffLine(text: string): TonedLine {
  if (text.startsWith('--- ') || text.startsWith('+++ ')) return { text, tone: 'heading' }
  if (text.startsWith('@@')) return { text, tone: 'quiet' }
  if (text.startsWith('+')) return { text, tone: 'good' }
  return text.startsWith('-') ? { text, tone: 'bad' } : { text }
}
