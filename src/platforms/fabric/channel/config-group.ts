import { MalformedMessage, readMessage } from '../protobuf/reader.ts'
import { bytes, concat, map, message, number } from '../protobuf/writer.ts'

/**
 * A channel's configuration: a tree of groups. Every element has a version that counts its changes, and the policy that a
 * change of it has to satisfy. Fields as in fabric-protos, common/configtx.proto.
 */
export interface ConfigGroup {
  readonly version: number
  readonly groups: ReadonlyMap<string, ConfigGroup>
  readonly values: ReadonlyMap<string, ConfigValue>
  readonly policies: ReadonlyMap<string, ConfigPolicy>
  readonly modPolicy: string
}

export interface ConfigValue {
  readonly version: number
  readonly value: Buffer
  readonly modPolicy: string
}

export interface ConfigPolicy {
  readonly version: number
  /** common.Policy; empty where only the version counts, as in a read set. */
  readonly policy: Buffer
  readonly modPolicy: string
}

/** Configuration of a channel after so many updates. */
export interface ConfigState {
  readonly sequence: number
  readonly channel: ConfigGroup
}

/** Nothing, with a version: how a read set or a write set names what stays as it is. */
export const unchanged = (version: number): ConfigGroup => ({
  version,
  groups: new Map(),
  values: new Map(),
  policies: new Map(),
  modPolicy: '',
})

const each = <Value>(entries: ReadonlyMap<string, Value>, encode: (value: Value) => Buffer): Map<string, Buffer> =>
  new Map([...entries].map(([name, value]) => [name, encode(value)]))

export const encodeGroup = ({ version, groups, values, policies, modPolicy }: ConfigGroup): Buffer =>
  concat(
    number(1, version),
    map(2, each(groups, encodeGroup)),
    map(
      3,
      each(values, (value) => concat(number(1, value.version), bytes(2, value.value), bytes(3, value.modPolicy))),
    ),
    map(
      4,
      each(policies, (policy) =>
        concat(
          number(1, policy.version),
          ...(policy.policy.length === 0 ? [] : [message(2, policy.policy)]),
          bytes(3, policy.modPolicy),
        ),
      ),
    ),
    bytes(5, modPolicy),
  )

/** Groups in groups: a channel of Fabric has three levels. Deeper ones are nobody's channel. */
const mostLevels = 16

/** Reads common.ConfigGroup. Throws MalformedMessage. */
export function decodeGroup(data: Uint8Array, level = 1): ConfigGroup {
  if (level > mostLevels) throw new MalformedMessage(`groups are nested more than ${mostLevels} levels deep`)
  const fields = readMessage(data)
  const entries = <Value>(field: number, read: (value: Buffer) => Value): Map<string, Value> =>
    new Map([...fields.map(field)].map(([name, value]) => [name, read(value)]))
  return {
    version: fields.number(1),
    groups: entries(2, (group) => decodeGroup(group, level + 1)),
    values: entries(3, (value) => {
      const own = readMessage(value)
      return { version: own.number(1), value: own.bytes(2) ?? Buffer.alloc(0), modPolicy: own.text(3) }
    }),
    policies: entries(4, (value) => {
      const own = readMessage(value)
      return { version: own.number(1), policy: own.bytes(2) ?? Buffer.alloc(0), modPolicy: own.text(3) }
    }),
    modPolicy: fields.text(5),
  }
}
