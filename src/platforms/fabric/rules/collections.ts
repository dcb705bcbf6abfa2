import type { Path, Problem } from '../../../network/finding.ts'
import { isOrOfMembers, mspIdsOf } from '../policy/rule.ts'
import type { Collection } from '../schema.ts'
import { read } from './policy-text.ts'
import { error, warning } from './problem.ts'

/** Who has private data, and how many of them at least. */
export function ofCollection(
  collection: Collection,
  { known, present }: { readonly known: readonly string[]; readonly present: readonly string[] },
  path: Path,
): Problem[] {
  const { name, policy, requiredPeerCount, maxPeerCount } = collection
  const { rule, problems } = read(policy, known, [...path, 'policy'])
  const isOr = rule === undefined || isOrOfMembers(rule)
  return [
    ...problems,
    ...(isOr
      ? []
      : [
          error(
            'collection',
            `the policy of collection ${name} must be an OR of members`,
            "write OR('AlphaMSP.member', 'BetaMSP.member')",
            [...path, 'policy'],
          ),
        ]),
    // Fabric refuses the definition: core/chaincode/lifecycle/scc.go, validateCollectionConfigMemberOrgsPolicy.
    ...(rule === undefined || problems.length > 0 ? [] : mspIdsOf(rule))
      .filter((mspId) => !present.includes(mspId))
      .map((mspId) =>
        error(
          'collection',
          `collection ${name} is for ${mspId}, which is not in the channel`,
          'let it be a member first, or leave it out',
          [...path, 'policy'],
        ),
      ),
    ...(maxPeerCount < requiredPeerCount
      ? [
          error(
            'collection',
            `collection ${name}: maxPeerCount ${maxPeerCount} is below requiredPeerCount ${requiredPeerCount}`,
            'raise the one or lower the other',
            [...path, 'maxPeerCount'],
          ),
        ]
      : []),
    ...(['requiredPeerCount', 'blockToLive'] as const)
      .filter((field) => collection[field] < 0)
      .map((field) =>
        error('collection', `collection ${name}: ${field} must not be negative`, 'use 0 or more', [...path, field]),
      ),
    ...(requiredPeerCount === 0
      ? [
          warning(
            'collection',
            `collection ${name}: requiredPeerCount 0 lets data be lost with a single peer`,
            'ask for one more peer that has it',
            [...path, 'requiredPeerCount'],
          ),
        ]
      : []),
  ]
}
