import { type Condition, never } from '../policy/condition.ts'
import type { Rule } from '../policy/rule.ts'
import type { ConfigGroup } from './config-group.ts'
import { decodeRule } from './policy-reader.ts'

/** A group of a configuration by its path from the channel: ['Application', 'CarrierMSP']. */
export const groupAt = (channel: ConfigGroup, path: readonly string[]): ConfigGroup | undefined =>
  path.reduce<ConfigGroup | undefined>((group, name) => group?.groups.get(name), channel)

/** The rule of a policy of a group; undefined when it does not exist or is of a kind that is not read. */
export function ruleOf(group: ConfigGroup | undefined, name: string): Rule | undefined {
  const policy = group?.policies.get(name)
  return policy && decodeRule(policy.policy)
}

/** A policy of a group with all that it refers to: common/policies/implicitmeta.go. */
export function conditionOf(group: ConfigGroup | undefined, name: string): Condition {
  const rule = ruleOf(group, name)
  if (group === undefined || rule === undefined) return never
  if (rule.kind !== 'implicit') return rule
  const of = [...group.groups.values()].map((inner) => conditionOf(inner, rule.policy))
  const counts = { ANY: 1, ALL: of.length, MAJORITY: Math.floor(of.length / 2) + 1 }
  return { kind: 'some', count: of.length === 0 ? 0 : counts[rule.quantity], of }
}

/** A policy by its path: /Channel/Application/Admins. */
export function conditionAt(channel: ConfigGroup, path: string): Condition {
  const names = path.split('/').slice(2)
  return conditionOf(groupAt(channel, names.slice(0, -1)), names.at(-1) ?? '')
}
