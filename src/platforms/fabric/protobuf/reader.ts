/** A message as its fields: numbers of varint fields, bytes of the others, in the order in which they stand. */
export interface Fields {
  /** The last value, as protobuf wants it; 0 when it is absent. */
  number(field: number): number
  /** Undefined when it is absent. */
  bytes(field: number): Buffer | undefined
  text(field: number): string
  all(field: number): readonly Buffer[]
  /** Entries of a map from text to messages. */
  map(field: number): ReadonlyMap<string, Buffer>
  /** Numbers of the fields that it has, in order. */
  readonly present: readonly number[]
  /** Values of a field as a text that is the same for the same values only. */
  trace(field: number): string
  /** How often a field occurs. */
  count(field: number): number
}

/** Bytes that are no protobuf message. */
export class MalformedMessage extends Error {}

/** One value of a field, with all of its bytes. */
export interface FieldValue {
  readonly field: number
  readonly value: bigint | Buffer
  /** Key, length and value. */
  readonly encoded: Buffer
}

/** Values of all fields, in the order in which they stand. Throws MalformedMessage. */
export function fieldValues(data: Uint8Array): readonly FieldValue[] {
  const found: FieldValue[] = []
  let at = 0
  const varint = (): bigint => {
    for (let value = 0n, shift = 0n; ; shift += 7n) {
      const byte = data[at++]
      if (byte === undefined || shift > 63n) throw new MalformedMessage('a number has no end')
      value |= BigInt(byte & 0x7f) << shift
      if (byte < 0x80) return value
    }
  }
  const take = (length: number): Buffer => {
    if (at + length > data.length) throw new MalformedMessage('a field is longer than the message')
    at += length
    return Buffer.from(data.subarray(at - length, at))
  }
  while (at < data.length) {
    const begin = at
    const key = varint()
    const value = readValue(Number(key & 7n), varint, take)
    found.push({ field: Number(key >> 3n), value, encoded: Buffer.from(data.subarray(begin, at)) })
  }
  return found
}

/** Reads one level of a message; nested ones are read in turn. Throws MalformedMessage. */
export function readMessage(data: Uint8Array): Fields {
  const found = new Map<number, (bigint | Buffer)[]>()
  for (const { field, value } of fieldValues(data)) {
    const known = found.get(field)
    if (known === undefined) found.set(field, [value])
    else known.push(value)
  }
  const all = (field: number): Buffer[] => (found.get(field) ?? []).filter((value) => typeof value !== 'bigint')
  const bytes = (field: number): Buffer | undefined => all(field).at(-1)
  return {
    number: (field) => Number((found.get(field) ?? []).filter((value) => typeof value === 'bigint').at(-1) ?? 0n),
    bytes,
    text: (field) => bytes(field)?.toString('utf8') ?? '',
    all,
    map: (field) =>
      new Map(
        all(field).map((entry) => {
          const { text, bytes: value } = readMessage(entry)
          return [text(1), value(2) ?? Buffer.alloc(0)]
        }),
      ),
    present: [...found.keys()].sort((a, b) => a - b),
    trace: (field) =>
      (found.get(field) ?? [])
        .map((value) => (typeof value === 'bigint' ? String(value) : value.toString('base64url')))
        .join(' '),
    count: (field) => found.get(field)?.length ?? 0,
  }
}

function readValue(wireType: number, varint: () => bigint, take: (length: number) => Buffer): bigint | Buffer {
  if (wireType === 0) return varint()
  if (wireType === 2) return take(Number(varint()))
  if (wireType === 1) return take(8)
  if (wireType === 5) return take(4)
  throw new MalformedMessage(`there is no wire type ${wireType}`)
}
