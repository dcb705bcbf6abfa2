import type { Path, Problem } from '../../../network/finding.ts'
import { organizationOf } from '../../../network/network.ts'
import { didYouMean } from '../../../network/suggestion.ts'
import { agreeing, listed } from '../../../words.ts'
import { consentersOf, type FabricNetwork, membersOf, partiesOf } from '../network.ts'
import { canBeMet, mspIdsOf, type SignatureRule } from '../policy/rule.ts'
import type { Chaincode, Channel } from '../schema.ts'
import { aclProblems, pathsOf } from './acls.ts'
import { ofCollection } from './collections.ts'
import { read } from './policy-text.ts'
import { error, warning } from './problem.ts'

/** Policies that cannot be read, name nobody, or cannot be fulfilled. */
export function policyProblems(network: FabricNetwork): Problem[] {
  const known = [...new Set([...partiesOf(network).values()].map(({ mspId }) => mspId))]
  return [
    ...network.top.channels.flatMap((channel, at) => [
      ...Object.entries(channel.policies).flatMap(([name, text]) =>
        text === undefined ? [] : ofChannel(network, channel, text, known, ['channels', at, 'policies', name]),
      ),
      ...aclProblems(network, channel, ['channels', at, 'acls']),
    ]),
    ...network.top.chaincodes.flatMap((chaincode, at) => ofChaincode(network, chaincode, known, ['chaincodes', at])),
  ]
}

/** MSP IDs of those who have a channel's ledger or order it. */
function partiesIn(network: FabricNetwork, channel: Channel): readonly string[] {
  const parties = partiesOf(network)
  const names = [
    ...membersOf(network, channel).map(({ name }) => name),
    ...consentersOf(network, channel).map(organizationOf),
  ]
  return [...new Set(names.flatMap((name) => parties.get(name)?.mspId ?? []))]
}

function ofChannel(
  network: FabricNetwork,
  channel: Channel,
  text: string,
  known: readonly string[],
  path: Path,
): Problem[] {
  const { rule, problems } = read(text, known, path)
  if (rule === undefined || problems.length > 0) return problems
  if (rule.kind === 'implicit') return implicitProblems(text, rule.policy, path)
  return outsiders(rule, text, channel, partiesIn(network, channel), path)
}

/** Policies that every organization of a channel has (channel/organizations.ts). */
const ofOrganizations = ['Admins', 'Endorsement', 'Readers', 'Writers']

const implicitProblems = (text: string, policy: string, path: Path): Problem[] =>
  ofOrganizations.includes(policy)
    ? []
    : [
        error(
          'policy',
          `the policy "${text}" asks for ${policy}, which organizations do not have`,
          didYouMean(policy, ofOrganizations),
          path,
        ),
      ]

/** Those who are named and take no part sign nothing; it is an error where nothing is left without them. */
function outsiders(
  rule: SignatureRule,
  text: string,
  { name }: Channel,
  present: readonly string[],
  path: Path,
): Problem[] {
  const absent = mspIdsOf(rule).filter((mspId) => !present.includes(mspId))
  if (absent.length === 0) return []
  const message = `the policy "${text}" names ${listed(absent)}, and channel ${name} has no such ${agreeing(absent.length, 'organization', 'organizations')}`
  return canBeMet(rule, ({ mspId }) => present.includes(mspId))
    ? [warning('policy', message, 'remove it, unless it is to join later', path)]
    : [error('policy', `${message}: nobody can fulfil it`, `it has ${listed(present)}`, path)]
}

function ofChaincode(network: FabricNetwork, chaincode: Chaincode, known: readonly string[], path: Path): Problem[] {
  const { endorsementPolicy, name, collections } = chaincode
  const endorsed = (what: string, text: string | undefined, where: Path): Problem[] => {
    if (text === undefined) return []
    // A text that begins with "/" refers to a policy of the channel.
    return text.startsWith('/')
      ? referenceProblems(network, chaincode, text, where)
      : endorsement(network, chaincode, { what, text, known, path: where })
  }
  const channel = network.top.channels.find((one) => one.name === chaincode.channel)
  const present = channel === undefined ? known : partiesIn(network, channel)
  return [
    ...endorsed(name, endorsementPolicy, [...path, 'endorsementPolicy']),
    ...collections.flatMap((collection, at) => {
      const own: Path = [...path, 'collections', at]
      return [
        ...ofCollection(collection, { known, present }, own),
        ...endorsed(`collection ${collection.name}`, collection.endorsementPolicy, [...own, 'endorsementPolicy']),
      ]
    }),
  ]
}

interface Endorsement {
  /** Whose it is: a chaincode, or a collection of it. */
  readonly what: string
  readonly text: string
  readonly known: readonly string[]
  readonly path: Path
}

function endorsement(
  network: FabricNetwork,
  chaincode: Chaincode,
  { what, text, known, path }: Endorsement,
): Problem[] {
  const { rule, problems } = read(text, known, path)
  if (rule?.kind === 'implicit')
    return [
      error(
        'policy',
        `the endorsement policy "${text}" of ${what} is no signature policy`,
        `name a policy of the channel by its path: /Channel/Application/${rule.policy}`,
        path,
      ),
    ]
  if (rule === undefined || problems.length > 0) return problems
  const channel = network.top.channels.find(({ name }) => name === chaincode.channel)
  if (channel === undefined) return []
  const parties = partiesOf(network)
  const endorsing = membersOf(network, channel).filter(({ peers }) => peers.length > 0)
  const present = endorsing.flatMap(({ name }) => parties.get(name)?.mspId ?? [])
  const absent = mspIdsOf(rule).filter((mspId) => !present.includes(mspId))
  // A member that is unknown or has no peer is told at the channel.
  if (absent.length === 0 || endorsing.length < channel.members.length) return []
  if (canBeMet(rule, ({ mspId }) => present.includes(mspId)))
    return [
      warning(
        'endorsement',
        `the endorsement policy "${text}" of ${what} names ${listed(absent)}, which ${agreeing(absent.length, 'has', 'have')} no peer in channel ${channel.name}`,
        'remove it, unless it is to join later',
        path,
      ),
    ]
  return [
    error(
      'endorsement',
      `nobody can fulfil the endorsement policy "${text}" of ${what}: ${absent.join(', ')} ${agreeing(absent.length, 'has', 'have')} no peer in channel ${channel.name}`,
      'let those organizations have peers in the channel, or ask others',
      path,
    ),
  ]
}

function referenceProblems(network: FabricNetwork, chaincode: Chaincode, text: string, path: Path): Problem[] {
  const channel = network.top.channels.find(({ name }) => name === chaincode.channel)
  if (channel === undefined) return []
  const paths = pathsOf(network, channel)
  return paths.includes(text)
    ? []
    : [error('policy', `channel ${channel.name} has no policy ${text}`, didYouMean(text, paths), path)]
}
