import { quorumOf } from '../consensus.ts'
import { principalsOf, type Rule, ruleText } from '../policy/rule.ts'
import type { ConfigGroup, ConfigPolicy } from './config-group.ts'
import { consensusOf, consentersIn } from './consenters.ts'
import { fingerprint, shortDigest } from './fingerprint.ts'
import { encodeRule, identitiesPolicy } from './policies.ts'
import { decodeRule } from './policy-reader.ts'

/** A policy of a configuration in words. What words do not tell apart has a digest with them. */
export function policyText(policy: ConfigPolicy | undefined, channel: ConfigGroup): string {
  if (policy === undefined) return 'none'
  const rule = decodeRule(policy.policy)
  if (rule === undefined) return `a policy of a kind that is not read here (${shortDigest(policy.policy)})`
  if (principalsOf(rule).some(({ certificate }) => certificate !== undefined))
    return certificatesText(rule, policy, channel)
  const text = ruleText(rule)
  return encodeRule(rule).equals(policy.policy) ? text : `${text} (${shortDigest(policy.policy)})`
}

/** BlockValidation of SmartBFT: so many of its consenters. Any other certificates are named. */
function certificatesText(rule: Rule, { policy }: ConfigPolicy, channel: ConfigGroup): string {
  const consenters = consensusOf(channel) === 'BFT' ? consentersIn(channel) : []
  const quorum = quorumOf('bft', consenters.length)
  if (identitiesPolicy(quorum, consenters).policy.equals(policy))
    return `signatures of ${quorum} of ${consenters.length} certificates`
  const named = principalsOf(rule).map(({ mspId, role, certificate }) =>
    certificate === undefined ? `'${mspId}.${role}'` : `${fingerprint(certificate)} of ${mspId}`,
  )
  const count = rule.kind === 'gate' ? rule.count : 1
  return `signatures of ${count} of the certificates ${named.join(', ')} (${shortDigest(policy)})`
}
