import { isSatisfied, principalsOf, type Rule, type SignatureRule } from '../policy/rule.ts'
import type { ConfigChange } from './config-changes.ts'
import type { ConfigGroup } from './config-group.ts'
import { decodeRule } from './policy-reader.ts'

/** Administrators who must sign, so that one policy is satisfied. */
export interface Approval {
  /** Group of the policy: `Application`, `Orderer`, the path of one organization; empty for the channel. */
  readonly group: string
  /** Those whose signature counts, sorted. */
  readonly mspIds: readonly string[]
  /** Fewest of them that are enough. */
  readonly needed: number
  /** In full: which of them. */
  readonly condition: Condition
}

/** A policy with all that it refers to. Each signature policy looks at all signatures anew. */
type Condition = SignatureRule | { readonly kind: 'some'; readonly count: number; readonly of: readonly Condition[] }

/**
 * Whose administrators must sign a set of changes: the policies that guard what changes, as the channel has them now
 * (common/configtx/update.go, policyForItem; common/policies/implicitmeta.go). Needs all of them.
 */
export function approvalsFor(current: ConfigGroup, changes: readonly ConfigChange[]): readonly Approval[] {
  const policies = new Set(changes.map(({ guardedBy }) => guardedBy))
  const all = [...policies].flatMap((policy) => approvalsOf(current, policy))
  const unique = new Map(all.map((approval) => [`${approval.group} ${JSON.stringify(approval.condition)}`, approval]))
  return [...unique.values()].toSorted((a, b) => (a.group < b.group ? -1 : 1))
}

/** What nobody can satisfy: so Fabric treats a policy that is not there. */
const never: Condition = { kind: 'some', count: 1, of: [] }

/** Approvals for one policy by its path, /Channel/Application/Admins. One that wants all of several groups is one for each. */
function approvalsOf(channel: ConfigGroup, path: string): Approval[] {
  const groups = path.split('/').slice(2, -1)
  const name = path.slice(path.lastIndexOf('/') + 1)
  const group = groupAt(channel, groups)
  const condition = conditionOf(group, name)
  const rule = group && ruleOf(group, name)
  if (
    group !== undefined &&
    rule?.kind === 'implicit' &&
    condition.kind === 'some' &&
    condition.count === condition.of.length &&
    condition.of.some((part) => part.kind === 'some' && part !== never)
  )
    return [...group.groups.keys()].flatMap((part) =>
      approvalsOf(channel, ['/Channel', ...groups, part, rule.policy].join('/')),
    )
  return [{ group: groups.join('/'), mspIds: signersOf(condition), needed: fewest(condition), condition }]
}

function ruleOf(group: ConfigGroup, name: string): Rule | undefined {
  const policy = group.policies.get(name)
  return policy && decodeRule(policy.policy)
}

const groupAt = (channel: ConfigGroup, path: readonly string[]): ConfigGroup | undefined =>
  path.reduce<ConfigGroup | undefined>((group, name) => group?.groups.get(name), channel)

function conditionOf(group: ConfigGroup | undefined, name: string): Condition {
  const rule = group && ruleOf(group, name)
  if (group === undefined || rule === undefined) return never
  if (rule.kind !== 'implicit') return rule
  const of = [...group.groups.values()].map((inner) => conditionOf(inner, rule.policy))
  const counts = { ANY: 1, ALL: of.length, MAJORITY: Math.floor(of.length / 2) + 1 }
  return { kind: 'some', count: of.length === 0 ? 0 : counts[rule.quantity], of }
}

/** MSPs whose administrators can help. */
const signersOf = (condition: Condition): string[] => {
  if (condition.kind === 'some') return [...new Set(condition.of.flatMap(signersOf))].sort()
  const principals = principalsOf(condition).filter(({ role }) => role === 'admin' || role === 'member')
  return [...new Set(principals.map(({ mspId }) => mspId))].sort()
}

function fewest(condition: Condition): number {
  if (condition.kind === 'principal') return 1
  const parts = (condition.kind === 'some' ? condition.of : condition.rules).map(fewest).sort((a, b) => a - b)
  return parts.length < condition.count ? 1 : parts.slice(0, condition.count).reduce((sum, part) => sum + part, 0)
}

/** Approvals that administrators of these MSPs, one of each, do not give yet. */
export const missingApprovals = (approvals: readonly Approval[], signers: ReadonlySet<string>): readonly Approval[] =>
  approvals.filter(({ condition }) => !isMet(condition, signers))

function isMet(condition: Condition, signers: ReadonlySet<string>): boolean {
  if (condition.kind === 'some') return condition.of.filter((each) => isMet(each, signers)).length >= condition.count
  return isSatisfied(
    condition,
    [...signers].map((mspId) => ({ mspId, role: 'admin' })),
  )
}
