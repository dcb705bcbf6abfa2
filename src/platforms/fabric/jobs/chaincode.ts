import { addressText } from '../../../network/address.ts'
import { organizationOf } from '../../../network/network.ts'
import type { ClusterView, JobOverlay } from '../../platform.ts'
import { isApproved } from '../approvals/record.ts'
import { authorityCertificate } from '../certificates.ts'
import { collectionsConfig } from '../chaincode/collections.ts'
import { packageFor } from '../chaincode/server.ts'
import {
  type AnyNode,
  administersItself,
  consentersOf,
  type FabricLedgerNode,
  isPeer,
  type Member,
  membersOf,
  partiesOf,
  runnersOf,
} from '../network.ts'
import { policyTextOf } from '../policy/defaults.ts'
import { isProblem, parseRule, parseSignatureRule } from '../policy/parse.ts'
import type { Chaincode, Channel, FabricNode, FabricTop } from '../schema.ts'
import { type BinaryConfigMap, binaryConfigMap } from './config-maps.ts'
import { asAdministrator, type JobInput, jobOverlay } from './job.ts'
import { jobName } from './name.ts'

type View = ClusterView<FabricTop, FabricNode>

const roots = '/etc/fabric/roots'
const collections = 'collections.json'

/** TLS roots of a member. */
const rootFile = (party: string): string => `tls-${party}.crt`

/** Looks, of ten seconds each, that an organization leaves to each one before it until it commits what they have not. */
const patience = 6

/** A Job for each chaincode in a channel of these nodes' organization. */
export const chaincodeJobs = (nodes: readonly FabricLedgerNode[], view: View): JobOverlay[] =>
  view.network.top.chaincodes.flatMap((chaincode) => {
    const channel = view.network.top.channels.find(({ name }) => name === chaincode.channel)
    const members = channel === undefined ? [] : membersOf(view.network, channel)
    const member = members.find(({ name }) => name === nodes[0]?.organization.name)
    const peers = nodes.filter((node) => isPeer(node) && member?.peers.includes(node))
    const organization = nodes[0]?.organization
    const isLeftOut = organization === undefined || !isApproved(chaincode, organization, view.network, view.material)
    return channel === undefined || peers.length === 0 || isLeftOut
      ? []
      : [jobOverlay(lifecycleJob(chaincode, channel, { members, peers, view }))]
  })

/** Packages that those Jobs install. */
export const packageConfigMaps = (nodes: readonly FabricLedgerNode[], view: View): BinaryConfigMap[] =>
  view.network.top.chaincodes.flatMap((chaincode) => packageConfigMap(chaincode, nodes, view) ?? [])

function packageConfigMap(
  chaincode: Chaincode,
  nodes: readonly FabricLedgerNode[],
  { network, material }: View,
): BinaryConfigMap | undefined {
  const organization = nodes.find(isPeer)?.organization
  if (organization === undefined || !runnersOf(network, chaincode).includes(organization.name)) return undefined
  if (!isApproved(chaincode, organization, network, material)) return undefined
  const name = jobName('chaincode', chaincode.channel, chaincode.name)
  return binaryConfigMap(name, 'package.tar.gz', packageFor(chaincode, organization, material).archive)
}

interface Surroundings {
  readonly members: readonly Member[]
  /** The organization's own in this cluster and the channel: at least one. */
  readonly peers: readonly FabricLedgerNode[]
  readonly view: View
}

function lifecycleJob(chaincode: Chaincode, channel: Channel, { members, peers, view }: Surroundings): JobInput {
  const { network, material } = view
  const organization = peers[0]?.organization
  if (organization === undefined) throw new Error('a chaincode is installed on peers')
  const { env, files, volumes } = asAdministrator(organization, view)
  const configMap = packageConfigMap(chaincode, peers, view)
  const orderers = consentersOf(network, channel)
  const names = members.map(({ name }) => name)
  const parties = partiesOf(network)
  // Nobody waits for one without Jobs.
  const order = [...new Set([chaincode.committer ?? names[0] ?? '', ...names])].filter((name) => {
    const party = parties.get(name)?.organization
    return party === undefined || !administersItself(party)
  })
  const data = collectionsConfig(chaincode.collections)
  const root = (party: string): string => authorityCertificate(party, 'tlsca', material)
  const dial = (node: AnyNode): string => addressText('cluster' in node ? view.addressOf(node, 'grpc') : node)
  return {
    name: jobName('chaincode', channel.name, chaincode.name),
    nodes: peers,
    base: 'chaincode-lifecycle',
    env: {
      ...env,
      CHANNEL: channel.name,
      NAME: chaincode.name,
      VERSION: chaincode.version,
      SEQUENCE: String(chaincode.sequence),
      PACKAGE_ID: configMap === undefined ? '' : packageFor(chaincode, organization, material).id,
      PEERS: peers.map(dial).join(' '),
      ...endorsement(chaincode),
      ...(data === undefined ? {} : { COLLECTIONS: `${roots}/${collections}` }),
      ...(chaincode.initRequired ? { INIT_REQUIRED: 'true' } : {}),
      ORDERERS: orderers.map(dial).join(' '),
      APPROVALS_NEEDED: String(approvalsNeeded(channel, members.length)),
      COMMIT_TARGETS: members.flatMap((member) => commitTarget(member, network, dial)).join(' '),
      COMMIT_AFTER: String(order.indexOf(organization.name) * patience),
    },
    files: {
      ...files,
      'orderers.crt': [...new Set(orderers.map(organizationOf))].map(root).join(''),
      ...Object.fromEntries(names.map((name) => [rootFile(name), root(name)])),
      ...(data === undefined ? {} : { [collections]: data }),
    },
    volumes: (own) => [
      { name: 'roots', configMap: { name: own } },
      // An organization that approves only has no package to mount.
      configMap === undefined
        ? { name: 'chaincode', configMap: { name: own } }
        : { name: 'chaincode', configMap: { name: configMap.name } },
      ...volumes(own),
    ],
  }
}

/** A separate rule, or a policy of the channel by its name. */
function endorsement({ endorsementPolicy: policy }: Chaincode): Readonly<Record<string, string>> {
  if (policy === undefined) return {}
  return isProblem(parseSignatureRule(policy)) ? { CHANNEL_CONFIG_POLICY: policy } : { SIGNATURE_POLICY: policy }
}

/** A peer that endorses the commit for a member: with its root, as it may be anybody's. */
function commitTarget(
  { name, peers: [peer] }: Member,
  network: View['network'],
  dial: (node: AnyNode) => string,
): string[] {
  const party = partiesOf(network).get(name)
  return peer === undefined || party === undefined ? [] : [`${party.mspId}=${dial(peer)}=${roots}/${rootFile(name)}`]
}

/** Organizations that must have approved before a commit is tried: what the channel asks for, or a majority. */
function approvalsNeeded(channel: Channel, members: number): number {
  const rule = parseRule(policyTextOf(channel, 'lifecycleEndorsement'))
  const isImplicit = !isProblem(rule) && rule.kind === 'implicit'
  if (isImplicit && rule.quantity === 'ANY') return 1
  if (isImplicit && rule.quantity === 'ALL') return members
  return Math.floor(members / 2) + 1
}
