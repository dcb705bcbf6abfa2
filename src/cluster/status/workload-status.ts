import { agreeing, counted } from '../../words.ts'
import type { KubernetesObject } from '../objects.ts'
import { conditionOf, isTrue, numberAt, textAt } from './fields.ts'
import { current, failed, type Status, waiting } from './state.ts'

/** Their controllers always write it: without it no controller has seen the object. */
const isSeen = (object: KubernetesObject): boolean => numberAt(object, 'status', 'observedGeneration') !== undefined

const unseen = waiting('its controller has not observed it')

/** The first true condition is the reason to wait. */
const firstOf = (...reasons: readonly (readonly [boolean, string])[]): string | undefined =>
  reasons.find(([missing]) => missing)?.[1]

const replicas = (some: number, all: number, are: string): string =>
  `${some} of ${counted(all, 'replica is', 'replicas are')} ${are}`

const surplus = (which: string, count: number): string =>
  `${counted(count, `${which}replica`)} ${agreeing(count, 'has', 'have')} yet to end`

const counts = (object: KubernetesObject) => ({
  wanted: numberAt(object, 'spec', 'replicas') ?? 1,
  all: numberAt(object, 'status', 'replicas') ?? 0,
  ready: numberAt(object, 'status', 'readyReplicas') ?? 0,
  available: numberAt(object, 'status', 'availableReplicas') ?? 0,
  updated: numberAt(object, 'status', 'updatedReplicas') ?? 0,
})

/** Ready pods count as available some time later. */
function settling(object: KubernetesObject, ready: number, available: number, wanted: number): string {
  const seconds = numberAt(object, 'spec', 'minReadySeconds') ?? 0
  return `${replicas(ready, wanted, 'ready')}, ${available} available: minReadySeconds is ${seconds}`
}

export function deployment(object: KubernetesObject): Status {
  if (!isSeen(object)) return unseen
  const { wanted, all, ready, available, updated } = counts(object)
  const progress = conditionOf(object, 'Progressing')
  if (progress?.reason === 'ProgressDeadlineExceeded') {
    const seconds = numberAt(object, 'spec', 'progressDeadlineSeconds') ?? 0
    const message = `${replicas(ready, wanted, 'ready')}, without any progress for ${seconds} seconds`
    return failed({ ...progress, message })
  }
  const reason = firstOf(
    [all < wanted, replicas(all, wanted, 'created')],
    [updated < wanted, replicas(updated, wanted, 'of the new version')],
    [all > wanted, surplus('old ', all - wanted)],
    [ready < wanted, replicas(ready, wanted, 'ready')],
    [available < updated, settling(object, ready, available, wanted)],
    // Without a deadline there is no such condition.
    [progress !== undefined && progress.reason !== 'NewReplicaSetAvailable', 'its new version is not yet complete'],
    [!isTrue(object, 'Available'), 'is not yet available'],
  )
  return reason === undefined ? current(replicas(ready, wanted, 'ready')) : lacking(object, reason)
}

export function replicaSet(object: KubernetesObject): Status {
  if (!isSeen(object)) return unseen
  const { wanted, all, ready, available } = counts(object)
  const reason = firstOf(
    [all < wanted, replicas(all, wanted, 'created')],
    [(numberAt(object, 'status', 'fullyLabeledReplicas') ?? 0) < wanted, 'some of its pods lack labels'],
    [ready < wanted, replicas(ready, wanted, 'ready')],
    [available < wanted, settling(object, ready, available, wanted)],
    [all > wanted, surplus('', all - wanted)],
  )
  return reason === undefined ? current(replicas(ready, wanted, 'ready')) : lacking(object, reason)
}

/** A pod that cannot be created now may be possible later, for example after a change of quota: not a failure yet. */
function lacking(object: KubernetesObject, reason: string): Status {
  const failure = conditionOf(object, 'ReplicaFailure', 'True')
  return waiting(failure === undefined ? reason : `${reason}: ${failure.message || failure.reason}`)
}

/** Its controller never reports a failure. */
export function statefulSet(object: KubernetesObject): Status {
  if (!isSeen(object)) return unseen
  // Nothing changes until a person deletes a pod: there is nothing to wait for.
  if (textAt(object, 'spec', 'updateStrategy', 'type') === 'OnDelete') {
    return current('changes when its pods are deleted (OnDelete)')
  }
  const { wanted, all, ready, available, updated } = counts(object)
  const partition = numberAt(object, 'spec', 'updateStrategy', 'rollingUpdate', 'partition') ?? 0
  const toUpdate = Math.max(0, wanted - partition)
  // With a partition two versions run side by side, and the revisions stay different.
  const meet = textAt(object, 'status', 'currentRevision') === textAt(object, 'status', 'updateRevision')
  const reason = firstOf(
    [all < wanted, replicas(all, wanted, 'created')],
    [ready < wanted, replicas(ready, wanted, 'ready')],
    // kstatus leaves this one out, and so does not know minReadySeconds of a StatefulSet.
    [available < wanted, settling(object, ready, available, wanted)],
    [all > wanted, surplus('', all - wanted)],
    [updated < toUpdate, replicas(updated, toUpdate, 'of the new version')],
    [partition === 0 && !meet, 'its new version is not yet complete'],
  )
  return reason === undefined ? current(replicas(ready, wanted, 'ready')) : waiting(reason)
}

export function daemonSet(object: KubernetesObject): Status {
  const wanted = numberAt(object, 'status', 'desiredNumberScheduled')
  if (!isSeen(object) || wanted === undefined) return unseen
  // Nothing changes until a person deletes a pod, as with a StatefulSet. kstatus ignores this for a DaemonSet.
  const onDelete = textAt(object, 'spec', 'updateStrategy', 'type') === 'OnDelete'
  const numberOf = (field: string): number => numberAt(object, 'status', field) ?? 0
  const reason = firstOf(
    [numberOf('currentNumberScheduled') < wanted, replicas(numberOf('currentNumberScheduled'), wanted, 'scheduled')],
    [
      !onDelete && numberOf('updatedNumberScheduled') < wanted,
      replicas(numberOf('updatedNumberScheduled'), wanted, 'of the new version'),
    ],
    [numberOf('numberReady') < wanted, replicas(numberOf('numberReady'), wanted, 'ready')],
    [
      numberOf('numberAvailable') < wanted,
      settling(object, numberOf('numberReady'), numberOf('numberAvailable'), wanted),
    ],
  )
  return reason === undefined ? current(replicas(numberOf('numberReady'), wanted, 'ready')) : waiting(reason)
}
