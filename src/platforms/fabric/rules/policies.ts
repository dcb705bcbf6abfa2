import type { Path, Problem } from '../../../network/finding.ts'
import { didYouMean } from '../../../network/suggestion.ts'
import { type FabricNetwork, membersOf, partiesOf } from '../network.ts'
import { isProblem, parseRule } from '../policy/parse.ts'
import { canBeMet, impossibleGates, isOrOfMembers, mspIdsOf, type Rule } from '../policy/rule.ts'
import type { Chaincode, Collection } from '../schema.ts'
import { error, warning } from './problem.ts'

/** Policies that cannot be read, name nobody, or cannot be fulfilled. */
export function policyProblems(network: FabricNetwork): Problem[] {
  const known = [...partiesOf(network).values()].map(({ mspId }) => mspId)
  return [
    ...network.top.channels.flatMap(({ policies }, at) =>
      Object.entries(policies).flatMap(([name, text]) =>
        text === undefined ? [] : read(text, known, ['channels', at, 'policies', name]).problems,
      ),
    ),
    ...network.top.chaincodes.flatMap((chaincode, at) => ofChaincode(network, chaincode, known, ['chaincodes', at])),
  ]
}

function read(
  text: string,
  known: readonly string[],
  path: Path,
): { readonly rule?: Rule; readonly problems: Problem[] } {
  const rule = parseRule(text)
  if (isProblem(rule))
    return {
      problems: [
        error(
          'policy',
          `the policy "${text}" cannot be read: ${rule.message}, at character ${rule.column}`,
          "write a rule such as OR('AlphaMSP.peer', 'BetaMSP.peer') or MAJORITY Endorsement",
          path,
        ),
      ],
    }
  const strangers = mspIdsOf(rule).filter((mspId) => !known.includes(mspId))
  return {
    rule,
    problems: [
      ...strangers.map((mspId) =>
        error('policy', `the policy "${text}" names the unknown MSP ${mspId}`, didYouMean(mspId, known), path),
      ),
      ...impossibleGates(rule).map(({ count, rules }) =>
        error(
          'policy',
          `the policy "${text}" wants ${count} of only ${rules.length}`,
          'ask for fewer, or name more',
          path,
        ),
      ),
    ],
  }
}

function ofChaincode(network: FabricNetwork, chaincode: Chaincode, known: readonly string[], path: Path): Problem[] {
  const { endorsementPolicy } = chaincode
  return [
    // A text that begins with "/" refers to a policy of the channel.
    ...(endorsementPolicy === undefined || endorsementPolicy.startsWith('/')
      ? []
      : endorsement(network, chaincode, endorsementPolicy, known, [...path, 'endorsementPolicy'])),
    ...chaincode.collections.flatMap((collection, at) => ofCollection(collection, known, [...path, 'collections', at])),
  ]
}

function endorsement(
  network: FabricNetwork,
  chaincode: Chaincode,
  text: string,
  known: readonly string[],
  path: Path,
): Problem[] {
  const { rule, problems } = read(text, known, path)
  if (rule?.kind === 'implicit')
    return [
      error(
        'policy',
        `the endorsement policy "${text}" of ${chaincode.name} is no signature policy`,
        `name a policy of the channel by its path: /Channel/Application/${rule.policy}`,
        path,
      ),
    ]
  if (rule === undefined || problems.length > 0) return problems
  const channel = network.top.channels.find(({ name }) => name === chaincode.channel)
  if (channel === undefined) return []
  const parties = partiesOf(network)
  const endorsing = membersOf(network, channel).filter(({ peers }) => peers.length > 0)
  const present = endorsing.map(({ name }) => parties.get(name)?.mspId)
  if (canBeMet(rule, ({ mspId }) => present.includes(mspId))) return []
  const absent = mspIdsOf(rule).filter((mspId) => !present.includes(mspId))
  return [
    error(
      'endorsement',
      `nobody can fulfil the endorsement policy "${text}" of ${chaincode.name}: ${absent.join(', ')} ${absent.length === 1 ? 'has' : 'have'} no peer in channel ${channel.name}`,
      'let those organizations have peers in the channel, or ask others',
      path,
    ),
  ]
}

function ofCollection(collection: Collection, known: readonly string[], path: Path): Problem[] {
  const { name, policy, requiredPeerCount, maxPeerCount, blockToLive, endorsementPolicy } = collection
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
    ...(requiredPeerCount === 0 && blockToLive >= 0
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
