import type { KubernetesObject } from '../objects.ts'
import { numberAt, textAt, timeAt } from './fields.ts'

/**
 * What an event tells. The API server merges the two shapes there are, and each leaves other fields empty:
 * https://kubernetes.io/docs/reference/kubernetes-api/core/event-v1/
 */
export interface Occurrence {
  readonly about: { readonly kind: string; readonly namespace: string; readonly name: string; readonly uid: string }
  readonly reason: string
  readonly message: string
  readonly isWarning: boolean
  /** How often it occurred, since the first time. */
  readonly times: number
  readonly first: Date
  readonly last: Date
}

const never = new Date(0)

export function occurrenceOf(event: KubernetesObject): Occurrence {
  const about = (field: string): string => textAt(event, 'involvedObject', field)
  const created = timeAt(event, 'eventTime') ?? timeAt(event, 'metadata', 'creationTimestamp') ?? never
  return {
    about: { kind: about('kind'), namespace: about('namespace'), name: about('name'), uid: about('uid') },
    reason: textAt(event, 'reason'),
    message: textAt(event, 'message').trim(),
    isWarning: textAt(event, 'type') === 'Warning',
    times: numberAt(event, 'series', 'count') ?? numberAt(event, 'count') ?? 1,
    first: timeAt(event, 'firstTimestamp') ?? created,
    last: timeAt(event, 'series', 'lastObservedTime') ?? timeAt(event, 'lastTimestamp') ?? created,
  }
}

/** By uid: another object may have had the same name before. In the order in which they happened last. */
export function occurrencesOf(
  { metadata }: KubernetesObject,
  events: readonly KubernetesObject[],
): readonly Occurrence[] {
  return inOrder(events.map(occurrenceOf).filter(({ about }) => about.uid !== '' && about.uid === metadata.uid))
}

/** By name, as a pod tells no more of its claims. */
export function occurrencesOfClaim(
  namespace: string,
  name: string,
  events: readonly KubernetesObject[],
): readonly Occurrence[] {
  const isIt = ({ about }: Occurrence): boolean =>
    about.kind === 'PersistentVolumeClaim' && about.namespace === namespace && about.name === name
  return inOrder(events.map(occurrenceOf).filter(isIt))
}

export const inOrder = (occurrences: readonly Occurrence[]): Occurrence[] =>
  occurrences.toSorted((a, b) => a.last.getTime() - b.last.getTime())
