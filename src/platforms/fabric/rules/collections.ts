import { hasErrors, type Path, type Problem } from '../../../network/finding.ts'
import { counted, listed } from '../../../words.ts'
import { error, warning } from '../../problem.ts'
import { channelPeers, endorsersOf } from '../endorsers.ts'
import { type FabricNetwork, membersOf } from '../network.ts'
import { isProblem, parseRule } from '../policy/parse.ts'
import { isOrOfMembers, isSatisfied, mspIdsOf, principalsOf, type SignatureRule } from '../policy/rule.ts'
import type { Chaincode, Channel, Collection } from '../schema.ts'
import { partiesIn } from './parties.ts'
import { read } from './policy-text.ts'

export interface CollectionInput {
  readonly collection: Collection
  readonly chaincode: Chaincode
  /** MSP IDs of the network. */
  readonly known: readonly string[]
  /** Those of the channel. */
  readonly present: readonly string[]
  readonly path: Path
}

/** Who has private data, and how many of them at least. */
export function collectionProblems(
  network: FabricNetwork,
  channel: Channel | undefined,
  input: CollectionInput,
): Problem[] {
  const problems = ofCollection(input)
  const rule = parseRule(input.collection.policy)
  const isKnown = channel !== undefined && membersOf(network, channel).every(({ peers }) => peers.length > 0)
  if (!isKnown || hasErrors(problems) || isProblem(rule) || rule.kind === 'implicit') return problems
  return [...problems, ...holders(network, channel, input, rule), ...readersOf(input, rule)]
}

/** Peers that get the data: certificates of peers have to satisfy the policy alone (gossip/privdata/distributor.go). */
function holders(
  network: FabricNetwork,
  channel: Channel,
  { collection: { name, requiredPeerCount }, chaincode, path }: CollectionInput,
  rule: SignatureRule,
): Problem[] {
  const mspIds = mspIdsOf(rule)
  const without = mspIds.filter((mspId) => !isSatisfied(rule, [{ mspId, role: 'peer' }]))
  if (without.length > 0)
    return [
      error(
        'collection',
        `no peer of ${listed(without)} gets the data of collection ${name}: the policy names ${listed(
          principalsOf(rule)
            .filter(({ mspId }) => without.includes(mspId))
            .map(({ mspId, role }) => `'${mspId}.${role}'`),
        )}, which no peer is`,
        `write '${without[0]}.member'`,
        [...path, 'policy'],
      ),
    ]
  const [all, running] = [channelPeers(network, channel), endorsersOf(network, channel, chaincode)]
  const total = mspIds.reduce((sum, mspId) => sum + all(mspId, 'peer'), 0)
  // The endorser has the data anyway, and gives it to others. One that is not a member gives it to members only.
  const isEndorsedElsewhere = partiesIn(network, channel).some(
    (mspId) => !mspIds.includes(mspId) && running(mspId, 'peer') > 0,
  )
  const others = isEndorsedElsewhere ? total : total - 1
  if (requiredPeerCount <= others) return []
  return [
    error(
      'collection',
      `collection ${name} requires ${counted(requiredPeerCount, 'peer')} besides the endorsing one (requiredPeerCount), but its members have ${others === 0 ? 'no other' : `only ${others}`}`,
      others === 0
        ? 'add a peer of a member, or set requiredPeerCount to 0: the data is then lost with that peer'
        : `set it to ${others}, or add peers of its members`,
      [...path, 'requiredPeerCount'],
    ),
  ]
}

/** Clients are no members of a collection of peers: with memberOnlyRead and memberOnlyWrite they are refused. */
function readersOf(
  { collection: { name, memberOnlyRead, memberOnlyWrite }, path }: CollectionInput,
  rule: SignatureRule,
): Problem[] {
  const isOpen = (['client', 'admin'] as const).some((role) =>
    mspIdsOf(rule).some((mspId) => isSatisfied(rule, [{ mspId, role }])),
  )
  if (isOpen || !(memberOnlyRead || memberOnlyWrite)) return []
  return [
    warning(
      'collection',
      `no client can ${listed([...(memberOnlyRead ? ['read'] : []), ...(memberOnlyWrite ? ['write'] : [])])} private data of collection ${name}: its policy names peers only`,
      "write 'AlphaMSP.member' in place of 'AlphaMSP.peer', or set memberOnlyRead and memberOnlyWrite to false",
      [...path, 'policy'],
    ),
  ]
}

function ofCollection({ collection, known, present, path }: CollectionInput): Problem[] {
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
          `collection ${name} names ${mspId}, which is not in the channel`,
          'add it as a member first, or remove it',
          [...path, 'policy'],
        ),
      ),
    ...(maxPeerCount < requiredPeerCount
      ? [
          error(
            'collection',
            `collection ${name}: maxPeerCount ${maxPeerCount} is below requiredPeerCount ${requiredPeerCount}`,
            'raise maxPeerCount or lower requiredPeerCount',
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
            `collection ${name}: with requiredPeerCount 0, the loss of a single peer loses data`,
            'set requiredPeerCount to 1',
            [...path, 'requiredPeerCount'],
          ),
        ]
      : []),
  ]
}
