import { readMessage } from '../protobuf/reader.ts'
import { bytes, concat, message } from '../protobuf/writer.ts'
import {
  type ConfigGroup,
  type ConfigPolicy,
  type ConfigState,
  type ConfigValue,
  decodeGroup,
  encodeGroup,
  unchanged,
} from './config-group.ts'

/** What a ConfigUpdate reads (with versions, so that it fits one state only) and what it writes. */
export interface UpdateSets {
  readonly read: ConfigGroup
  readonly write: ConfigGroup
}

/**
 * The smallest update that leads from one configuration to another; undefined when they are the same. As `configtxlator
 * compute_update` finds it: internal/configtxlator/update/update.go.
 */
export function updateSets(current: ConfigGroup, desired: ConfigGroup): UpdateSets | undefined {
  const { read, write, changed } = groupUpdate(current, desired)
  return changed ? { read, write } : undefined
}

/** common.ConfigUpdate */
export const encodeUpdate = (channel: string, { read, write }: UpdateSets): Buffer =>
  concat(bytes(1, channel), message(2, encodeGroup(read)), message(3, encodeGroup(write)))

/** Reads common.ConfigUpdate. Throws MalformedMessage. */
export function decodeUpdate(update: Uint8Array): UpdateSets & { readonly channel: string } {
  const { text, bytes: part } = readMessage(update)
  const group = (field: number): ConfigGroup => decodeGroup(part(field) ?? Buffer.alloc(0))
  return { channel: text(1), read: group(2), write: group(3) }
}

interface Sets<Item> {
  readonly read: Map<string, Item>
  readonly write: Map<string, Item>
  /** Those that stay as they are: named when their group gets or loses a member. */
  readonly same: Map<string, Item>
  /** One came or went. */
  readonly members: boolean
}

interface GroupUpdate extends UpdateSets {
  readonly changed: boolean
}

function groupUpdate(current: ConfigGroup, desired: ConfigGroup): GroupUpdate {
  const policies = leafUpdates(current.policies, desired.policies, isSamePolicy, ({ version }) => ({
    version,
    policy: Buffer.alloc(0),
    modPolicy: '',
  }))
  const values = leafUpdates(current.values, desired.values, isSameValue, ({ version }) => ({
    version,
    value: Buffer.alloc(0),
    modPolicy: '',
  }))
  const groups = groupUpdates(current.groups, desired.groups)
  const { version } = current
  const members = policies.members || values.members || groups.members || current.modPolicy !== desired.modPolicy
  if (!members) {
    const all = [policies, values, groups] as const
    const changed = all.some(({ read, write }) => read.size > 0 || write.size > 0)
    if (!changed) return { read: unchanged(version), write: unchanged(version), changed }
    return {
      read: { version, policies: policies.read, values: values.read, groups: groups.read, modPolicy: '' },
      write: { version, policies: policies.write, values: values.write, groups: groups.write, modPolicy: '' },
      changed,
    }
  }
  return {
    read: {
      version,
      policies: new Map([...policies.read, ...policies.same]),
      values: new Map([...values.read, ...values.same]),
      groups: new Map([...groups.read, ...groups.same]),
      modPolicy: '',
    },
    write: {
      version: version + 1,
      policies: new Map([...policies.write, ...policies.same]),
      values: new Map([...values.write, ...values.same]),
      groups: new Map([...groups.write, ...groups.same]),
      modPolicy: desired.modPolicy,
    },
    changed: true,
  }
}

function leafUpdates<Item extends ConfigValue | ConfigPolicy>(
  current: ReadonlyMap<string, Item>,
  desired: ReadonlyMap<string, Item>,
  isSame: (one: Item, other: Item) => boolean,
  reference: (item: Item) => Item,
): Sets<Item> {
  const sets = { read: new Map<string, Item>(), write: new Map<string, Item>(), same: new Map<string, Item>() }
  for (const [name, item] of current) {
    const wanted = desired.get(name)
    if (wanted === undefined) continue
    if (isSame(item, wanted)) sets.same.set(name, reference(item))
    else sets.write.set(name, { ...wanted, version: item.version + 1 })
  }
  for (const [name, item] of desired) if (!current.has(name)) sets.write.set(name, { ...item, version: 0 })
  return { ...sets, members: haveOtherMembers(current, desired) }
}

function groupUpdates(
  current: ReadonlyMap<string, ConfigGroup>,
  desired: ReadonlyMap<string, ConfigGroup>,
): Sets<ConfigGroup> {
  const sets = {
    read: new Map<string, ConfigGroup>(),
    write: new Map<string, ConfigGroup>(),
    same: new Map<string, ConfigGroup>(),
  }
  for (const [name, group] of current) {
    const wanted = desired.get(name)
    if (wanted === undefined) continue
    const { read, write, changed } = groupUpdate(group, wanted)
    if (!changed) sets.same.set(name, read)
    else {
      sets.read.set(name, read)
      sets.write.set(name, write)
    }
  }
  for (const [name, group] of desired) if (!current.has(name)) sets.write.set(name, withVersionZero(group))
  return { ...sets, members: haveOtherMembers(current, desired) }
}

const haveOtherMembers = (current: ReadonlyMap<string, unknown>, desired: ReadonlyMap<string, unknown>): boolean =>
  current.size !== desired.size || [...desired.keys()].some((name) => !current.has(name))

/** What is new begins at 0, with all that it holds. */
function withVersionZero(group: ConfigGroup): ConfigGroup {
  const reset = <Item extends { readonly version: number }>(items: ReadonlyMap<string, Item>): Map<string, Item> =>
    new Map([...items].map(([name, item]) => [name, { ...item, version: 0 }]))
  return {
    ...group,
    version: 0,
    values: reset(group.values),
    policies: reset(group.policies),
    groups: new Map([...group.groups].map(([name, inner]) => [name, withVersionZero(inner)])),
  }
}

const isSameValue = (one: ConfigValue, other: ConfigValue): boolean =>
  one.modPolicy === other.modPolicy && one.value.equals(other.value)

const isSamePolicy = (one: ConfigPolicy, other: ConfigPolicy): boolean =>
  one.modPolicy === other.modPolicy && one.policy.equals(other.policy)

/**
 * The state after an update: what Fabric makes of it when it is valid (common/configtx/update.go, configmap.go). What a group
 * does not have yet it gets only together with a new version of the group.
 */
export const applyUpdate = ({ sequence, channel }: ConfigState, { write }: UpdateSets): ConfigState => ({
  sequence: sequence + 1,
  channel: applyGroup(channel, write),
})

function applyGroup(current: ConfigGroup, write: ConfigGroup): ConfigGroup {
  const isChanged = write.version > current.version
  const leaves = <Item extends { readonly version: number }>(
    old: ReadonlyMap<string, Item>,
    written: ReadonlyMap<string, Item>,
  ): Map<string, Item> => {
    const after = new Map(isChanged ? [] : old)
    for (const [name, item] of written) {
      const known = old.get(name)
      if (known === undefined ? isChanged : item.version > known.version) after.set(name, item)
      else if (known !== undefined) after.set(name, known)
    }
    return after
  }
  const groups = new Map(isChanged ? [] : current.groups)
  for (const [name, group] of write.groups) {
    const known = current.groups.get(name)
    if (known !== undefined) groups.set(name, applyGroup(known, group))
    else if (isChanged) groups.set(name, group)
  }
  return {
    version: Math.max(current.version, write.version),
    groups,
    values: leaves(current.values, write.values),
    policies: leaves(current.policies, write.policies),
    modPolicy: isChanged ? write.modPolicy : current.modPolicy,
  }
}
