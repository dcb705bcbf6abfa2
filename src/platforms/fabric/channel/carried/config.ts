import { highestCapability, noCapability } from '../capabilities.ts'
import type { ConfigGroup, ConfigPolicy, ConfigValue } from '../config-group.ts'
import type { IsIssuedBy } from '../consenter-owner.ts'
import { consensusOf } from '../consenters.ts'
import { mspIdIn } from '../msp.ts'
import { addressesOf, hasConsenter, mergeEndpoints, mergeGlobalAddresses, mergeMsp } from './organizations.ts'
import { mergePolicy } from './policies.ts'
import { kept, saidByAbsence, valueMerges } from './values.ts'

/** The configurations of a channel that began without Chancery. */
export interface Carried {
  /** As it was adopted or imported last: what is in there and in no definition, stays. */
  readonly baseline: ConfigGroup
  /** As it is now. */
  readonly current: ConfigGroup
  /** As Chancery would write it from the definition alone. */
  readonly desired: ConfigGroup
  /** Organizations whose orderers go stay until an update after the next one. */
  readonly keepsOrdererOrganizations: boolean
  readonly isIssuedBy: IsIssuedBy
}

/**
 * The configuration that a channel should have: what the definition says differently is replaced, all else stays byte for byte,
 * with its guards (mod_policy). Policies of the channel, of ordering and of its organizations are not said by a definition.
 */
export function carriedConfig(carried: Carried): ConfigGroup {
  const { current, desired } = carried
  const values = mergeValues(current, desired)
  const addresses = values.get('OrdererAddresses')
  if (addresses !== undefined) values.set('OrdererAddresses', mergeGlobalAddresses(addresses, desired, current))
  const groups = new Map(current.groups)
  for (const [name, section] of desired.groups) {
    const old = current.groups.get(name)
    groups.set(name, old === undefined ? section : mergeSection(name, old, section, carried))
  }
  return { ...current, values, groups }
}

function mergeSection(name: string, current: ConfigGroup, desired: ConfigGroup, carried: Carried): ConfigGroup {
  const values = mergeValues(current, desired)
  const policies = name === 'Application' ? applicationPoliciesOf(current, desired) : new Map(current.policies)
  const validation = desired.policies.get('BlockValidation')
  if (name === 'Orderer' && validation !== undefined && needsOtherSigners({ current, values }, carried))
    policies.set('BlockValidation', {
      ...(current.policies.get('BlockValidation') ?? validation),
      policy: validation.policy,
    })
  return { ...current, values, policies, groups: mergeOrganizations(name, current, desired, carried) }
}

/** Who signs blocks follows from the consenters, of SmartBFT only. */
function needsOtherSigners(
  { current, values }: { readonly current: ConfigGroup; readonly values: ReadonlyMap<string, ConfigValue> },
  { current: channel, desired }: Carried,
): boolean {
  if (consensusOf(desired) !== 'BFT') return consensusOf(channel) === 'BFT'
  const [was, is] = [current.values.get('Orderers')?.value, values.get('Orderers')?.value]
  return was === undefined || is?.equals(was) !== true
}

function applicationPoliciesOf(current: ConfigGroup, desired: ConfigGroup): Map<string, ConfigPolicy> {
  const policies = new Map(current.policies)
  for (const [name, wanted] of desired.policies) {
    const merged = mergePolicy(name, current.policies.get(name), wanted)
    if (merged !== undefined) policies.set(name, merged)
  }
  return policies
}

/** Values of a group, but for those of organizations. */
function mergeValues(current: ConfigGroup, desired: ConfigGroup): Map<string, ConfigValue> {
  const values = new Map(current.values)
  for (const name of saidByAbsence)
    if (!desired.values.has(name) && (values.get(name)?.value.length ?? 0) > 0) values.delete(name)
  for (const [name, wanted] of desired.values) {
    const old = current.values.get(name)
    const merge = valueMerges.get(name)
    if (old !== undefined) values.set(name, { ...old, value: (merge ?? kept)(old.value, wanted.value) })
    else if (merge !== undefined && !saysNothing(name, wanted.value)) values.set(name, wanted)
  }
  return values
}

const saysNothing = (name: string, value: Buffer): boolean =>
  name === 'Capabilities' && highestCapability(value) === noCapability

/** Organizations are found by the names of their MSPs: keys of their groups may be other names. */
function mergeOrganizations(
  section: string,
  current: ConfigGroup,
  desired: ConfigGroup,
  carried: Carried,
): Map<string, ConfigGroup> {
  const left = new Map([...desired.groups].map(([name, group]) => [mspIdIn(group) ?? name, group]))
  const groups = new Map<string, ConfigGroup>()
  for (const [key, group] of current.groups) {
    const mspId = mspIdIn(group)
    const wanted = mspId === undefined ? undefined : left.get(mspId)
    if (mspId !== undefined && wanted !== undefined) {
      left.delete(mspId)
      groups.set(key, mergeOrganization(group, wanted, carried))
    } else if (stays(section, key, group, carried)) groups.set(key, group)
  }
  for (const [mspId, group] of left) groups.set(mspId, group)
  return groups
}

function mergeOrganization(current: ConfigGroup, desired: ConfigGroup, channels: Carried): ConfigGroup {
  const values = mergeValues(current, desired)
  const [msp, wanted] = [current.values.get('MSP'), desired.values.get('MSP')]
  if (msp !== undefined && wanted !== undefined) values.set('MSP', { ...msp, value: mergeMsp(msp.value, wanted.value) })
  if (desired.values.has('Endpoints')) {
    const endpoints = mergeEndpoints(
      current.values.get('Endpoints'),
      desired.values.get('Endpoints'),
      channels.current,
      addressesOf(channels.current, channels.desired),
    )
    if (endpoints !== undefined) values.set('Endpoints', endpoints)
  }
  return { ...current, values }
}

/**
 * Whether an organization stays that no definition has as a member or with consenters: one of another kind of MSP, or one that
 * takes part in ordering without a consenter.
 */
function stays(section: string, key: string, group: ConfigGroup, carried: Carried): boolean {
  if (mspIdIn(group) === undefined) return true
  if (section !== 'Orderer') return false
  if (carried.keepsOrdererOrganizations) return true
  const before = carried.baseline.groups.get(section)?.groups.get(key)
  return before !== undefined && !hasConsenter(before, carried.baseline, carried.isIssuedBy)
}
