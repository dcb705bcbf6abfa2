import { arrayAt, isJsonObject, type JsonObject, objectAt, textAt } from './json.ts'

/** Finds paths in a pod spec, containers by name: `containers[node].securityContext.procMount`. */
export type Places = (pod: JsonObject) => readonly string[]

interface Container {
  readonly path: string
  readonly value: JsonObject
}

function containersOf(pod: JsonObject): readonly Container[] {
  return ['initContainers', 'containers', 'ephemeralContainers'].flatMap((list) =>
    arrayAt(pod, list)
      .filter(isJsonObject)
      .map((value) => ({ path: `${list}[${textAt(value, 'name')}]`, value })),
  )
}

/** The containers of all three lists that are broken, each with `suffix` as the place in it. */
export function containersWhere(suffix: string, isBroken: (container: JsonObject) => boolean): Places {
  return (pod) =>
    containersOf(pod)
      .filter(({ value }) => isBroken(value))
      .map(({ path }) => (suffix === '' ? path : `${path}.${suffix}`))
}

/** The security contexts of the pod and of its containers in which a field has a forbidden value. */
export function contextsWhere(field: readonly string[], isForbidden: (value: unknown) => boolean): Places {
  const suffix = ['securityContext', ...field].join('.')
  return (pod) => [
    ...(isForbidden(contextValue(pod, field)) ? [suffix] : []),
    ...containersWhere(suffix, (container) => isForbidden(contextValue(container, field)))(pod),
  ]
}

/** A field that containers take over from the pod: it must be right in the pod or in every container, and nowhere wrong. */
export function podOrContainers(field: readonly string[], isRight: (value: unknown) => boolean): Places {
  return (pod) => {
    const inherited = contextValue(pod, field)
    const suffix = ['securityContext', ...field].join('.')
    return [
      ...(inherited !== undefined && !isRight(inherited) ? [suffix] : []),
      ...containersWhere(suffix, (container) => !isRight(contextValue(container, field) ?? inherited))(pod),
    ]
  }
}

function contextValue(owner: JsonObject, field: readonly string[]): unknown {
  const parents = field.slice(0, -1)
  return objectAt(owner, 'securityContext', ...parents)[field.at(-1) ?? '']
}
