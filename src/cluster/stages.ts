import { groupOf, type Identity, keyOf } from './objects.ts'

/**
 * The order in which kinds are applied; deletions go the other way. As in Flux's ssa
 * (https://github.com/fluxcd/pkg/blob/main/ssa/sort.go): what others need to exist comes first, what acts on the rest last.
 */
const stages: readonly (readonly string[])[] = [
  ['CustomResourceDefinition', 'Namespace'],
  ['ClusterRole', 'ClusterRoleBinding', 'PriorityClass', 'StorageClass', 'IngressClass', 'ResourceQuota', 'LimitRange'],
  ['ServiceAccount', 'Role', 'RoleBinding', 'Secret', 'ConfigMap', 'NetworkPolicy', 'PersistentVolumeClaim'],
  ['Service', 'PodDisruptionBudget'],
  [], // every kind that is not named: workloads and custom resources
  ['Job'],
  ['MutatingWebhookConfiguration', 'ValidatingWebhookConfiguration', 'APIService'],
]

const unnamed = stages.findIndex((kinds) => kinds.length === 0)

/** The number of an object's stage. */
export function stageOf({ kind }: Pick<Identity, 'kind'>): number {
  const found = stages.findIndex((kinds) => kinds.includes(kind))
  return found === -1 ? unnamed : found
}

/** What must be ready before the server can judge the rest. */
export const isFoundation = (object: Pick<Identity, 'kind'>): boolean => stageOf(object) === 0

/** By stage, then by kind and name: the same objects are always in the same order. */
export function inOrder<Item extends Identity>(objects: readonly Item[]): Item[] {
  const key = (object: Item): string => `${stageOf(object)} ${object.kind} ${keyOf(object)}`
  return objects
    .map((object) => ({ object, key: key(object) }))
    .sort((a, b) => (a.key < b.key ? -1 : a.key > b.key ? 1 : 0))
    .map(({ object }) => object)
}

/** The same in one list for each stage that has any. */
export function inStages<Item extends Identity>(objects: readonly Item[]): Item[][] {
  const ordered = inOrder(objects)
  return stages.flatMap((_, stage) => {
    const own = ordered.filter((object) => stageOf(object) === stage)
    return own.length === 0 ? [] : [own]
  })
}

/** True for a group that Kubernetes itself does not serve. */
export const isCustom = (object: Pick<Identity, 'apiVersion'>): boolean => {
  const group = groupOf(object)
  return group.includes('.') && !group.endsWith('.k8s.io')
}
