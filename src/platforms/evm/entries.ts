/** Readers of genesis files do not tell capitals from small letters: JsonUtil.java of Besu, encoding/json of Go. Null is absent. */
export function entryOf(values: Readonly<Record<string, unknown>>, name: string): unknown {
  const exact = Object.hasOwn(values, name) ? values[name] : undefined
  if (exact !== undefined && exact !== null) return exact
  const lower = name.toLowerCase()
  return Object.entries(values).find(([key]) => key.toLowerCase() === lower)?.[1] ?? undefined
}

/** A mapping among the values of a genesis file; empty for anything else. */
export const mappingOf = (
  values: Readonly<Record<string, unknown>>,
  name: string,
): Readonly<Record<string, unknown>> => {
  const value = entryOf(values, name)
  return isMapping(value) ? value : {}
}

export const isMapping = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

/** Values with another one for a name, in the place and the spelling that the name has. */
export function withEntry(
  values: Readonly<Record<string, unknown>>,
  name: string,
  value: unknown,
): Readonly<Record<string, unknown>> {
  const lower = name.toLowerCase()
  const spelled = Object.keys(values).find((key) => key.toLowerCase() === lower) ?? name
  return { ...values, [spelled]: value }
}

/** A number however it is written: in digits, in hexadecimal ones, in quotes or not. */
export function amount(value: unknown): string {
  const text = String(value).trim()
  return /^(\d+|0[xX][0-9a-fA-F]+)$/.test(text) ? BigInt(text).toString() : text
}

/** Hexadecimal digits in small letters, without "0x". */
export const bare = (text: string): string => text.toLowerCase().replace(/^0x/, '')
