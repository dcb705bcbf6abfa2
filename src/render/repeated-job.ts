import { createHash } from 'node:crypto'
import type { JobOverlay } from '../platforms/platform.ts'
import { dumpYaml } from '../yaml.ts'
import { baseFolder, type Kustomization, pathTo, rename } from './kustomization.ts'

/** The base of CronJobs that run Jobs again. */
export const repeatBase = 'repeat'

/** Claims whose loss undoes what the Job did, for direct apply: a finished Job that is older than one of them runs again. */
const volumesAnnotation = 'chancery.dev/volumes'

/** Minutes between two runs. */
const interval = 10

/**
 * Adds to a Job what makes it run again after the loss of a volume: its annotation, and a CronJob of the Job's labels and pod template. Both
 * are in one kustomization, where kustomize copies the template after the patches.
 */
export function repeated(
  { name, volumes }: Pick<JobOverlay, 'name' | 'volumes'>,
  kustomization: Kustomization,
  folder: string,
): Kustomization {
  if (volumes.length === 0) return kustomization
  return {
    ...kustomization,
    resources: [pathTo(folder, `${baseFolder}/${repeatBase}`), ...(kustomization.resources ?? [])],
    patches: [...(kustomization.patches ?? []), annotate(volumes), schedule(folder), rename('repeat', name)],
    replacements: [
      copy('metadata.labels', ['metadata.labels', 'spec.jobTemplate.metadata.labels']),
      copy('spec.template', ['spec.jobTemplate.spec.template']),
    ],
  }
}

/** Of the Job: its name differs by then, so the target is its kind. */
const annotate = (volumes: readonly string[]): object => ({
  target: { kind: 'Job' },
  patch: dumpYaml({
    apiVersion: 'batch/v1',
    kind: 'Job',
    metadata: { name: 'job', annotations: { [volumesAnnotation]: volumes.toSorted().join(',') } },
  }),
})

const schedule = (folder: string): object => ({
  target: { kind: 'CronJob' },
  patch: dumpYaml([{ op: 'replace', path: '/spec/schedule', value: `${minuteOf(folder)}-59/${interval} * * * *` }]),
})

/** The same for the same Job of a cluster, and spread over the interval. */
const minuteOf = (folder: string): number => createHash('sha256').update(folder).digest().readUInt32BE() % interval

/** https://kubectl.docs.kubernetes.io/references/kustomize/kustomization/replacements/ */
const copy = (fieldPath: string, fieldPaths: readonly string[]): object => ({
  source: { kind: 'Job', fieldPath },
  targets: [{ select: { kind: 'CronJob' }, fieldPaths, options: { create: true } }],
})
