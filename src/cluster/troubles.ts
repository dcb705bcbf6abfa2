import type { Api } from './api.ts'
import { eventsIn } from './namespace-events.ts'
import { type KubernetesObject, nameOf } from './objects.ts'
import { openJobText } from './open-jobs.ts'
import { explain, podsOf, troublesOf } from './status/failures.ts'
import type { Cause } from './status/patience.ts'
import { statusOf } from './status/status.ts'
import type { ObjectState } from './verify.ts'

/** Why an object is not ready, now: it may pass. */
export interface ObjectTrouble {
  readonly object: KubernetesObject
  /** One line, such as `container node of pod validator1-0 cannot get its image: …`. */
  readonly message: string
  /** As Kubernetes calls it: `ImagePullBackOff`. Undefined where nothing reports a reason. */
  readonly reason?: string
  readonly cause?: Cause
  /** The pod that the trouble is about, and its container. */
  readonly pod?: string
  readonly container?: string
  /** Of a Job that waits: for what and for whom. */
  readonly waitsFor?: string
}

/** Every object that exists and is not ready, with the reason that its pods, events and log show. */
export async function troublesIn(
  api: Api,
  states: readonly ObjectState[],
  pods: readonly KubernetesObject[],
  signal: AbortSignal,
): Promise<readonly ObjectTrouble[]> {
  const open = states.flatMap(({ live, ready, message, job }) =>
    // A Job that is done and has to run again is drift.
    ready || live === undefined || statusOf(live).state === 'current' ? [] : [{ live, message, job }],
  )
  const namespaces = [...new Set(open.flatMap(({ live }) => live.metadata.namespace ?? []))]
  const events = await eventsIn(api, namespaces, signal)
  return open.map(({ live, message, job }) => {
    const trouble = troubleOf(live, message, { pods, events })
    if (job === undefined || trouble.cause !== undefined) return trouble
    const { waitsFor } = job
    return { ...trouble, message: openJobText(job, message), ...(waitsFor === undefined ? {} : { waitsFor }) }
  })
}

function troubleOf(object: KubernetesObject, message: string, related: Parameters<typeof explain>[1]): ObjectTrouble {
  const [trouble] = troublesOf(object, related, new Date(0))
  if (trouble === undefined) {
    const [why] = explain(object, related)
    const pod = podsOf(object, related.pods)[0]?.metadata.name
    const line = `${nameOf(object)}: ${message}${why === undefined ? '' : `: ${why}`}`
    return { object, message: line, ...(pod === undefined ? {} : { pod }) }
  }
  const { reason, cause, pod, container } = trouble
  return {
    object,
    message: `${nameOf(object)}: ${reason}: ${trouble.message.replaceAll(/\s+/g, ' ')}`,
    reason,
    cause,
    ...(pod === undefined ? {} : { pod: pod.metadata.name }),
    ...(container === undefined ? {} : { container }),
  }
}
