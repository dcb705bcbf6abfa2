import { compareTexts } from './words.ts'

/** A mapping with its keys in order: the same bytes, in whatever order a person wrote them. */
export const sortedKeys = <Value>(mapping: Readonly<Record<string, Value>>): Record<string, Value> =>
  Object.fromEntries(Object.entries(mapping).sort(([a], [b]) => compareTexts(a, b)))
