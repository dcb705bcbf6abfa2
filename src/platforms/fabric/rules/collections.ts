import type { Path, Problem } from '../../../network/finding.ts'
import { isOrOfMembers } from '../policy/rule.ts'
import type { Collection } from '../schema.ts'
import { read } from './policy-text.ts'
import { error, warning } from './problem.ts'

/** Who has private data, and how many of them at least. */
export function ofCollection(collection: Collection, known: readonly string[], path: Path): Problem[] {
  const { name, policy, requiredPeerCount, maxPeerCount, endorsementPolicy } = collection
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
    ...(endorsementPolicy === undefined ? [] : read(endorsementPolicy, known, [...path, 'endorsementPolicy']).problems),
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
