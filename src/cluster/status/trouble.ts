import type { KubernetesObject } from '../objects.ts'
import { type Occurrence, occurrencesOf } from './events.ts'
import { conditionOf } from './fields.ts'
import { type Cause, isCause, patienceWith } from './patience.ts'

/** What keeps a workload from becoming ready. It may pass: `cause` selects the patience. */
export interface Trouble {
  readonly cause: Cause
  /** The reason of Kubernetes. */
  readonly reason: string
  /** For people; names what it is about. */
  readonly message: string
  /** Its start, as far as known. */
  readonly since: Date | undefined
  /** Whose log to show. */
  readonly pod?: KubernetesObject
  readonly container?: string
}

/** Pods that the workload's controller cannot create or keep, and missing volumes and addresses. */
export function troublesOfObject(
  object: KubernetesObject,
  events: readonly KubernetesObject[],
  since: Date,
): readonly Trouble[] {
  const failure = conditionOf(object, 'ReplicaFailure', 'True')
  const own = occurrenceTroubles(occurrencesOf(object, events), since)
  // Events of a Deployment's pods belong to its ReplicaSets, but the Deployment has this condition.
  if (failure === undefined) return own
  const { reason, message } = failure
  const cause = causeOf('FailedCreate', message)
  return [{ cause, reason, message: creation(message), since: failure.since }, ...own]
}

/** In order of time. What was last seen before `since`, and what is over, is none. */
export function occurrenceTroubles(occurrences: readonly Occurrence[], since: Date): readonly Trouble[] {
  return occurrences.flatMap((occurrence): Trouble | readonly Trouble[] => {
    const { reason, message, times, first, last } = occurrence
    if (!isCause(reason) || last < since) return []
    const cause = causeOf(reason, message)
    const { times: atLeast = 1, over = [] } = patienceWith(cause)
    const isOver = occurrences.some((later) => over.includes(later.reason) && later.last >= last)
    // How many of them were before `since`, the count does not say; nor whether it is of one pod when it is combined.
    const isCounted = first >= since && times >= atLeast && !message.startsWith('(combined from similar events)')
    if (isOver || (atLeast > 1 && !isCounted)) return []
    if (reason === 'SuccessfulDelete') {
      return { cause, reason: 'PodFailed', message: `its pod ended ${times} times and was replaced`, since: first }
    }
    return { cause, reason, message: reason === 'FailedCreate' ? creation(message) : message, since: first }
  })
}

const creation = (message: string): string => `pods cannot be created: ${message}`

/** Only the API server's message has the reason why pods cannot be created. */
function causeOf(reason: Cause, message: string): Cause {
  if (reason !== 'FailedCreate') return reason
  if (message.includes('violates PodSecurity')) return 'FailedCreateByPodSecurity'
  if (message.includes('exceeded quota')) return 'FailedCreateByQuota'
  return message.includes('forbidden') ? 'FailedCreateByPolicy' : 'FailedCreate'
}
