import { at, isRecord, type KubernetesObject, listAt } from '../objects.ts'
import { numberAt, textAt, timeAt } from './fields.ts'

/** The pods that a workload's controller made, those of older versions included. A pod is its own. */
export function podsOf(workload: KubernetesObject, pods: readonly KubernetesObject[]): readonly KubernetesObject[] {
  return pods.filter(
    (pod) =>
      pod.metadata.namespace === workload.metadata.namespace &&
      (workload.kind === 'Pod' ? pod.metadata.uid === workload.metadata.uid : isMadeFor(workload, pod)),
  )
}

/** By owner and not by labels: selectors of two workloads may overlap. */
function isMadeFor({ kind, metadata }: KubernetesObject, pod: KubernetesObject): boolean {
  const owner = listAt(pod, 'metadata', 'ownerReferences').find((reference) => at(reference, 'controller') === true)
  if (!isRecord(owner)) return false
  if (kind !== 'Deployment') return owner.uid === metadata.uid
  // Between them is a ReplicaSet, which is called after both: no need to fetch it.
  const hash = textAt(pod, 'metadata', 'labels', 'pod-template-hash')
  return owner.kind === 'ReplicaSet' && owner.name === `${metadata.name}-${hash}`
}

/**
 * Those whose trouble is the workload's: pods of an older version are replaced, and pods that are being deleted are
 * gone soon.
 */
export function currentPodsOf(
  workload: KubernetesObject,
  pods: readonly KubernetesObject[],
): readonly KubernetesObject[] {
  const own = podsOf(workload, pods).filter((pod) => pod.metadata.deletionTimestamp === undefined)
  if (workload.kind === 'StatefulSet') {
    // One after the other, a StatefulSet waits for ever for a pod that fails, of whatever version it is.
    // https://github.com/kubernetes/kubernetes/issues/67250
    const isParallel = textAt(workload, 'spec', 'podManagementPolicy') === 'Parallel'
    // Below a partition, pods stay what they are.
    const partition = numberAt(workload, 'spec', 'updateStrategy', 'rollingUpdate', 'partition') ?? 0
    return own.filter((pod) => !isParallel || partition > 0 || isOfNewVersion(workload, pod))
  }
  if (workload.kind === 'Deployment')
    return ofLastVersion(own, 'pod-template-hash', numberAt(workload, 'status', 'updatedReplicas'))
  if (workload.kind === 'DaemonSet') {
    return ofLastVersion(own, 'controller-revision-hash', numberAt(workload, 'status', 'updatedNumberScheduled'))
  }
  return own
}

/** Of a StatefulSet, the only one that says what its new version is. */
export const isOfNewVersion = (statefulSet: KubernetesObject, pod: KubernetesObject): boolean =>
  textAt(pod, 'metadata', 'labels', 'controller-revision-hash') === textAt(statefulSet, 'status', 'updateRevision')

/** Neither says which version is the last: it is that of the pod that was created last, when there is any of it. */
function ofLastVersion(
  pods: readonly KubernetesObject[],
  label: string,
  updated: number | undefined,
): readonly KubernetesObject[] {
  const created = (pod: KubernetesObject): number => timeAt(pod, 'metadata', 'creationTimestamp')?.getTime() ?? 0
  const last = pods.toSorted((a, b) => created(a) - created(b)).at(-1)
  if (last === undefined || (updated ?? 0) === 0) return []
  const version = textAt(last, 'metadata', 'labels', label)
  return pods.filter((pod) => textAt(pod, 'metadata', 'labels', label) === version)
}

/** Names of the claims that a pod mounts. */
export function claimsOf(pod: KubernetesObject): readonly string[] {
  return listAt(pod, 'spec', 'volumes').flatMap((volume) => {
    const claim = textAt(volume, 'persistentVolumeClaim', 'claimName')
    if (claim !== '') return [claim]
    return at(volume, 'ephemeral') === undefined ? [] : [`${pod.metadata.name}-${textAt(volume, 'name')}`]
  })
}
