import { fieldValues, readMessage } from './reader.ts'
import { concat } from './writer.ts'

/**
 * A message with other values for some of its fields. All else stays byte for byte, fields that are not known here too. A new
 * value is in the place of the first old one, or at the end.
 */
export function withFields(data: Buffer, replaced: ReadonlyMap<number, Uint8Array>): Buffer {
  const left = new Map(replaced)
  const parts = fieldValues(data).map(({ field, encoded }): Uint8Array => {
    if (!replaced.has(field)) return encoded
    const value = left.get(field) ?? Buffer.alloc(0)
    left.delete(field)
    return value
  })
  return concat(...parts, ...left.values())
}

/** Bytes of all values of a field, keys included. */
const encodedField = (data: Uint8Array, wanted: number): Buffer =>
  concat(
    ...fieldValues(data)
      .filter(({ field }) => field === wanted)
      .map(({ encoded }) => encoded),
  )

/** A message with the values that another one has in these fields. The same bytes where the values are the same. */
export function withFieldsOf(data: Buffer, other: Buffer, fields: readonly number[]): Buffer {
  const [one, two] = [readMessage(data), readMessage(other)]
  const differing = fields.filter((field) => one.trace(field) !== two.trace(field))
  return differing.length === 0
    ? data
    : withFields(data, new Map(differing.map((field) => [field, encodedField(other, field)])))
}
