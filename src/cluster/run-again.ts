import { type Inventory, recorded } from './inventory.ts'
import type { LiveObjects } from './live-objects.ts'
import { type KubernetesObject, keyOf } from './objects.ts'
import type { Step } from './rehearsal.ts'
import { isTrue, timeAt } from './status/fields.ts'

/** Names of claims in the namespace of a Job, separated by commas: what the Job did is lost with one of their volumes. */
const volumesAnnotation = 'chancery.dev/volumes'

/** The same steps; a Job that was deleted, or whose work was lost with a volume, is created again. */
export async function withJobsToRunAgain(
  steps: readonly Step[],
  live: LiveObjects,
  inventory: Inventory,
): Promise<readonly Step[]> {
  const created = new Set(steps.filter(({ action }) => action === 'create').map(({ object }) => keyOf(object)))
  return Promise.all(
    steps.map(async (step) => {
      if (step.object.kind !== 'Job') return step
      if (step.action !== 'keep')
        return recorded(inventory, step.object) ? { ...step, again: { reason: 'it was deleted' } } : step
      const old = await live.get(step.object)
      const reason = old === undefined ? undefined : await reasonOf(step.object, old, live, created)
      if (old === undefined || reason === undefined) return step
      const versions = { before: undefined, after: step.object }
      return { ...step, action: 'create' as const, versions, again: { reason, old } }
    }),
  )
}

async function reasonOf(
  { metadata }: KubernetesObject,
  job: KubernetesObject,
  live: LiveObjects,
  created: ReadonlySet<string>,
): Promise<string | undefined> {
  if (job.metadata.deletionTimestamp !== undefined) return 'it is being deleted'
  const completed = timeAt(job, 'status', 'completionTime')
  if (completed === undefined || !isTrue(job, 'Complete')) return undefined
  for (const name of volumesOf(metadata)) {
    const claim = claimOf(metadata, name)
    if (created.has(keyOf(claim))) return `the volume ${name} is missing`
    const begin = timeAt(await live.get(claim), 'metadata', 'creationTimestamp')
    if (begin === undefined || begin <= completed) continue
    const repeated = timeAt(await live.get(repetitionOf(job.metadata)), 'status', 'lastSuccessfulTime')
    if (repeated === undefined || begin > repeated) return `the volume ${name} is newer than it`
  }
  return undefined
}

/** The CronJob that repeats a Job has the name of the Job without the hash of its content. */
const repetitionOf = ({ name, namespace }: KubernetesObject['metadata']) => ({
  apiVersion: 'batch/v1',
  kind: 'CronJob',
  metadata: { name: name.replace(/-[0-9a-f]{10}$/, ''), ...(namespace === undefined ? {} : { namespace }) },
})

const volumesOf = ({ annotations }: KubernetesObject['metadata']): readonly string[] =>
  (annotations?.[volumesAnnotation] ?? '')
    .split(',')
    .map((name) => name.trim())
    .filter((name) => name !== '')

const claimOf = ({ namespace }: KubernetesObject['metadata'], name: string) => ({
  apiVersion: 'v1',
  kind: 'PersistentVolumeClaim',
  metadata: namespace === undefined ? { name } : { name, namespace },
})
