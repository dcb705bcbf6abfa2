import { isProblem, parseRule } from '../../policy/parse.ts'
import { principalsOf, type Rule, ruleText } from '../../policy/rule.ts'
import type { ConfigPolicy } from '../config-group.ts'
import { implicit } from '../policies.ts'
import { decodeRule } from '../policy-reader.ts'

/** Policies of the application, which a definition says, and their defaults. */
export const applicationPolicies: ReadonlyMap<string, Rule> = new Map([
  ['Readers', implicit('ANY', 'Readers')],
  ['Writers', implicit('ANY', 'Writers')],
  ['Admins', implicit('MAJORITY', 'Admins')],
  ['Endorsement', implicit('MAJORITY', 'Endorsement')],
  ['LifecycleEndorsement', implicit('MAJORITY', 'Endorsement')],
])

/** The rule of a policy as a definition can write it; undefined when it cannot. */
export function writtenRule(policy: Buffer): string | undefined {
  const rule = decodeRule(policy)
  if (rule === undefined || principalsOf(rule).some(({ certificate }) => certificate !== undefined)) return undefined
  const text = ruleText(rule)
  const parsed = parseRule(text)
  return !isProblem(parsed) && ruleText(parsed) === text ? text : undefined
}

/** What cannot be written, or is not there, stays until a definition says more than the default. */
export function mergePolicy(
  name: string,
  current: ConfigPolicy | undefined,
  desired: ConfigPolicy,
): ConfigPolicy | undefined {
  const wanted = writtenRule(desired.policy)
  const was = current === undefined ? undefined : writtenRule(current.policy)
  const otherwise = applicationPolicies.get(name)
  if (was === undefined ? otherwise !== undefined && wanted === ruleText(otherwise) : was === wanted) return current
  return current === undefined ? desired : { ...current, policy: desired.policy }
}
