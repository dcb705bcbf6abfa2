import type { Path, Problem } from '../../../network/finding.ts'
import { didYouMean } from '../../../network/suggestion.ts'
import { agreeing, listed } from '../../../words.ts'
import { error, warning } from '../../problem.ts'
import { definedPolicies } from '../defined-policies.ts'
import { channelPeers, onePeerEach } from '../endorsers.ts'
import { type FabricNetwork, membersOf } from '../network.ts'
import type { Condition } from '../policy/condition.ts'
import { canBeMet, mspIdsOf, principalsOf, type Rule, type SignatureRule } from '../policy/rule.ts'
import { canBeSigned, type Supply } from '../policy/supply.ts'
import type { Channel } from '../schema.ts'
import { partiesIn } from './parties.ts'
import { read } from './policy-text.ts'
import { hasUnknown } from './references.ts'
import { neverEndorses, neverPeer, shortfall } from './shortfall.ts'
import { submittingProblems } from './submitting.ts'

type PolicyName = keyof Channel['policies']

/** Policies of a channel: readable, of those who are in it, and such that somebody can satisfy them, but not everybody. */
export function channelPolicyProblems(
  network: FabricNetwork,
  channel: Channel,
  known: readonly string[],
  path: Path,
): Problem[] {
  const given = Object.entries(channel.policies) as [PolicyName, string | undefined][] // zod has no other keys
  return given.flatMap(([name, text]): Problem[] => {
    if (text === undefined) return []
    const own: Path = [...path, name]
    const { rule, problems } = read(text, known, own)
    if (rule === undefined || problems.length > 0) return problems
    const present = partiesIn(network, channel)
    const named =
      rule.kind === 'implicit' ? implicitProblems(text, rule.policy, own) : outsiders(rule, text, channel, present, own)
    if (named.some(({ severity }) => severity === 'error') || hasUnknown(network, channel)) return named
    return [...named, ...satisfied(network, channel, { name, text, rule, present, path: own })]
  })
}

/** Policies that every organization of a channel has (channel/organizations.ts). */
const ofOrganizations = ['Admins', 'Endorsement', 'Readers', 'Writers']

const implicitProblems = (text: string, policy: string, path: Path): Problem[] =>
  ofOrganizations.includes(policy)
    ? []
    : [
        error(
          'policy',
          `the policy "${text}" uses ${policy}, which organizations do not have`,
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
    : [error('policy', `${message}: nobody can satisfy it`, `it has ${listed(present)}`, path)]
}

interface ChannelPolicy {
  readonly name: PolicyName
  readonly text: string
  readonly rule: Rule
  /** MSP IDs of those who are in the channel. */
  readonly present: readonly string[]
  readonly path: Path
}

function satisfied(network: FabricNetwork, channel: Channel, policy: ChannelPolicy): Problem[] {
  const { name, text, present, path } = policy
  const condition = definedPolicies(network, channel)(`/Channel/Application/${capitalized(name)}`)
  switch (name) {
    case 'readers':
    case 'writers':
      return submittingProblems(network, channel, { name, text, condition, present, path })
    case 'admins':
      return administering(condition, policy)
    case 'endorsement':
      return endorsing(network, channel, policy, {
        condition,
        supply: channelPeers(network, channel),
        what: 'in the channel',
      })
    case 'lifecycleEndorsement':
      return endorsing(network, channel, policy, {
        condition,
        supply: onePeerEach(network, channel),
        what: 'that the Job asks when it commits a chaincode',
      })
  }
}

const capitalized = (name: string): string => name.charAt(0).toUpperCase() + name.slice(1)

/** Of an update of a channel, `chancery channel sign` keeps one signature of each organization, by an administrator. */
function administering(condition: Condition, { text, present, path }: ChannelPolicy): Problem[] {
  const administrators: Supply = (mspId, role) => (role === 'admin' && present.includes(mspId) ? 1 : 0)
  if (!canBeSigned(condition, administrators))
    return [
      error(
        'policy',
        `administrators cannot satisfy the policy "${text}": an update of a channel has one signature of each organization, by an administrator`,
        "use administrators, each organization once: OR('AlphaMSP.admin', 'BetaMSP.admin') or MAJORITY Admins",
        path,
      ),
    ]
  const others: Supply = (mspId, role) => (role !== 'admin' && present.includes(mspId) ? Number.POSITIVE_INFINITY : 0)
  if (!canBeSigned(condition, others)) return []
  return [
    warning(
      'policy',
      `the policy "${text}" needs no administrator: clients and nodes could change the channel`,
      "use the role admin, 'AlphaMSP.admin', or MAJORITY Admins",
      path,
    ),
  ]
}

interface Endorsing {
  readonly condition: Condition
  readonly supply: Supply
  /** Where, or which, peers are: `in the channel`. */
  readonly what: string
}

function endorsing(
  network: FabricNetwork,
  channel: Channel,
  { text, rule, path }: ChannelPolicy,
  { condition, supply, what }: Endorsing,
): Problem[] {
  // A member without a peer is reported at the channel.
  if (membersOf(network, channel).some(({ peers }) => peers.length === 0)) return []
  if (!canBeSigned(condition, supply)) {
    const reason =
      rule.kind === 'implicit' ? `no peer counts for ${rule.policy} of its organization` : shortfall(rule, supply, what)
    return [
      error(
        'endorsement',
        `nobody can satisfy the policy "${text}": ${reason}`,
        "require no more peers than exist: 'AlphaMSP.peer', or MAJORITY Endorsement",
        path,
      ),
    ]
  }
  return rule.kind === 'implicit' ? [] : deadPrincipals(rule, text, path)
}

/** Who is named and can never endorse, where others do. */
export function deadPrincipals(rule: SignatureRule, text: string, path: Path): Problem[] {
  const dead = principalsOf(rule).filter(neverPeer)
  return dead.length === 0
    ? []
    : [
        warning(
          'endorsement',
          `the policy "${text}" has a principal without effect: ${neverEndorses(dead)}`,
          `write '${dead[0]?.mspId}.peer', or remove it`,
          path,
        ),
      ]
}
