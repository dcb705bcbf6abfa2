import { at, isRecord, listAt } from '../../cluster/objects.ts'
import type { BuiltPart, Placed, View } from './issue.ts'
import { placedIn } from './issue.ts'

export type Fields = Readonly<Record<string, unknown>>

/** Something that makes pods. */
export interface Workload extends Placed {
  /** `StatefulSet/rpc1`; with a number when one object has several templates. */
  readonly id: string
  /** Labels of its pods. */
  readonly labels: Readonly<Record<string, string>>
  /** The spec of its pods. */
  readonly spec: Fields
}

export const workloadsIn = (parts: readonly BuiltPart[], view: View): Workload[] =>
  placedIn(parts, view).flatMap((placed) => workloadsOf(placed))

/** A pod spec is known by its containers, wherever it is: objects of others have templates too. */
export function workloadsOf({ part, object }: Placed): Workload[] {
  const found: Pick<Workload, 'labels' | 'spec'>[] = []
  search(object, {}, found)
  return found.map(({ labels, spec }, index) => ({
    part,
    object,
    id: `${object.kind}/${object.metadata.name}${index === 0 ? '' : `#${index + 1}`}`,
    labels,
    spec,
  }))
}

function search(value: unknown, labels: Workload['labels'], found: Pick<Workload, 'labels' | 'spec'>[]): void {
  if (Array.isArray(value)) for (const item of value) search(item, {}, found)
  if (!isRecord(value)) return
  if (containerFields.some((field) => listAt(value, field).some(isRecord))) {
    found.push({ labels, spec: value })
    return
  }
  for (const [field, inner] of Object.entries(value))
    if (field !== 'status') search(inner, field === 'spec' ? labelsAt(value) : {}, found)
}

const labelsAt = (template: unknown): Workload['labels'] => {
  const labels = at(template, 'metadata', 'labels')
  return isRecord(labels)
    ? Object.fromEntries(Object.entries(labels).map(([name, value]) => [name, String(value)]))
    : {}
}

const containerFields = ['containers', 'initContainers', 'ephemeralContainers'] as const

/** All containers of a pod. */
export const containersOf = (spec: Fields): Fields[] =>
  containerFields.flatMap((field) => listAt(spec, field).filter(isRecord))

export const textAt = (value: unknown, ...path: readonly string[]): string => {
  const found = at(value, ...path)
  return found === undefined || found === null ? '' : String(found)
}

export const nameIn = (fields: Fields): string => textAt(fields, 'name')
