import type { RootChange } from '../../plan/objects.ts'
import type { Plan, Unsearched } from '../../plan/plan.ts'
import { everyCluster } from '../../plan/roots.ts'
import { counted } from '../../words.ts'

/** How many objects of some roots there are of each kind of change. */
export interface Counts {
  readonly created: number
  readonly changed: number
  readonly deleted: number
  /** Objects that are in no file any more, and stay in the cluster. */
  readonly staying: number
  /** Of those that change: how many make their pods anew. */
  readonly restarts: number
  /** Objects of which only labels and annotations change. */
  readonly routine: number
}

export function countsOf(roots: readonly RootChange[]): Counts {
  const changes = roots.flatMap((root) => root.changes)
  const count = (wanted: string): number => changes.filter(({ action }) => action === wanted).length
  return {
    created: count('create'),
    changed: count('change'),
    deleted: count('delete'),
    staying: count('stay'),
    restarts: changes.filter(({ restarts }) => restarts).length,
    routine: roots.flatMap((root) => root.routine).reduce((sum, { objects }) => sum + objects, 0),
  }
}

/** `3 created, 5 changed (2 restart), 1 deleted, 1 kept`, without what is zero. */
export function countsText({ created, changed, deleted, staying, restarts, routine }: Counts): string {
  const parts = [
    created > 0 ? `${created} created` : '',
    changed > 0 ? `${changed} changed${restarts > 0 ? ` (${counted(restarts, 'restarts', 'restart')})` : ''}` : '',
    deleted > 0 ? `${deleted} deleted` : '',
    staying > 0 ? `${staying} kept` : '',
    routine > 0 ? `${routine} relabelled` : '',
  ]
  return parts.filter((part) => part !== '').join(', ')
}

/** What it is compared with, in words. */
export function comparison({ base, baseName }: Pick<Plan, 'base' | 'baseName'>): string {
  if (base === undefined) return 'nothing to compare with'
  const commit = base.slice(0, 12)
  return `compared with ${baseName === undefined ? commit : `${baseName} at ${commit}`}`
}

/** What was not looked for, and why. Then it cannot be called safe. */
const unsearchedText: Readonly<Record<Unsearched, string>> = {
  'new-network': 'Risks were not looked for: there was no network before.',
  'base-broken': 'Risks were not looked for: the network had errors before.',
  'not-begun':
    'Risks for a running ledger were not looked for, as nothing of it runs yet: only who gets keys and who is let in.',
  'platform-changed': 'Risks of the ledger were not looked for: the platform is another one.',
}

/** How bad it is, in a sentence or two. Never that no risk was found where none was looked for. */
export function riskLine({ risks, unsearched }: Pick<Plan, 'risks' | 'unsearched'>): string {
  if (unsearched === undefined) return countLine(risks)
  const counts = risks.length === 0 ? [] : [countLine(risks)]
  return [...counts, unsearchedText[unsearched]].join(' ')
}

/** The label that acknowledges everything, in one sentence; empty when the pull request does not have it. */
export function labelLine({ label }: Pick<Plan, 'label'>): string {
  if (label === undefined) return ''
  return label.counts
    ? `All risks are acknowledged by the label chancery/acknowledged, given for this commit${label.by === undefined ? '' : ` by ${label.by}`}.`
    : 'The label chancery/acknowledged was given for another commit and does not count: take it off and give it again.'
}

function countLine(risks: Plan['risks']): string {
  if (risks.length === 0) return 'No risk was found.'
  const open = risks.filter(({ acknowledged }) => !acknowledged)
  if (open.length === 0) return `${counted(risks.length, 'risk')}, all acknowledged.`
  const dangers = open.filter(({ severity }) => severity === 'danger').length
  const parts = [
    dangers > 0 ? counted(dangers, 'danger') : '',
    open.length > dangers ? counted(open.length - dangers, 'caution') : '',
  ]
  return `${parts.filter((part) => part !== '').join(' and ')} not acknowledged.`
}

/** How much changes, in one sentence. */
export function changeLine({ roots }: Plan): string {
  if (roots.length === 0) return 'Nothing changes in any cluster.'
  const clusters = new Set(roots.map(({ cluster }) => cluster).filter((cluster) => cluster !== everyCluster)).size
  const where = clusters === 0 ? everyCluster : counted(clusters, 'cluster')
  return `Objects: ${countsText(countsOf(roots))}, in ${where}.`
}
