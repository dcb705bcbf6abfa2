import { agreeing } from '../../words.ts'
import { type KubernetesObject, listAt } from '../objects.ts'
import { type Container, containersOf, endText } from './containers.ts'
import { inOrder, type Occurrence, occurrenceOf } from './events.ts'
import { conditionOf, textAt } from './fields.ts'
import { claimsOf, podsOf } from './pods.ts'
import { statusOf } from './status.ts'

/** Live objects of the workload's namespace, or of all: unrelated ones are ignored. */
export interface Related {
  readonly pods: readonly KubernetesObject[]
  /** Of core/v1. */
  readonly events: readonly KubernetesObject[]
}

const mostPods = 4
const mostEvents = 5

/** The report when a wait ends without a known reason: ten lines at most, pods first, then events, the newest last. */
export function explain(workload: KubernetesObject, { pods, events }: Related): readonly string[] {
  const unready = podsOf(workload, pods).filter((pod) => statusOf(pod).state !== 'current')
  const lines = unready.slice(0, mostPods).map(podLine)
  const more = unready.length - lines.length
  return [
    ...lines,
    ...(more > 0 ? [`and ${more} more that ${agreeing(more, 'is', 'are')} not ready`] : []),
    ...eventLines(workload, unready, events),
  ].map((line) => line.replaceAll(/\s+/g, ' '))
}

function podLine(pod: KubernetesObject): string {
  const name = `pod ${pod.metadata.name}`
  const status = statusOf(pod)
  const scheduled = conditionOf(pod, 'PodScheduled', 'False')
  if (status.state === 'terminating') return `${name} ${status.message}`
  if (status.state === 'failed') {
    const [end] = containersOf(pod).flatMap((container) => container.end ?? [])
    return `${name}: ${status.message}${end === undefined ? '' : `, ${endText(end)}`}`
  }
  if (scheduled !== undefined) return `${name} has no node: ${scheduled.message || scheduled.reason}`
  const texts = containersOf(pod).flatMap(containerText)
  return texts.length === 0 ? `${name} ${status.message}` : `${name}: ${texts.join('; ')}`
}

function containerText({ name, isInit, isReady, restarts, state, reason, message, end }: Container): readonly string[] {
  // Blocked by other containers, which are the ones to report.
  if (isReady || reason === 'PodInitializing' || reason === 'Completed') return []
  const title = `${isInit ? 'init container' : 'container'} ${name}`
  const ended = end === undefined ? '' : `, ended with ${endText(end)}`
  const restarted = restarts === 0 ? '' : `, restarted ${restarts} times`
  if (state === 'waiting') return [`${title} waits: ${reason}${message && ` (${message})`}${restarted}${ended}`]
  if (state === 'running') return [`${title} runs, but is not ${isInit ? 'done' : 'ready'}${restarted}${ended}`]
  return state === 'terminated' ? [`${title} has ended${ended}${restarted}`] : []
}

function eventLines(
  workload: KubernetesObject,
  pods: readonly KubernetesObject[],
  events: readonly KubernetesObject[],
): readonly string[] {
  const owners = pods.flatMap((pod) => listAt(pod, 'metadata', 'ownerReferences').map((owner) => textAt(owner, 'uid')))
  const uids = new Set([...[workload, ...pods].map(({ metadata }) => metadata.uid ?? ''), ...owners])
  const claims = new Set(pods.flatMap(claimsOf))
  const belongs = ({ about }: Occurrence): boolean =>
    (about.uid !== '' && uids.has(about.uid)) ||
    (about.kind === 'PersistentVolumeClaim' &&
      about.namespace === (workload.metadata.namespace ?? '') &&
      claims.has(about.name))
  // Normal events explain nothing, except for volumes and load balancers: a wait for them is not a warning.
  const tells = ({ isWarning, about }: Occurrence): boolean =>
    isWarning || about.kind === 'PersistentVolumeClaim' || about.kind === 'Service'
  const found = inOrder(events.map(occurrenceOf)).filter((one) => belongs(one) && tells(one))
  // The newest of equal ones stays, in its place.
  const unique = new Map(found.toReversed().map((one) => [`${one.reason} ${one.message}`, one]))
  return [...unique.values()]
    .toReversed()
    .slice(-mostEvents)
    .map((one) => eventLine(workload, one))
}

function eventLine(workload: KubernetesObject, { about, reason, message, times }: Occurrence): string {
  const object = about.uid === workload.metadata.uid ? '' : `${about.kind} ${about.name}: `
  return `${object}${reason}${times > 1 ? ` (${times} times)` : ''}: ${message}`
}
