import { type Condition, isMet, never } from '../policy/condition.ts'
import { principalsOf } from '../policy/rule.ts'
import { conditionOf, groupAt, ruleOf } from './conditions.ts'
import type { ConfigChange } from './config-changes.ts'
import type { ConfigGroup } from './config-group.ts'

/** Administrators who must sign, so that one policy is satisfied. */
export interface Approval {
  /** Group of the policy: `Application`, `Orderer`, the path of one organization; empty for the channel. */
  readonly group: string
  /** `/Channel/Application/Admins` */
  readonly policy: string
  /** Those whose signature counts, sorted. */
  readonly mspIds: readonly string[]
  /** Fewest of them that are enough. */
  readonly needed: number
  /** In full: which of them. */
  readonly condition: Condition
}

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

/** Approvals for one policy by its path, /Channel/Application/Admins. One that wants all of several groups is one for each. */
function approvalsOf(channel: ConfigGroup, path: string): Approval[] {
  const groups = path.split('/').slice(2, -1)
  const name = path.slice(path.lastIndexOf('/') + 1)
  const group = groupAt(channel, groups)
  const condition = conditionOf(group, name)
  const rule = ruleOf(group, name)
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
  return [{ group: groups.join('/'), policy: path, mspIds: signersOf(condition), needed: fewest(condition), condition }]
}

/** MSPs whose administrators can help. */
const signersOf = (condition: Condition): string[] => {
  if (condition.kind === 'some') return [...new Set(condition.of.flatMap(signersOf))].sort()
  const principals = principalsOf(condition).filter(
    ({ role, certificate }) => certificate === undefined && (role === 'admin' || role === 'member'),
  )
  return [...new Set(principals.map(({ mspId }) => mspId))].sort()
}

function fewest(condition: Condition): number {
  if (condition.kind === 'principal') return 1
  const parts = (condition.kind === 'some' ? condition.of : condition.rules).map(fewest).sort((a, b) => a - b)
  return parts.length < condition.count ? 1 : parts.slice(0, condition.count).reduce((sum, part) => sum + part, 0)
}

/** Approvals that administrators of these MSPs, one of each, do not give yet. */
export const missingApprovals = (approvals: readonly Approval[], signers: ReadonlySet<string>): readonly Approval[] =>
  approvals.filter(
    ({ condition }) =>
      !isMet(
        condition,
        [...signers].map((mspId) => ({ mspId, role: 'admin' })),
      ),
  )
