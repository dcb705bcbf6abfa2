import type { Path, Problem } from '../../../network/finding.ts'
import { didYouMean } from '../../../network/suggestion.ts'
import { agreeing, listed } from '../../../words.ts'
import { error, warning } from '../../problem.ts'
import { definedPolicies } from '../defined-policies.ts'
import { channelPeers, endorsersOf } from '../endorsers.ts'
import { type FabricNetwork, membersOf } from '../network.ts'
import type { Condition } from '../policy/condition.ts'
import { policyTextOf } from '../policy/defaults.ts'
import { mspIdsOf, type SignatureRule } from '../policy/rule.ts'
import { canBeSigned, ownRoles, type Supply } from '../policy/supply.ts'
import type { Chaincode, Channel } from '../schema.ts'
import { pathsOf } from './acls.ts'
import { deadPrincipals } from './channel-policies.ts'
import { collectionProblems } from './collections.ts'
import { partiesIn } from './parties.ts'
import { read } from './policy-text.ts'
import { hasUnknown } from './references.ts'
import { shortfall } from './shortfall.ts'

interface Endorsement {
  /** Whose it is: a chaincode, or a collection of it. */
  readonly what: string
  readonly text: string
  readonly known: readonly string[]
  readonly path: Path
}

/** Endorsement policies of a chaincode and its collections, and who has the data of these. */
export function endorsementProblems(
  network: FabricNetwork,
  chaincode: Chaincode,
  known: readonly string[],
  path: Path,
): Problem[] {
  const { endorsementPolicy, name, collections } = chaincode
  const channel = network.top.channels.find((one) => one.name === chaincode.channel)
  const present = channel === undefined ? known : partiesIn(network, channel)
  const endorsed = (what: string, text: string | undefined, where: Path): Problem[] =>
    text === undefined ? [] : ofText(network, chaincode, channel, { what, text, known, path: where })
  return [
    ...endorsed(name, endorsementPolicy, [...path, 'endorsementPolicy']),
    ...(endorsementPolicy === undefined && channel !== undefined ? inherited(network, chaincode, channel, path) : []),
    ...collections.flatMap((collection, at) => {
      const own: Path = [...path, 'collections', at]
      return [
        ...collectionProblems(network, channel, { collection, chaincode, known, present, path: own }),
        ...endorsed(`collection ${collection.name}`, collection.endorsementPolicy, [...own, 'endorsementPolicy']),
      ]
    }),
  ]
}

function ofText(
  network: FabricNetwork,
  chaincode: Chaincode,
  channel: Channel | undefined,
  endorsement: Endorsement,
): Problem[] {
  const { what, text, known, path } = endorsement
  // A text that begins with "/" refers to a policy of the channel.
  if (text.startsWith('/')) return channel === undefined ? [] : ofReference(network, chaincode, channel, endorsement)
  const { rule, problems } = read(text, known, path)
  if (rule?.kind === 'implicit')
    return [
      error(
        'policy',
        `the endorsement policy "${text}" of ${what} is not a signature policy`,
        `name a policy of the channel by its path: /Channel/Application/${rule.policy}`,
        path,
      ),
    ]
  if (rule === undefined || problems.length > 0 || channel === undefined || !isKnown(network, channel, chaincode))
    return problems
  return ofRule(network, chaincode, channel, { ...endorsement, rule })
}

/** A member that is unknown or has no peer is reported at the channel, one that cannot run the chaincode where it is named. */
function isKnown(network: FabricNetwork, channel: Channel, { organizations = [] }: Chaincode): boolean {
  const members = membersOf(network, channel)
  return (
    !hasUnknown(network, channel) &&
    members.every(({ peers }) => peers.length > 0) &&
    organizations.every((name) => members.some((member) => member.name === name))
  )
}

function ofRule(
  network: FabricNetwork,
  chaincode: Chaincode,
  channel: Channel,
  { what, text, rule, path }: Endorsement & { readonly rule: SignatureRule },
): Problem[] {
  const [peers, running] = [channelPeers(network, channel), endorsersOf(network, channel, chaincode)]
  const problem = (reason: string, hint: string, where: Path): Problem[] => [
    error('endorsement', `nobody can satisfy the endorsement policy "${text}" of ${what}: ${reason}`, hint, where),
  ]
  if (!canBeSigned(rule, peers))
    return problem(
      shortfall(rule, peers, `in channel ${channel.name}`),
      'add peers of those organizations to the channel, or require others',
      path,
    )
  if (!canBeSigned(rule, running)) return tooFewRun(rule, chaincode, running, path, problem)
  const absent = mspIdsOf(rule).filter((mspId) => countOf(peers, mspId) === 0)
  return [
    ...deadPrincipals(rule, text, path),
    ...(absent.length === 0
      ? []
      : [
          warning(
            'endorsement',
            `the endorsement policy "${text}" of ${what} names ${listed(absent)}, which ${agreeing(absent.length, 'has', 'have')} no peer in channel ${channel.name}`,
            'remove it, unless it joins later',
            path,
          ),
        ]),
  ]
}

const countOf = (supply: Supply, mspId: string): number => ownRoles.reduce((sum, role) => sum + supply(mspId, role), 0)

/** Its peers could, but too few of them run the chaincode. */
function tooFewRun(
  rule: SignatureRule,
  chaincode: Chaincode,
  running: Supply,
  path: Path,
  problem: (reason: string, hint: string, where: Path) => Problem[],
): Problem[] {
  const idle = mspIdsOf(rule).filter((mspId) => countOf(running, mspId) === 0)
  return problem(
    `${listed(idle)} ${agreeing(idle.length, 'does', 'do')} not run it`,
    `add ${agreeing(idle.length, 'it', 'them')} to \`organizations\`, or require others`,
    chaincode.organizations === undefined ? path : [...path.slice(0, 2), 'organizations'],
  )
}

function ofReference(
  network: FabricNetwork,
  chaincode: Chaincode,
  channel: Channel,
  { what, text, path }: Endorsement,
): Problem[] {
  const paths = pathsOf(network, channel)
  if (!paths.includes(text))
    return [error('policy', `channel ${channel.name} has no policy ${text}`, didYouMean(text, paths), path)]
  if (!isKnown(network, channel, chaincode)) return []
  const condition = definedPolicies(network, channel)(text)
  if (canBeSigned(condition, endorsersOf(network, channel, chaincode))) return []
  return [
    error(
      'endorsement',
      `peers that run ${chaincode.name} cannot satisfy the endorsement policy ${text} of ${what}`,
      'use /Channel/Application/Endorsement, or add organizations that run the chaincode',
      canBeSigned(condition, channelPeers(network, channel)) && chaincode.organizations !== undefined
        ? [...path.slice(0, 2), 'organizations']
        : path,
    ),
  ]
}

/** Without a policy of its own a chaincode has that of the channel, which more may have to fulfil than run it. */
function inherited(network: FabricNetwork, chaincode: Chaincode, channel: Channel, path: Path): Problem[] {
  if (chaincode.organizations === undefined || !isKnown(network, channel, chaincode)) return []
  const condition: Condition = definedPolicies(network, channel)('/Channel/Application/Endorsement')
  const isPossible = canBeSigned(condition, channelPeers(network, channel))
  if (!isPossible || canBeSigned(condition, endorsersOf(network, channel, chaincode))) return []
  return [
    error(
      'endorsement',
      `nobody can endorse chaincode ${chaincode.name}: ${listed(chaincode.organizations)} alone cannot satisfy the policy of channel ${channel.name}, "${policyTextOf(channel, 'endorsement')}"`,
      'add organizations that run it, or set its endorsementPolicy',
      [...path, 'organizations'],
    ),
  ]
}
