import { isRecord } from '../objects.ts'

/**
 * Whether two JSON values are the same, in whatever order fields stand. Node's isDeepStrictEqual asks for equal prototypes
 * too, which parsers of YAML and JSON give differently, and takes twice the time.
 */
export function equal(a: unknown, b: unknown): boolean {
  if (a === b) return true
  if (Array.isArray(a))
    return Array.isArray(b) && a.length === b.length && a.every((item, index) => equal(item, b[index]))
  if (!isRecord(a) || !isRecord(b)) return false
  const names = Object.keys(a)
  return (
    names.length === Object.keys(b).length && names.every((name) => Object.hasOwn(b, name) && equal(a[name], b[name]))
  )
}
