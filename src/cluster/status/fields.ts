import { at, isRecord, listAt } from '../objects.ts'

/** Text at a path; empty when there is none. */
export function textAt(value: unknown, ...path: readonly string[]): string {
  const found = at(value, ...path)
  return typeof found === 'string' ? found : ''
}

export function numberAt(value: unknown, ...path: readonly string[]): number | undefined {
  const found = at(value, ...path)
  return typeof found === 'number' ? found : undefined
}

/** A time at a path. Kubernetes writes RFC 3339, mostly without fractions of a second. */
export function timeAt(value: unknown, ...path: readonly string[]): Date | undefined {
  const time = new Date(textAt(value, ...path))
  return Number.isNaN(time.getTime()) ? undefined : time
}

export const laterOf = (a: Date, b: Date): Date => (a > b ? a : b)

export interface Condition {
  readonly type: string
  readonly status: string
  readonly reason: string
  readonly message: string
  /** Time of its last transition. */
  readonly since: Date | undefined
  readonly observedGeneration: number | undefined
}

export function conditionsOf(object: unknown): readonly Condition[] {
  return listAt(object, 'status', 'conditions')
    .filter(isRecord)
    .map((condition) => ({
      type: textAt(condition, 'type'),
      status: textAt(condition, 'status'),
      reason: textAt(condition, 'reason'),
      message: textAt(condition, 'message'),
      since: timeAt(condition, 'lastTransitionTime'),
      observedGeneration: numberAt(condition, 'observedGeneration'),
    }))
}

/** The condition of a type, with the status if one is given. */
export const conditionOf = (object: unknown, type: string, status?: 'True' | 'False'): Condition | undefined =>
  conditionsOf(object).find((condition) => condition.type === type && (status ?? condition.status) === condition.status)

export const isTrue = (object: unknown, type: string): boolean => conditionOf(object, type, 'True') !== undefined
