import { type KubernetesObject, listAt, nameOf } from '../objects.ts'
import type { Related } from './explain.ts'
import { laterOf, textAt, timeAt } from './fields.ts'
import { type Cause, patience, patienceWith } from './patience.ts'
import { failedPods, troublesOfPod } from './pod-troubles.ts'
import { currentPodsOf, isOfNewVersion } from './pods.ts'
import { isObserved } from './state.ts'
import { statusOf } from './status.ts'
import { type Trouble, troublesOfObject } from './trouble.ts'

export { explain } from './explain.ts'
export { podsOf } from './pods.ts'

/** Why an object will not become ready by itself. */
export interface Failure {
  /** `StatefulSet trade-north/v1` */
  readonly object: string
  /** The reason of Kubernetes: `CrashLoopBackOff`. */
  readonly reason: string
  /** For people, on one line. */
  readonly message: string
  /** Why it is not ready, where that is known. */
  readonly cause?: Cause
  /** The pod and the container whose log to show. */
  readonly pod?: KubernetesObject
  readonly container?: string
}

/**
 * Whether to stop waiting for a live object, and why. Undefined when it is ready, or may still become so.
 *
 * What was wrong before the rollout may have been set right by it, in this object or in another (a Secret that was
 * missing). So patience begins with the rollout, events that were last seen before it do not count, and neither do
 * crashes of containers that were started before it. Pods count by owner and version, events by uid.
 *
 * `since` is when the rollout began, at the earliest when this object changed, which it says itself. Where only another
 * object changed it has to be given. Both times are the cluster's, as in the Date header of its answers.
 */
export function failureOf(
  workload: KubernetesObject,
  related: Related,
  now: Date,
  since: Date = new Date(0),
): Failure | undefined {
  const status = statusOf(workload)
  const isWaitedFor = status.state === 'in-progress' || status.state === 'failed'
  // Until its controller has observed the change, the status is old.
  if (!isWaitedFor || !isObserved(workload)) return undefined
  const began = laterOf(changedAt(workload), wholeSecond(since))
  const isForEver = ({ cause, since: start }: Pick<Trouble, 'cause' | 'since'>): boolean =>
    now.getTime() - laterOf(start ?? began, began).getTime() >= patienceWith(cause).seconds * 1000

  const troubles = troublesOf(workload, related, began)
  const trouble = troubles.find(isForEver)
  const isOld = status.state === 'failed' && status.since !== undefined && status.since < began
  if (status.state === 'failed' && (!isOld || isForEver({ cause: 'FailedBefore', since: began }))) {
    const { reason, message } = status
    const shown = trouble ?? troubles[0]
    return failure(workload, { reason, message: shown === undefined ? message : `${message}; ${shown.message}` }, shown)
  }
  return trouble === undefined ? undefined : failure(workload, trouble, trouble)
}

/** Times of Kubernetes have no fractions. */
const wholeSecond = (time: Date): Date => new Date(Math.floor(time.getTime() / 1000) * 1000)

/** Time of the last change to more than the status. */
function changedAt(object: KubernetesObject): Date {
  const times = listAt(object, 'metadata', 'managedFields')
    .filter((entry) => textAt(entry, 'subresource') === '')
    .flatMap((entry) => timeAt(entry, 'time') ?? [])
  return times.reduce(laterOf, timeAt(object, 'metadata', 'creationTimestamp') ?? new Date(0))
}

/** All that keeps a workload from getting ready, however long it lasts: the most telling first. */
export function troublesOf(workload: KubernetesObject, { pods, events }: Related, since: Date): readonly Trouble[] {
  const own = currentPodsOf(workload, pods)
  const ofPods = own.flatMap((pod) => troublesOfPod(pod, events, since))
  if (workload.kind === 'Pod' || workload.kind === 'Job') {
    // A Job retries up to its limit, which may be far away, and then reports its failure.
    const hasFailed = statusOf(workload).state === 'failed'
    const ended = hasFailed ? failedPods(own, new Date(0), 1) : failedPods(own, since, patience.JobCrashes.times)
    return [...ofPods, ...ended, ...(workload.kind === 'Job' ? troublesOfObject(workload, events, since) : [])]
  }
  // The object's own events last: pods are more precise.
  return [...ofPods, ...failedPods(own, since, patience.PodFailed.times), ...troublesOfObject(workload, events, since)]
}

function failure(
  workload: KubernetesObject,
  { reason, message }: Pick<Failure, 'reason' | 'message'>,
  trouble: Trouble | undefined,
): Failure {
  const object = nameOf(workload)
  const text = message.replaceAll(/\s+/g, ' ')
  if (trouble === undefined) return { object, reason, message: text }
  const { cause, pod, container } = trouble
  if (pod === undefined) return { object, reason, cause, message: text }
  const blocks = workload.kind === 'StatefulSet' && !isOfNewVersion(workload, pod)
  const advice = blocks
    ? '. The pod has an older version, and is not replaced while it is not ready: delete the pod'
    : ''
  const found = { object, reason, cause, message: `${text}${advice}`, pod }
  return container === undefined ? found : { ...found, container }
}
