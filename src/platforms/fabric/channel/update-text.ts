import { compareTexts } from '../../../words.ts'
import type { ConfigGroup } from './config-group.ts'
import { consenterText } from './consenter-text.ts'
import { shortDigest } from './fingerprint.ts'
import { applicationOrganizationGroup, ordererOrganizationGroup } from './organizations.ts'
import { admins } from './policies.ts'
import { policyText } from './policy-text.ts'
import { applyUpdate, type UpdateSets } from './update.ts'
import { valueText } from './value-text.ts'

/** What an update changes, in words for those who are to sign it: `orderer4.example.com:15004 becomes a consenter`. */
export const describeUpdate = (current: ConfigGroup, sets: UpdateSets): readonly string[] =>
  describeConfigChange(current, applyUpdate({ sequence: 0, channel: current }, sets).channel)

/**
 * All in which two configurations of a channel differ, in words. Computed from the configurations themselves: whatever differs has a
 * line, if only with its path and a digest. Versions do not count. Throws MalformedMessage.
 */
export function describeConfigChange(before: ConfigGroup, after: ConfigGroup): readonly string[] {
  const consenters = consenterText(before, after)
  return [
    ...consenters,
    ...groupText({ before, after }, [], { before, after, areConsentersTold: consenters.length > 0 }),
  ]
}

interface Both {
  readonly before: ConfigGroup
  readonly after: ConfigGroup
}

interface Channels extends Both {
  readonly areConsentersTold: boolean
}

function groupText({ before, after }: Both, path: readonly string[], channels: Channels): string[] {
  const lines = [
    ...names(before.groups, after.groups).map(
      (name) => [name, inner(name, { before, after }, path, channels)] as const,
    ),
    ...names(before.values, after.values).map(
      (name) => [name, value(name, { before, after }, path, channels)] as const,
    ),
    ...names(before.policies, after.policies).map(
      (name) => [name, policy(name, { before, after }, path, channels)] as const,
    ),
  ]
  return [
    ...guardText(path.join('/') || 'the channel', before.modPolicy, after.modPolicy),
    ...lines.toSorted(([a], [b]) => compareTexts(a, b)).flatMap(([, words]) => words),
  ]
}

const names = (one: ReadonlyMap<string, unknown>, other: ReadonlyMap<string, unknown>): string[] =>
  [...new Set([...one.keys(), ...other.keys()])].sort()

const guardText = (what: string, before: string, after: string): string[] =>
  before === after ? [] : [`who changes ${what}: policy ${before || 'none'} → ${after || 'none'}`]

function inner(name: string, { before, after }: Both, path: readonly string[], channels: Channels): string[] {
  const [old, now] = [before.groups.get(name), after.groups.get(name)]
  if (old !== undefined && now !== undefined) return groupText({ before: old, after: now }, [...path, name], channels)
  const [section = name] = path
  const place = section === 'Application' ? 'the channel' : section === 'Orderer' ? 'ordering' : section
  const title =
    path.length === 0
      ? `group ${name} is ${now === undefined ? 'removed' : 'added'}`
      : `organization ${name} ${now === undefined ? 'leaves' : 'joins'} ${place}`
  if (now === undefined) return [title]
  // Of what joins, all is told but the policies that every organization has.
  return [title, ...groupText({ before: usual(section, name), after: now }, [...path, name], channels)]
}

/** What an organization has in any case. */
function usual(section: string, mspId: string): ConfigGroup {
  const msp = { mspId, authorities: [], tlsAuthorities: [] }
  const group =
    section === 'Orderer'
      ? ordererOrganizationGroup({ msp, endpoints: [] })
      : applicationOrganizationGroup({ msp, anchors: [] })
  return { ...group, values: new Map() }
}

function value(name: string, { before, after }: Both, path: readonly string[], channels: Channels): string[] {
  const [old, now] = [before.values.get(name), after.values.get(name)]
  const full = [...path, name].join('/')
  const guard = now === undefined ? [] : guardText(full, old?.modPolicy ?? admins, now.modPolicy)
  if (old !== undefined && now?.value.equals(old.value) === true) return guard
  const [was, is] = [old?.value ?? Buffer.alloc(0), now?.value ?? Buffer.alloc(0)]
  const words = valueText(name, was, is, path.at(-1) ?? 'the channel') ?? []
  const isTold = words.length > 0 || (channels.areConsentersTold && /^Orderer\/(ConsensusType|Orderers)$/.test(full))
  return [...(isTold ? words : [plain(full, old?.value, now?.value)]), ...guard]
}

function plain(path: string, before: Buffer | undefined, after: Buffer | undefined): string {
  if (after === undefined) return `value ${path} is removed`
  if (before === undefined) return `value ${path} is added (${shortDigest(after)})`
  return `value ${path} is changed (${shortDigest(before)} → ${shortDigest(after)})`
}

function policy(name: string, { before, after }: Both, path: readonly string[], channels: Channels): string[] {
  const [old, now] = [before.policies.get(name), after.policies.get(name)]
  const full = [...path, name].join('/')
  const guard = now === undefined ? [] : guardText(full, old?.modPolicy ?? admins, now.modPolicy)
  if (old !== undefined && now?.policy.equals(old.policy) === true) return guard
  return [`policy ${full}: ${policyText(old, channels.before)} → ${policyText(now, channels.after)}`, ...guard]
}
