import { at, isRecord, type KubernetesObject, listAt } from './objects.ts'

/** The name that Flux owns fields under: https://github.com/fluxcd/kustomize-controller/blob/main/main.go */
export const fluxManager = 'kustomize-controller'

/** Flux identifies its objects by these labels: https://fluxcd.io/flux/components/kustomize/kustomizations/#role-based-access-control */
const ownLabels = ['kustomize.toolkit.fluxcd.io/name', 'kustomize.toolkit.fluxcd.io/namespace']

/** Whether Flux applies an object now: it owns fields there, and its labels name the Kustomization. */
export const isAppliedByFlux = (live: KubernetesObject): boolean =>
  ownLabels.every((label) => live.metadata.labels?.[label] !== undefined) &&
  listAt(live, 'metadata', 'managedFields').some(
    (entry) => isRecord(entry) && at(entry, 'manager') === fluxManager && at(entry, 'operation') === 'Apply',
  )

/** The object as Flux applies it, to find also what Flux would remove again. */
export function asFlux(object: KubernetesObject, live: KubernetesObject): KubernetesObject {
  const own = Object.fromEntries(
    ownLabels.flatMap((label) => {
      const value = live.metadata.labels?.[label]
      return value === undefined ? [] : [[label, value]]
    }),
  )
  return { ...object, metadata: { ...object.metadata, labels: { ...object.metadata.labels, ...own } } }
}
