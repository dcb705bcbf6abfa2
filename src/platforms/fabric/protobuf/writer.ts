/**
 * The few parts of protobuf's wire format that Fabric's channel configuration needs
 * (https://protobuf.dev/programming-guides/encoding/). Written by hand because bytes must be the same everywhere, which
 * libraries promise for no map. Values that are zero or empty are left out, as proto3 does.
 */

const varint = (value: number | bigint): Buffer => {
  const bytes: number[] = []
  for (let rest = BigInt(value); ; ) {
    const low = Number(rest & 0x7fn)
    rest >>= 7n
    if (rest === 0n) return Buffer.from([...bytes, low])
    bytes.push(low | 0x80)
  }
}

const key = (field: number, wireType: 0 | 2): Buffer => varint((field << 3) | wireType)

export const concat = (...parts: readonly Uint8Array[]): Buffer => Buffer.concat(parts)

/** A number from 0 on, or a boolean. */
export const number = (field: number, value: number | boolean): Buffer =>
  Number(value) === 0 ? Buffer.alloc(0) : concat(key(field, 0), varint(Number(value)))

/** A number of a `oneof`: written when it is zero, too. */
export const numberOf = (field: number, value: number): Buffer => concat(key(field, 0), varint(value))

/** A message: written when it is empty, too, since an empty message is not an absent one. */
export const message = (field: number, ...parts: readonly Uint8Array[]): Buffer => {
  const body = concat(...parts)
  return concat(key(field, 2), varint(body.length), body)
}

/** Text or bytes. */
export const bytes = (field: number, value: string | Uint8Array): Buffer => {
  const body = typeof value === 'string' ? Buffer.from(value) : value
  return body.length === 0 ? Buffer.alloc(0) : message(field, body)
}

export const repeated = (field: number, values: readonly (string | Uint8Array)[]): Buffer =>
  concat(...values.map((value) => message(field, typeof value === 'string' ? Buffer.from(value) : value)))

/** A map from text to messages, in the order of its keys: Go's deterministic marshalling does the same. */
export const map = (field: number, entries: ReadonlyMap<string, Uint8Array>): Buffer =>
  concat(
    ...[...entries]
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([name, value]) => message(field, bytes(1, name), message(2, value))),
  )
