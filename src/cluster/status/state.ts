import type { KubernetesObject } from '../objects.ts'
import { type Condition, numberAt } from './fields.ts'

/** How far an object is from what its specification says. `message` is for people and begins in lower case. */
export type Status = Failed | { readonly state: 'current' | 'in-progress' | 'terminating'; readonly message: string }

interface Failed {
  readonly state: 'failed'
  readonly message: string
  /** As Kubernetes or the controller calls it: `BackoffLimitExceeded`. */
  readonly reason: string
  /** When it failed. Undefined where a failure is for ever, so that the time makes no difference. */
  readonly since: Date | undefined
}

export const current = (message: string): Status => ({ state: 'current', message })
export const waiting = (message: string): Status => ({ state: 'in-progress', message })
export const terminating = (message: string): Status => ({ state: 'terminating', message })

/** Of a condition that says so, and that may say otherwise some day. */
export const failed = ({ reason, message, since }: Condition): Status => ({
  state: 'failed',
  message: message || reason,
  reason,
  since,
})

/** Nothing brings it back. */
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
