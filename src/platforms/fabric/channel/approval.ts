import type { ConfigGroup } from './config-group.ts'
import type { ConfigChange } from './description.ts'

/** Organizations of a group of which so many must sign. */
export interface Approval {
  /** `Application`, `Orderer`, or the path of one organization. */
  readonly group: string
  readonly mspIds: readonly string[]
  readonly needed: number
}

/**
 * Whose administrators must sign a set of changes, when every element is guarded by `Admins`, as Chancery makes channels: a
 * majority of the organizations of the group; of both groups for what concerns the channel; the organization's own for its own.
 */
export function approvalsFor(current: ConfigGroup, changes: readonly ConfigChange[]): readonly Approval[] {
  const groups = new Set(
    changes.flatMap(({ guardedBy }) => (guardedBy === '' ? ['Application', 'Orderer'] : [guardedBy])),
  )
  // A majority of the channel's groups is both of them.
  return [...groups].sort().map((group) => {
    const [section = '', own] = group.split('/')
    const members = own === undefined ? [...(current.groups.get(section)?.groups.keys() ?? [])].sort() : [own]
    return { group, mspIds: members, needed: Math.floor(members.length / 2) + 1 }
  })
}

/** Approvals that these signers do not give yet. */
export const missingApprovals = (approvals: readonly Approval[], signers: ReadonlySet<string>): readonly Approval[] =>
  approvals.filter(({ mspIds, needed }) => mspIds.filter((mspId) => signers.has(mspId)).length < needed)
