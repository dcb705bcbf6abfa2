import type { KubernetesObject } from '../objects.ts'
import type { ServerStatus } from './server-status.ts'

/** Why an API server did not take an object. */
export interface ObjectRefusal {
  readonly kind: 'conflict' | 'immutable' | 'unknown-field' | 'invalid' | 'forbidden' | 'denied' | 'missing' | 'other'
  /** What is wrong, beginning with the object's name. */
  readonly message: string
  /** What to do. */
  readonly hint: string
  readonly fields: readonly RefusedField[]
}

interface RefusedField {
  /** As in a `Difference`, but with the number of an item where the server counts. */
  readonly field: string
  /** Who owns it, in a conflict. */
  readonly manager?: string
}

/** Explains an answer, with a message that does not name the object; undefined when it is about something else. */
export type Explain = (object: KubernetesObject, said: ServerStatus) => ObjectRefusal | undefined

export const refusal = (
  kind: ObjectRefusal['kind'],
  message: string,
  hint: string,
  fields: readonly string[] = [],
): ObjectRefusal => ({
  kind,
  message,
  hint,
  fields: fields.filter((field) => field !== '').map((field) => ({ field })),
})
