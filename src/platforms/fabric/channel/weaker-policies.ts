import { type Weakening, weakening, weakeningText } from '../policy/weakening.ts'
import { defaultAcls, readAcls } from './acls.ts'
import { conditionAt, conditionOf, ruleOf } from './conditions.ts'
import type { ConfigGroup } from './config-group.ts'

/** A policy, an access rule or a guard of a channel that somebody can satisfy who could not before. */
export interface WeakerPolicy {
  /** `policy Application/Admins`, `access to event/Block`, `who changes Application/ACLs` */
  readonly what: string
  readonly who: Weakening
}

/** All that is weaker in a configuration than in the one before it, in the order of the names. */
export const weakerPolicies = (before: ConfigGroup, after: ConfigGroup): readonly WeakerPolicy[] =>
  [...inGroup({ before, after }, [], { before, after }), ...weakerAcls(before, after)].toSorted((a, b) =>
    a.what < b.what ? -1 : 1,
  )

/** `policy Application/Admins: CarrierMSP alone` */
export const weakerPolicyText = ({ what, who }: WeakerPolicy): string => `${what}: ${weakeningText(who)}`

interface Both {
  readonly before: ConfigGroup
  readonly after: ConfigGroup
}

function inGroup(group: Both, path: readonly string[], channels: Both): WeakerPolicy[] {
  const inner = [...group.before.groups].flatMap(([name, before]): WeakerPolicy[] => {
    const after = group.after.groups.get(name)
    return after === undefined ? [] : inGroup({ before, after }, [...path, name], channels)
  })
  return [...ownPolicies(group, path), ...guards(group, path, channels), ...inner]
}

/** What only follows from policies below is reported for those. */
function ownPolicies({ before, after }: Both, path: readonly string[]): WeakerPolicy[] {
  const isSameMembership = [...before.groups.keys()].sort().join('\n') === [...after.groups.keys()].sort().join('\n')
  return [...after.policies].flatMap(([name, policy]): WeakerPolicy[] => {
    const what = `policy ${[...path, name].join('/')}`
    const isSame = before.policies.get(name)?.policy.equals(policy.policy) === true
    const rule = ruleOf(after, name)
    if (rule === undefined) return isSame ? [] : [{ what, who: { kind: 'unknown' } }]
    if (isSame && (isSameMembership || rule.kind !== 'implicit')) return []
    const who = weakening(conditionOf(before, name), conditionOf(after, name))
    if (who === undefined) return []
    // Those who join read and write: that is what they join for.
    const isPlain = isSame && /^(Readers|Writers)$/.test(name) && who.kind === 'sets'
    if (!isPlain) return [{ what, who }]
    const sets = who.sets.filter((set) => set.some((mspId) => before.groups.has(mspId)))
    return sets.length === 0 ? [] : [{ what, who: { kind: 'sets', sets } }]
  })
}

/** Policies that changes of values, policies and groups have to satisfy. */
function guards({ before, after }: Both, path: readonly string[], channels: Both): WeakerPolicy[] {
  const guard = (channel: ConfigGroup, modPolicy: string) =>
    conditionAt(channel, modPolicy.startsWith('/') ? modPolicy : ['/Channel', ...path, modPolicy].join('/'))
  const elements = [
    [path.join('/') || 'the channel', before.modPolicy, after.modPolicy],
    ...[...after.values, ...after.policies].map(([name, { modPolicy }]) => [
      [...path, name].join('/'),
      (before.values.get(name) ?? before.policies.get(name))?.modPolicy ?? modPolicy,
      modPolicy,
    ]),
  ] as const
  return elements.flatMap(([name = '', was = '', is = '']) => {
    const who = was === is ? undefined : weakening(guard(channels.before, was), guard(channels.after, is))
    return who === undefined ? [] : [{ what: `who changes ${name}`, who }]
  })
}

function weakerAcls(before: ConfigGroup, after: ConfigGroup): WeakerPolicy[] {
  const [old, now] = [readAcls(before), readAcls(after)]
  return [...new Set([...old.keys(), ...now.keys()])].flatMap((resource): WeakerPolicy[] => {
    const otherwise = defaultAcls.get(resource)
    const [was, is] = [old.get(resource) ?? otherwise, now.get(resource) ?? otherwise]
    if (was === undefined || is === undefined || was === is) return []
    const who = weakening(conditionAt(before, was), conditionAt(after, is))
    return who === undefined ? [] : [{ what: `access to ${resource} (${was} → ${is})`, who }]
  })
}
