import type { Applied } from '../cluster/apply.ts'
import { nameOf } from '../cluster/objects.ts'
import { openJobText } from '../cluster/open-jobs.ts'
import { deletedOrphans, type Orphan } from '../cluster/orphans.ts'
import { type ClusterPlan, changes } from '../cluster/plan.ts'
import type { Refused, Step } from '../cluster/rehearsal.ts'
import { type ElsewhereAnswer, stopIt } from '../cluster/running-twice.ts'
import type { Unready } from '../cluster/unready.ts'
import type { Verdict } from '../platforms/health.ts'
import { counted, several } from '../words.ts'
import type { NotReady } from './status/next-step.ts'

export interface PlanTextOptions {
  readonly context: string
  readonly prune: boolean
  readonly dryRun: boolean
  /** Objects to create and change are shown elsewhere. */
  readonly withoutSteps?: boolean
}

/** The changes of a cluster: a line for each changed object, and its fields below. */
export function planLines(
  plan: ClusterPlan,
  { context, prune, dryRun, withoutSteps = false }: PlanTextOptions,
): string[] {
  const { steps, refused, warnings, orphans, leftClusters, elsewhere } = plan
  const kept = steps.length - changes(plan).length
  const pruned = deletedOrphans(orphans, prune)
  const unchecked = steps.filter(({ checked }) => !checked).length
  return [
    `context ${context}, Kubernetes ${plan.serverVersion}`,
    ...(withoutSteps ? [] : changes(plan).flatMap(stepLines)),
    ...(unchecked === 0 ? [] : [`the API server checks ${unchecked} of them once their namespaces and kinds exist`]),
    ...orphans.map((orphan) => orphanLine(orphan, pruned)),
    ...refused.flatMap(refusalLines),
    ...twiceLines(elsewhere, refused),
    ...unaskedLines(plan),
    ...warnings.map((warning) => `warning from the API server: ${warning}`),
    ...leftClusters.map(
      ({ name, context: other }) =>
        `cluster ${name} is no longer in the definition, but its objects still exist (context ${other})`,
    ),
    `${dryRun ? 'would ' : ''}create ${count(steps, 'create')}, change ${count(steps, 'change')}, prune ${pruned.length}; ${kept} of ${steps.length} objects are up to date`,
  ]
}

const count = (steps: readonly Step[], action: Step['action']): number =>
  steps.filter((step) => step.action === action).length

/** A change of one object, and its fields below. */
export function stepLines({ object, action, differences, again }: Step): string[] {
  if (action === 'create') return [`+ ${nameOf(object)}${again === undefined ? '' : ` (run again: ${again.reason})`}`]
  const fields = differences.flatMap(({ field, before, after, lines = [] }) => [
    `    ${field}: ${before ?? '(none)'} → ${after ?? '(none)'}`,
    ...lines.map((line) => `        ${line}`),
  ])
  return [`~ ${nameOf(object)}`, ...(fields.length === 0 ? ['    Chancery becomes the owner of its fields'] : fields)]
}

function orphanLine(orphan: Orphan, pruned: readonly Orphan[]): string {
  const { entry, stays } = orphan
  const name = nameOf(entry)
  if (stays !== undefined)
    return `! ${name} is no longer in the definition, and is kept: ${stays}; prune-also "${name}" deletes it`
  return pruned.includes(orphan) ? `- ${name}` : `! ${name} is no longer in the definition, and is kept: prune is off`
}

/** Why the API server refuses an object, and what to do. */
export const refusalLines = ({ refusal }: Refused): string[] => [
  `refused: ${refusal.message}`,
  ...refusal.fields.map(
    ({ field, manager }) => `    ${field}${manager === undefined ? '' : ` is owned by ${manager}`}`,
  ),
  `    ${refusal.hint}`,
]

/** Nodes that another cluster runs, too; those that are refused for it have a line already. */
export const twiceLines = ({ twice }: ElsewhereAnswer, refused: readonly Refused[] = []): string[] =>
  twice
    .filter(({ object }) => refused.every((one) => one.object !== object || one.refusal.kind !== 'runs-elsewhere'))
    .flatMap(({ object, place }) => [
      `! ${nameOf(object)} also runs in cluster ${place.name} (context ${place.context}), with the same key`,
      `    ${stopIt(object, place)}`,
    ])

/** Only for nodes that start: the others run already. */
function unaskedLines({ steps, elsewhere: { unasked } }: ClusterPlan): string[] {
  const starting = steps.filter(({ object, action }) => object.kind === 'StatefulSet' && action === 'create')
  if (starting.length === 0) return []
  const nodes = several(starting.map(({ object }) => object.metadata.name))
  return unasked.map(
    ({ place, reason }) =>
      `! cluster ${place.name} was not asked whether it still runs ${nodes}: ${reason}; be sure that it does not`,
  )
}

/** What to do about an object that is not ready, for a person. */
export type Advice = (notReady: NotReady) => string

/** The result, with the outcome in the last line. */
export function resultLines(applied: Applied, advice?: Advice): string[] {
  const { refused, unready, problems, jobs } = applied
  const waiting = jobs.filter(({ waitsFor }) => waitsFor !== undefined).map((job) => openJobText(job, ''))
  return [
    ...refused.flatMap(refusalLines),
    ...problems,
    ...unready.flatMap((one) => unreadyLines(one, advice)),
    ...waiting,
    outcomeLine(applied),
  ]
}

export function outcomeLine({ outcome, written, pruned, plan, refused, unready, problems, jobs }: Applied): string {
  const counts = `${written} written, ${pruned.length} pruned`
  const refusals = [...plan.refused, ...refused]
  const first = refusals[0]?.refusal.message ?? problems[0] ?? unready[0]?.message ?? ''
  const lines: Readonly<Record<Applied['outcome'], string>> = {
    unchanged:
      jobs.length === 0
        ? 'unchanged: everything is up to date and ready, nothing was written'
        : `unchanged: everything is up to date, nothing was written; ${waitingText(jobs.length)}`,
    applied: `applied: ${counts}, ${readyText(jobs.length)}`,
    planned: 'planned: nothing was changed',
    refused: `refused: nothing was changed: ${first}${refusals.length > 1 ? ` and ${refusals.length - 1} more` : ''}`,
    failed: `failed: ${counts}: ${first}`,
    'not-ready': `not ready: ${counts}: ${first}${unready.length > 1 ? ` and ${unready.length - 1} more` : ''}`,
    stopped: `stopped: ${counts}; run the command again to continue`,
  }
  return lines[outcome]
}

const readyText = (waiting: number): string =>
  waiting === 0 ? 'everything is ready' : `everything else is ready, ${waitingText(waiting)}`

const waitingText = (waiting: number): string => `${counted(waiting, 'Job waits', 'Jobs wait')} for others`

/** Advice needs a cause: without one, the details are all that is known. */
const unreadyLines = (unready: Unready, advice?: Advice): string[] => [
  unready.message,
  ...unready.details.map((line) => `    ${line}`),
  ...(unready.cause === undefined || advice === undefined ? [] : [`    ${advice(unready)}`]),
]

/** The state of the ledger as its nodes report it, with a hint for each problem. */
export const verdictLines = (verdicts: readonly Verdict[]): string[] =>
  verdicts.flatMap(({ good, message, hint }) => [
    good ? message : `! ${message}`,
    ...(hint === undefined ? [] : [`    ${hint}`]),
  ])
