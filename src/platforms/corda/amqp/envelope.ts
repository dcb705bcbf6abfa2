import { type AmqpValue, Described, readAmqp } from './reader.ts'

/** An object of Corda, with its fields by name; lists, bytes and plain values as they are. */
export type CordaValue = null | boolean | number | bigint | string | Uint8Array | readonly CordaValue[] | CordaObject

export interface CordaObject {
  readonly fields: ReadonlyMap<string, CordaValue>
}

/** `amqpMagic` in AMQPSerializationScheme.kt, then the SectionId for data that is not compressed, of Corda 4.12. */
const header = Buffer.from([...Buffer.from('corda'), 1, 0, 0])

/** Descriptors of AmqpDescriptorRegistry.kt: the high word is R3's number with IANA. */
const descriptors = { envelope: 0xc562_0000_0000_0001n, composite: 0xc562_0000_0000_0005n } as const

/**
 * Reads what Corda serialized: an envelope of the object, and of the schema with the names of its fields. Throws RangeError for anything
 * else.
 */
export function readEnvelope(bytes: Uint8Array): CordaValue {
  if (!Buffer.from(bytes.subarray(0, header.length)).equals(header)) throw new RangeError('it is nothing of Corda')
  const envelope = readAmqp(bytes.subarray(header.length))
  if (
    !(envelope instanceof Described) ||
    envelope.descriptor !== descriptors.envelope ||
    !Array.isArray(envelope.value)
  )
    throw new RangeError('it has no envelope')
  const [object = null, schema = null] = envelope.value as readonly AmqpValue[] // Array.isArray forgets the type of items
  return named(object, fieldsByDescriptor(schema))
}

/** Names of the fields of each type, in the order of its values, by its descriptor. */
function fieldsByDescriptor(schema: AmqpValue): ReadonlyMap<AmqpValue, readonly string[]> {
  const types = listOf(listOf(bare(schema))[0])
  return new Map(
    types.flatMap((type) => {
      if (!(type instanceof Described) || type.descriptor !== descriptors.composite) return []
      const [, , , descriptor, fields] = listOf(type.value) // name, label, provides
      const names = listOf(fields).map((field) => String(listOf(bare(field))[0]))
      return [[listOf(bare(descriptor))[0] ?? null, names]]
    }),
  )
}

function named(value: AmqpValue, fieldsOf: ReadonlyMap<AmqpValue, readonly string[]>): CordaValue {
  if (value instanceof Described) {
    const fields = fieldsOf.get(value.descriptor)
    if (fields === undefined) return named(value.value, fieldsOf) // a list or an enumeration
    const values = listOf(value.value)
    return { fields: new Map(fields.map((name, at) => [name, named(values[at] ?? null, fieldsOf)])) }
  }
  return isList(value) ? value.map((item) => named(item, fieldsOf)) : value
}

const bare = (value: AmqpValue | undefined): AmqpValue | undefined => (value instanceof Described ? value.value : value)

const isList = (value: AmqpValue | undefined): value is readonly AmqpValue[] => Array.isArray(value)

const listOf = (value: AmqpValue | undefined): readonly AmqpValue[] => (isList(value) ? value : [])
