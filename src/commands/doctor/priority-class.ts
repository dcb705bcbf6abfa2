import { getObject } from '../../cluster/live-objects.ts'
import { at } from '../../cluster/objects.ts'
import { failed, type Judgement, ok } from '../../report/doctor/doctor-check.ts'
import { counted, several } from '../../words.ts'
import type { ClusterSubject } from './cluster.ts'

/** Whether the PriorityClasses of placements exist: Kubernetes makes no pod without its class. Undefined where the definition names none. */
export async function priorityClassCheck({ api, objects = [] }: ClusterSubject): Promise<Judgement | undefined> {
  const all = objects.map(({ spec }) => at(spec, 'template', 'spec', 'priorityClassName'))
  const names = [...new Set(all.filter((name) => typeof name === 'string'))].sort()
  if (names.length === 0) return undefined
  const found = await Promise.all(
    names.map((name) => getObject(api, `/apis/scheduling.k8s.io/v1/priorityclasses/${name}`)),
  )
  const missing = names.filter((_, n) => found[n] === undefined)
  if (missing.length === 0) return ok(`${counted(names.length, 'class exists', 'classes exist')}: ${several(names, 3)}`)
  return failed(
    `there is no PriorityClass ${several(missing, 3)}, and Kubernetes makes no pod without it`,
    'create it, or correct `priorityClass` of the placement: docs/guides/machines.md',
  )
}
