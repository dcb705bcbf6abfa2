import type { KubernetesObject } from '../objects.ts'
import { type Condition, numberAt } from './fields.ts'

/** How far an object is from what its specification says. `message` is for people and begins in lower case. */
export type Status = Failed | { readonly state: 'current' | 'in-progress' | 'terminating'; readonly message: string }

interface Failed {
  readonly state: 'failed'
  readonly message: string
  /** The reason of Kubernetes or the controller: `BackoffLimitExceeded`. */
  readonly reason: string
  /** Time of the failure. Undefined where the failure is permanent. */
  readonly since: Date | undefined
}

export const current = (message: string): Status => ({ state: 'current', message })
export const waiting = (message: string): Status => ({ state: 'in-progress', message })
export const terminating = (message: string): Status => ({ state: 'terminating', message })

/** A failure from a condition that may change again. */
export const failed = ({ reason, message, since }: Condition): Status => ({
  state: 'failed',
  message: message || reason,
  reason,
  since,
})

/** A permanent failure. */
export const lost = (reason: string, message: string): Status => ({
  state: 'failed',
  message,
  reason,
  since: undefined,
})

/** Whether what the object's status says is about its last change. Objects whose status does not tell count as such. */
export function isObserved(object: KubernetesObject): boolean {
  const observed = numberAt(object, 'status', 'observedGeneration')
  return observed === undefined || object.metadata.generation === undefined || observed === object.metadata.generation
}
