import { type KubernetesObject, listAt } from '../objects.ts'
import { type Container, containersOf, endText } from './containers.ts'
import { type Occurrence, occurrencesOf, occurrencesOfClaim } from './events.ts'
import { conditionOf, conditionsOf, isTrue, laterOf, textAt, timeAt } from './fields.ts'
import { pullFault, pullFaultText } from './image-pull.ts'
import { isCause, patience } from './patience.ts'
import { claimsOf } from './pods.ts'
import { occurrenceTroubles, type Trouble } from './trouble.ts'

/** The most precise first. `since` is the start of the rollout, which may have repaired older events and crashes. */
export function troublesOfPod(
  pod: KubernetesObject,
  events: readonly KubernetesObject[],
  since: Date,
): readonly Trouble[] {
  return [...containerTroubles(pod, since), ...volumeTroubles(pod, events, since), ...unschedulable(pod, events)]
}

function containerTroubles(pod: KubernetesObject, since: Date): readonly Trouble[] {
  return containersOf(pod).flatMap((container): Trouble | readonly Trouble[] => {
    const { name, state, reason, restarts, end } = container
    if (state !== 'waiting' || !isCause(reason)) return []
    const place = { pod, container: name }
    if (reason !== 'CrashLoopBackOff') {
      return { ...place, cause: reason, reason, message: waitingText(pod, container), since: lastChange(pod) }
    }
    const crash = isOfJob(pod) ? 'JobCrashes' : 'CrashLoopBackOff'
    if (restarts < patience[crash].times) return []
    const hadItsChance = end?.startedAt !== undefined && end.startedAt >= since
    const cause = hadItsChance ? crash : 'CrashedBefore'
    const why = end?.reason === 'OOMKilled' ? 'OOMKilled' : reason
    return { ...place, cause, reason: why, message: crashText(pod, container), since: undefined }
  })
}

const isOfJob = (pod: KubernetesObject): boolean =>
  listAt(pod, 'metadata', 'ownerReferences').some((owner) => textAt(owner, 'kind') === 'Job')

const title = (pod: KubernetesObject, { name, isInit }: Container): string =>
  `${isInit ? 'init container' : 'container'} ${name} of pod ${pod.metadata.name}`

function waitingText(pod: KubernetesObject, container: Container): string {
  const { reason, message } = container
  if (!/Image|Registry|Signature/.test(reason)) return `${title(pod, container)} cannot start: ${message || reason}`
  const fault = pullFault(message)
  const why = fault === undefined ? '' : ` (${pullFaultText[fault]})`
  return `${title(pod, container)} cannot get its image${why}: ${message || reason}`
}

function crashText(pod: KubernetesObject, container: Container): string {
  const { restarts, end } = container
  const ended = end === undefined ? '' : `, the last time with ${endText(end)}`
  return `${title(pod, container)} crashed ${restarts} times${ended}`
}

/** Containers do not say since when they wait, but before they did, something was achieved. */
const lastChange = (pod: KubernetesObject): Date | undefined =>
  conditionsOf(pod)
    .flatMap(({ since }) => since ?? [])
    .reduce<Date | undefined>((last, since) => laterOf(last ?? since, since), undefined)

/** Events, as neither the pod nor its claims say it themselves. */
function volumeTroubles(pod: KubernetesObject, events: readonly KubernetesObject[], since: Date): readonly Trouble[] {
  if (hasStarted(pod)) return []
  // A pod that has a node has volumes for its claims.
  const claims = isScheduled(pod) ? [] : claimsOf(pod)
  const troubles = (occurrences: readonly Occurrence[], what: string): readonly Trouble[] =>
    occurrenceTroubles(occurrences, since).map((trouble) => ({
      ...trouble,
      message: `${what}: ${trouble.message}`,
      pod,
    }))
  const { namespace = '', name } = pod.metadata
  return [
    ...claims.flatMap((claim) =>
      troubles(occurrencesOfClaim(namespace, claim, events), `claim ${claim} of pod ${name} has no volume`),
    ),
    ...troubles(occurrencesOf(pod, events), `pod ${name} cannot start`),
  ]
}

const isScheduled = (pod: KubernetesObject): boolean => textAt(pod, 'spec', 'nodeName') !== ''

/** Volumes and network come before all containers. */
const hasStarted = (pod: KubernetesObject): boolean =>
  isTrue(pod, 'PodReadyToStartContainers') ||
  containersOf(pod).some(({ state, restarts, end }) => state === 'running' || restarts > 0 || end !== undefined)

/** An autoscaler that adds a node for the pod says so: the cluster autoscaler, and Karpenter. */
const helps = ['TriggeredScaleUp', 'Nominated']

function unschedulable(pod: KubernetesObject, events: readonly KubernetesObject[]): readonly Trouble[] {
  const scheduled = conditionOf(pod, 'PodScheduled', 'False')
  if (scheduled?.reason !== 'Unschedulable') return []
  // Pods of lower priority are being evicted for it.
  if (textAt(pod, 'status', 'nominatedNodeName') !== '') return []
  if (occurrencesOf(pod, events).some(({ reason }) => helps.includes(reason))) return []
  const { reason, message, since } = scheduled
  return [{ cause: 'Unschedulable', reason, message: `no node fits pod ${pod.metadata.name}: ${message}`, since, pod }]
}

/** Failed pods are replaced; where that does not help, they become many: `atLeast` as many. */
export function failedPods(pods: readonly KubernetesObject[], since: Date, atLeast: number): readonly Trouble[] {
  const failed = pods
    .filter((pod) => textAt(pod, 'status', 'phase') === 'Failed')
    .filter((pod) => (timeAt(pod, 'metadata', 'creationTimestamp') ?? since) >= since)
  const pod = failed.at(-1)
  if (pod === undefined || failed.length < atLeast) return []
  const container = containersOf(pod).find(({ end }) => end !== undefined && end.exitCode !== 0)
  const reason = textAt(pod, 'status', 'reason') || 'PodFailed'
  const why = textAt(pod, 'status', 'message') || (container?.end === undefined ? reason : endText(container.end))
  const others = failed.length === 1 ? '' : ` (like ${failed.length - 1} before it)`
  const message = `pod ${pod.metadata.name} failed${others}: ${why}`
  const trouble = { cause: 'PodFailed', reason, message, since: undefined, pod } as const
  return [container === undefined ? trouble : { ...trouble, container: container.name }]
}
