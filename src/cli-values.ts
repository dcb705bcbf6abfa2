import { OperatorError } from './errors.ts'

/** Values of options, as commands take them. */

export function oneOf<Value extends string>(option: string, allowed: readonly Value[], given: string): Value {
  const found = allowed.find((value) => value === given)
  if (found !== undefined) return found
  throw new OperatorError(`${option} cannot be "${given}"`, `allowed is ${allowed.join(', ')}`)
}

/** Only the entries that have a value. */
export function optional<Entries extends Readonly<Record<string, string | undefined>>>(
  entries: Entries,
): { [Key in keyof Entries]?: string } {
  return Object.fromEntries(Object.entries(entries).filter(([, value]) => value !== undefined)) as {
    [Key in keyof Entries]?: string
  } // fromEntries widens the keys
}
