import type { KubernetesObject } from '../objects.ts'
import type { ServerStatus } from './server-status.ts'

/** Why an API server refused an object. */
export interface ObjectRefusal {
  readonly kind:
    | 'conflict'
    | 'immutable'
    | 'unknown-field'
    | 'invalid'
    | 'forbidden'
    | 'denied'
    | 'missing'
    /** The node would run twice: see running-twice.ts. */
    | 'runs-elsewhere'
    | 'other'
  /** What is wrong, beginning with the object's name. */
  readonly message: string
  /** What to do. */
  readonly hint: string
  readonly fields: readonly RefusedField[]
}

interface RefusedField {
  /** As in a `Difference`, but with the index of an item where the server uses it. */
  readonly field: string
  /** Its owner, in a conflict. */
  readonly manager?: string
}

/** Explains an answer, in a message without the object's name; undefined for other answers. */
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
