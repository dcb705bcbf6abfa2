import { type Condition, canMeet, mspIdsIn } from './condition.ts'

/** So many of these organizations, each of which is asked once: what MAJORITY, ALL and most rules are. */
export interface Threshold {
  readonly count: number
  /** What each organization has to bring, by MSP ID. */
  readonly parts: ReadonlyMap<string, Condition>
}

/** Undefined when a condition is more than that: an organization that counts twice, or gates in gates. */
export function thresholdOf(condition: Condition): Threshold | undefined {
  if (condition.kind === 'principal') return { count: 1, parts: new Map([[condition.mspId, condition]]) }
  const all = condition.kind === 'some' ? condition.of : condition.rules
  // A part that nobody can satisfy counts for the majority, and is never one of them.
  const parts = all.filter((part) => canMeet(part, () => true))
  const names = parts.flatMap((part) => {
    const [mspId, ...more] = mspIdsIn(part)
    return mspId === undefined || more.length > 0 ? [] : [mspId]
  })
  if (names.length !== parts.length || new Set(names).size !== parts.length) return undefined
  return { count: condition.count, parts: new Map(parts.map((part, at) => [names[at] ?? '', part])) }
}
