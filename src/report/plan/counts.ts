import type { RootChange } from '../../plan/objects.ts'
import type { Plan } from '../../plan/plan.ts'
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

/** `3 created, 5 changed (2 restart), 1 deleted, 1 stays`, without what is zero. */
export function countsText({ created, changed, deleted, staying, restarts, routine }: Counts): string {
  const parts = [
    created > 0 ? `${created} created` : '',
    changed > 0 ? `${changed} changed${restarts > 0 ? ` (${counted(restarts, 'restarts', 'restart')})` : ''}` : '',
    deleted > 0 ? `${deleted} deleted` : '',
    staying > 0 ? `${counted(staying, 'stays', 'stay')}` : '',
    routine > 0 ? `labels of ${routine}` : '',
  ]
  return parts.filter((part) => part !== '').join(', ')
}

/** What it is compared with, in words. */
export const comparison = ({ base }: Plan): string =>
  base === undefined ? 'there was no network before' : `compared with ${base.slice(0, 12)}`

/** How bad it is, in one sentence. */
export function riskLine({ risks }: Plan): string {
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
  const clusters = new Set(roots.map(({ cluster }) => cluster)).size
  return `Objects: ${countsText(countsOf(roots))}, in ${counted(clusters, 'cluster')}.`
}
