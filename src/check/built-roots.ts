import { type KubernetesObject, keyOf, nameOf, readObjects } from '../cluster/objects.ts'
import { OperatorError } from '../errors.ts'
import type { Finding, Place } from '../network/finding.ts'
import type { Cluster } from '../network/network.ts'
import type { FileTree } from '../render/tree.ts'
import type { BrokenRoot } from '../tools/roots.ts'
import { originIn } from './overrides/origin.ts'

/** The built roots of a cluster: its own, and the CRDs unless it has an existing Emissary. */
export const rootsOfCluster = (built: ReadonlyMap<string, string>, { name, ambassador }: Cluster): [string, string][] =>
  [...built].filter(
    ([root]) =>
      (root === 'deploy/base/ambassador/crds' && !ambassador.existing) || root.startsWith(`deploy/clusters/${name}/`),
  )

/** Objects, and the root of each, by its key. */
export interface PlacedObjects {
  readonly objects: readonly KubernetesObject[]
  readonly rootOf: ReadonlyMap<string, string>
}

/** The desired objects of a cluster, with sealed Secrets. Throws OperatorError when two roots have the same object. */
export function objectsOf(built: ReadonlyMap<string, string>, cluster: Cluster): PlacedObjects {
  const places = new Map<string, string>()
  const objects = rootsOfCluster(built, cluster).flatMap(([root, yaml]) =>
    readObjects(yaml, root).map((object) => {
      const other = places.get(keyOf(object))
      if (other !== undefined)
        throw new OperatorError(
          `${nameOf(object)} is in ${other} and in ${root}`,
          'keep one of the two: look for it in your overrides',
        )
      places.set(keyOf(object), root)
      return object
    }),
  )
  return { objects, rootOf: places }
}

/** The override of a root, if it has one. */
export function overrideOf(root: string, overrides: FileTree): string | undefined {
  const file = `overrides/${root.replace('deploy/clusters/', '')}/kustomization.yaml`
  return overrides.has(file) ? file : undefined
}

export const brokenFindings = (broken: readonly BrokenRoot[], overrides: FileTree): Finding[] =>
  broken.map(({ root, message }) => {
    const override = overrideOf(root, overrides)
    return {
      rule: 'kustomize',
      severity: 'error',
      message: `kustomize cannot build ${root}: ${message}`,
      hint:
        override === undefined
          ? 'this is a bug in Chancery: please report it with your network.yaml'
          : 'check your override first: a target may not exist, or a patch may not fit',
      place:
        override === undefined
          ? { file: `${root}/kustomization.yaml`, line: 1, column: 1 }
          : blamed(overrides, override, message),
    }
  })

/** The entry for the object that kustomize names: `"Service.v1.[noGrp]/rpc1.[noNs]"`, or a target of `replicas` by its name alone. */
function blamed(overrides: FileTree, override: string, message: string): Place {
  const [, kind, name] = /"(\w+)\.[^"/]*\/([^".]+)\./.exec(message) ?? []
  const [, target] = /resource with name (\S+) does not match/.exec(message) ?? []
  return originIn(overrides, override, { kind: kind ?? 'StatefulSet', name: name ?? target ?? '' })
}
