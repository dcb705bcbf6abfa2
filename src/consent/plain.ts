/** Values that YAML and JSON have. */
export type Plain = null | string | number | boolean | readonly Plain[] | { readonly [key: string]: Plain }

/** A mapping as plain values: keys sorted, absent values left out, large numbers as text. */
export const plain = (value: object): Readonly<Record<string, Plain>> =>
  Object.fromEntries(
    Object.entries(value)
      .filter(([, item]) => item !== undefined)
      .map(([key, item]): [string, Plain] => [key, plainValue(item)])
      .sort(([a], [b]) => (a < b ? -1 : 1)),
  )

function plainValue(value: unknown): Plain {
  if (value === null || typeof value === 'string' || typeof value === 'boolean' || typeof value === 'number')
    return value
  if (Array.isArray(value)) return value.map(plainValue)
  return typeof value === 'object' ? plain(value) : String(value)
}

export const samePlain = (one: object, other: object): boolean =>
  JSON.stringify(plain(one)) === JSON.stringify(plain(other))

export const isPlainMapping = (value: Plain | undefined): value is { readonly [key: string]: Plain } =>
  typeof value === 'object' && value !== null && !Array.isArray(value)
