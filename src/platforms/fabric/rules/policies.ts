import type { Path, Problem } from '../../../network/finding.ts'
import { warning } from '../../problem.ts'
import { type FabricNetwork, partiesOf } from '../network.ts'
import { isProblem, parseRule } from '../policy/parse.ts'
import { repeatedInOr, ruleText } from '../policy/rule.ts'
import type { Channel } from '../schema.ts'
import { aclProblems } from './acls.ts'
import { channelPolicyProblems } from './channel-policies.ts'
import { endorsementProblems } from './endorsement.ts'

/** Policies that cannot be read, name nobody, or that nobody or everybody can fulfil. */
export function policyProblems(network: FabricNetwork): Problem[] {
  const known = [...new Set([...partiesOf(network).values()].map(({ mspId }) => mspId))]
  return [
    ...network.top.channels.flatMap((channel, at) => {
      const path: Path = ['channels', at]
      const found = [
        ...channelPolicyProblems(network, channel, known, [...path, 'policies']),
        ...aclProblems(network, channel, [...path, 'acls']),
      ]
      return channel.adopted ? found.map((problem) => ofAdopted(channel, problem)) : found
    }),
    ...network.top.chaincodes.flatMap((chaincode, at) =>
      endorsementProblems(network, chaincode, known, ['chaincodes', at]),
    ),
    ...repetitions(network),
  ]
}

/** A channel that runs may have policies which others name, for example. Only what cannot be read is an error. */
function ofAdopted({ policies }: Channel, problem: Problem): Problem {
  const texts = Object.values(policies).filter((text) => text !== undefined)
  const isReadable = texts.every((text) => !isProblem(parseRule(text)))
  return problem.severity === 'error' && isReadable ? { ...problem, severity: 'warning' } : problem
}

/** All policies that are written as rules, with their places. */
const texts = ({ top }: FabricNetwork): readonly (readonly [string | undefined, Path])[] => [
  ...top.channels.flatMap(({ policies }, at) =>
    Object.entries(policies).map(([name, text]) => [text, ['channels', at, 'policies', name]] as const),
  ),
  ...top.chaincodes.flatMap(({ endorsementPolicy, collections }, at) => [
    [endorsementPolicy, ['chaincodes', at, 'endorsementPolicy']] as const,
    ...collections.flatMap((collection, index) => {
      const path: Path = ['chaincodes', at, 'collections', index]
      return [
        [collection.policy, [...path, 'policy']] as const,
        [collection.endorsementPolicy, [...path, 'endorsementPolicy']] as const,
      ]
    }),
  ]),
]

const repetitions = (network: FabricNetwork): Problem[] =>
  texts(network).flatMap(([text, path]) => {
    const rule = text === undefined || text.startsWith('/') ? undefined : parseRule(text)
    if (rule === undefined || isProblem(rule)) return []
    return [...new Set(repeatedInOr(rule).map(ruleText))].map((name) =>
      warning(
        'policy',
        `the policy "${text}" contains ${name} twice in an OR, without effect`,
        'remove one; for two certificates write AND or OutOf',
        path,
      ),
    )
  })
