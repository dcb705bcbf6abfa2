import { groupBy } from '../../../group-by.ts'
import { nodeId } from '../../../network/network.ts'
import { counted, listed } from '../../../words.ts'
import { bad, type Verdict } from '../../health.ts'
import { membershipVerdicts } from '../health/membership.ts'
import { jobName } from '../jobs/name.ts'
import { channelsOf, type FabricNetwork, mspIdOf, runnersOf } from '../network.ts'
import type { PeerQuestion } from './questions.ts'
import { jsonIn, type Reply, reasonOf } from './replies.ts'

type Committed = Extract<PeerQuestion, { kind: 'committed' }>

/** Channels and chaincodes as the peers of one organization report them to its administrator. */
export function peerVerdicts(
  network: FabricNetwork,
  questions: readonly PeerQuestion[],
  replies: ReadonlyMap<number, Reply>,
): readonly Verdict[] {
  const asked = questions.map((question, number) => ({ question, reply: replies.get(number) }))
  const byNode = groupBy(asked, ({ question }) => question.node)
  const definitions = asked.flatMap(({ question, reply }) =>
    question.kind === 'committed' && reply !== undefined ? [{ question, reply }] : [],
  )
  const byChaincode = groupBy(definitions, ({ question }) => question.chaincode)
  return [
    ...[...byNode].flatMap(([node, [first, ...others]]): readonly Verdict[] => {
      const id = nodeId(node)
      if (first.reply === undefined) return [bad(`${id} was not asked`, 'the Job ended before: run this again')]
      if (first.reply.status !== 0)
        return [bad(`${id} does not answer its administrator: ${reasonOf(first.reply)}`, advice(reasonOf(first.reply)))]
      // The first line is a heading.
      const joined = new Set(first.reply.out.split('\n').slice(1))
      const silent = others.filter(({ question, reply }) => question.kind === 'height' && reply?.status !== 0)
      return [
        ...channelsOf(network, node)
          .filter(({ name }) => !joined.has(name))
          .flatMap((channel) =>
            membershipVerdicts(channel, [{ node, id, seconds: 0, answers: true, before: undefined, now: undefined }]),
          ),
        ...silent.flatMap(({ question, reply }) =>
          question.kind === 'height' && joined.has(question.channel.name)
            ? [
                bad(
                  `${id} does not report the height of channel ${question.channel.name}: ${reply === undefined ? 'not asked' : reasonOf(reply)}`,
                  `read its log: chancery logs ${id}`,
                ),
              ]
            : [],
        ),
      ]
    }),
    ...[...byChaincode.values()].flatMap((answers) => chaincodeVerdicts(network, answers)),
  ]
}

const advice = (reason: string): string =>
  /access denied|creator|identity|certificate/i.test(reason)
    ? 'the peer does not accept the certificate of the administrator: chancery validate, and the log of the peer'
    : 'check its pod, and the network policy of Jobs'

/** `querycommitted --output json`: QueryChaincodeDefinitionResult of peer/lifecycle/lifecycle.proto. */
interface Definition {
  readonly sequence?: number
  readonly version?: string
  readonly init_required?: boolean
  readonly collections?: unknown
  readonly approvals?: Readonly<Record<string, boolean>>
}

interface Answer {
  readonly question: Committed
  readonly reply: Reply
}

function chaincodeVerdicts(network: FabricNetwork, answers: readonly [Answer, ...Answer[]]): readonly Verdict[] {
  const [{ question: first }] = answers
  const { channel, chaincode } = first
  const name = `chaincode ${chaincode.name} on channel ${channel.name}`
  const log = (organization: string): string =>
    `read the log of its Job: chancery logs ${organization}/${jobName('chaincode', channel.name, chaincode.name)}`
  const found = answers.flatMap(
    ({ question: { node }, reply }) =>
      reply.status === 0 ? [{ node, definition: (jsonIn(reply.out) ?? {}) as Definition }] : [], // Fabric's own answer
  )
  const differing = answers.flatMap(({ question: { node }, reply }): readonly Verdict[] => {
    const id = nodeId(node)
    if (reply.status === 0) return []
    const reason = reasonOf(reply)
    return [
      /is not defined/.test(reason)
        ? bad(`${name} is not committed, as ${id} reports`, log(node.organization.name))
        : bad(`${id} does not report ${name}: ${reason}`, `read its log: chancery logs ${id}`),
    ]
  })
  const wrong = found.flatMap(({ node, definition }) => {
    const differences = differencesOf(chaincode, definition)
    return differences.length === 0
      ? []
      : [bad(`${name} has ${differences.join(', ')}, as ${nodeId(node)} reports`, log(node.organization.name))]
  })
  if (differing.length + wrong.length > 0 || found.length === 0) return [...differing, ...wrong]
  const approvals = found[0]?.definition.approvals ?? {}
  const runners = network.organizations.filter((one) => runnersOf(network, chaincode).includes(one.name))
  const missing = runners.filter((organization) => approvals[mspIdOf(organization)] === false)
  const approved = Object.entries(approvals).flatMap(([mspId, is]) => (is ? [mspId] : []))
  return [
    ...missing.map((organization) =>
      bad(
        `${organization.name} has not approved sequence ${chaincode.sequence} of ${name}: its peers do not endorse`,
        log(organization.name),
      ),
    ),
    {
      good: true,
      message: `${name}: version ${chaincode.version}, sequence ${chaincode.sequence}, on ${counted(found.length, 'peer')} of ${first.node.organization.name}, approved by ${listed(approved.sort())}`,
    },
  ]
}

/** `sequence 1 instead of 2` */
function differencesOf(chaincode: Committed['chaincode'], definition: Definition): readonly string[] {
  const compare = (what: string, is: string | number, wanted: string | number): string[] =>
    is === wanted ? [] : [`${what} ${is} instead of ${wanted}`]
  const collections = (names: readonly string[]): string => (names.length === 0 ? 'none' : listed(names.toSorted()))
  return [
    ...compare('sequence', definition.sequence ?? 0, chaincode.sequence),
    ...compare('version', definition.version ?? '', chaincode.version),
    ...compare('init-required', String(definition.init_required ?? false), String(chaincode.initRequired ?? false)),
    ...compare(
      'collections',
      collections(collectionNames(definition.collections)),
      collections(chaincode.collections.map(({ name }) => name)),
    ),
  ]
}

/** Names of collections: releases nest them differently in their JSON. */
function collectionNames(value: unknown): readonly string[] {
  if (typeof value !== 'object' || value === null) return []
  if ('name' in value && 'member_orgs_policy' in value) return [String(value.name)]
  return Object.values(value).flatMap(collectionNames)
}
