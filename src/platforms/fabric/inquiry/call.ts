import { addressText } from '../../../network/address.ts'
import { nodesOf, organizationOf } from '../../../network/network.ts'
import { listed } from '../../../words.ts'
import type { CallPlace, CallProblem, ContractCall } from '../../contract-call.ts'
import { bad, type Verdict } from '../../health.ts'
import type { Inquiry } from '../../inquiry.ts'
import type { ClusterView } from '../../platform.ts'
import { authorityCertificate } from '../certificates.ts'
import {
  type AnyNode,
  administersItself,
  consentersOf,
  type FabricLedgerNode,
  type FabricNetwork,
  membersOf,
  ownPeers,
} from '../network.ts'
import type { Chaincode, Channel, FabricNode, FabricTop } from '../schema.ts'
import { administratorInquiry, jobLabels } from './inquiries.ts'
import { reasonOf, repliesIn } from './replies.ts'

type View = ClusterView<FabricTop, FabricNode>

interface Called {
  readonly chaincode: Chaincode
  readonly channel: Channel
}

function calledBy({ top }: FabricNetwork, { contract, channel }: ContractCall): Called | CallProblem {
  const found = top.chaincodes
    .filter(({ name }) => name === contract)
    .flatMap((chaincode): readonly Called[] => {
      const where = top.channels.find(({ name }) => name === chaincode.channel)
      return where === undefined ? [] : [{ chaincode, channel: where }]
    })
  const wanted = found.filter((one) => channel === undefined || one.channel.name === channel)
  const [only, ...others] = wanted
  if (only === undefined)
    return {
      message: `there is no chaincode ${contract}${channel === undefined ? '' : ` on channel ${channel}`}`,
      hint: `chaincodes of the definition: ${listed(top.chaincodes.map((one) => `${one.name} on ${one.channel}`)) || 'none'}`,
    }
  return others.length === 0
    ? only
    : {
        message: `chaincode ${contract} is on the channels ${listed(wanted.map((one) => one.channel.name))}`,
        hint: 'name one of them with channel',
      }
}

/** The first organization with a peer in the channel whose administrator's key a cluster has. */
export function callPlace(network: FabricNetwork, call: ContractCall, cluster?: string): CallPlace | CallProblem {
  const called = calledBy(network, call)
  if (!('chaincode' in called)) return called
  const peer = ownPeers(network, called.channel).find(
    ({ organization, cluster: where }) =>
      !administersItself(organization) && (cluster === undefined || where.name === cluster),
  )
  return peer === undefined
    ? {
        message: `no cluster${cluster === undefined ? '' : ` called ${cluster}`} has a peer of channel ${called.channel.name} and the key of its administrator`,
        hint: 'call the chaincode with a client of the organization: chancery connection-profile',
      }
    : { organization: peer.organization.name, cluster: peer.cluster.name }
}

const root = (party: string): string => `endorser-${party}.crt`

/** A peer of each organization that runs the chaincode, or else of each member, endorses. */
export function callInquiry(place: CallPlace, call: ContractCall, view: View): Inquiry {
  const { network, material } = view
  const called = calledBy(network, call)
  if (!('chaincode' in called)) throw new Error(called.message)
  const { chaincode, channel } = called
  const nodes = nodesOf(network, place.cluster, place.organization)
  const asking = administratorInquiry(nodes, view)
  const dial = (node: AnyNode): string => addressText('cluster' in node ? view.addressOf(node, 'grpc') : node)
  const endorsers = membersOf(network, channel)
    .filter(({ name }) => chaincode.organizations?.includes(name) ?? true)
    .flatMap(({ peers: [peer] }) => peer ?? [])
  const peer = ownPeers(network, channel).find((one): one is FabricLedgerNode => nodes.includes(one))
  if (peer === undefined) throw new Error('the place of a call has a peer of the channel')
  const orderers = consentersOf(network, channel)
  const rootOf = (party: string): string => authorityCertificate(party, 'tlsca', material)
  return {
    ...asking,
    topic: 'call',
    labels: jobLabels('chaincode-lifecycle'),
    script: 'fabric/questions/call.sh',
    env: {
      ...asking.env,
      // What it did is in its log, without time and colour.
      FABRIC_LOGGING_SPEC: 'chaincodeCmd=info:error',
      FABRIC_LOGGING_FORMAT: '%{message}',
      CORE_PEER_ADDRESS: dial(peer),
      CHANNEL: channel.name,
      CHAINCODE: chaincode.name,
      CALL: JSON.stringify({ Args: [call.function, ...call.arguments] }),
      WRITES: String(call.writes),
      ORDERERS: orderers.map(dial).join(' '),
      ORDERER_CA: '/etc/inquiry/orderers.crt',
      ENDORSERS: endorsers.map((one) => `${dial(one)}=/etc/inquiry/${root(organizationOf(one))}`).join(' '),
    },
    files: {
      ...asking.files,
      'orderers.crt': [...new Set(orderers.map(organizationOf))].map(rootOf).join(''),
      ...Object.fromEntries(endorsers.map(organizationOf).map((party) => [root(party), rootOf(party)])),
    },
    seconds: 120,
  }
}

/** The result and the transaction, as the peer command reports them: internal/peer/chaincode/common.go of Fabric. */
export function judgeCall(call: ContractCall, output: string): Verdict {
  const name = `${call.contract}:${call.function}`
  const reply = repliesIn(output).get(0)
  if (reply === undefined) return bad(`${name} was not called: the Job ended before`, 'run this again')
  const seconds = /^seconds (\d+)$/m.exec(output)?.[1] ?? '0'
  const [, transaction, code] = /txid \[(\w+)\] committed with status \((\w+)\)/.exec(reply.err) ?? []
  const inLedger = transaction === undefined ? '' : `, transaction ${transaction}`
  if (reply.status !== 0 || (call.writes && code !== 'VALID'))
    return bad(
      `${name} failed after ${seconds} s${inLedger}${code === undefined ? '' : ` (${code})`}: ${reasonOf(reply)}`,
      'read the logs of the peers and of the chaincode: chancery logs',
    )
  const [, result = ''] = call.writes ? (/result: (.*)$/m.exec(reply.err) ?? []) : [undefined, reply.out]
  const did = call.writes ? `was committed in ${seconds} s${inLedger}` : `was evaluated in ${seconds} s`
  return { good: true, message: `${name} ${did}${result.trim() === '' ? '' : `: ${result.trim()}`}` }
}
