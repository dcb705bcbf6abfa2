import type { Path, Problem } from '../../../network/finding.ts'
import { nodeId, organizationOf } from '../../../network/network.ts'
import { error, warning } from '../../problem.ts'
import {
  anchorsOf,
  channelsOf,
  consentersOf,
  type FabricNetwork,
  isAuthority,
  isOrderer,
  isPeer,
  membersOf,
  partiesOf,
  strangersOf,
} from '../network.ts'
import type { Channel } from '../schema.ts'
import { chaincodeReferenceProblems } from './chaincode-references.ts'
import { twice, unknownReference } from './named.ts'

/** Unknown names, and parties without what a channel needs. */
export const referenceProblems = (network: FabricNetwork): Problem[] => [
  ...network.top.channels.flatMap((channel, at) => [
    ...members(network, channel, ['channels', at, 'members']),
    ...orderers(network, channel, ['channels', at]),
  ]),
  ...chaincodeReferenceProblems(network),
  ...idle(network),
]

function members(network: FabricNetwork, channel: Channel, path: Path): Problem[] {
  const parties = [...partiesOf(network).keys()]
  const seen = new Set<string>()
  return channel.members.flatMap((given, at): Problem[] => {
    const { organization, peers: chosen } = typeof given === 'string' ? { organization: given } : given
    const wanted = chosen ?? []
    const own = typeof given === 'string' ? [...path, at] : [...path, at, 'organization']
    if (!parties.includes(organization))
      return [unknownReference(`channel ${channel.name} has the unknown organization`, organization, parties, own)]
    if (seen.has(organization))
      return [
        error(
          'channel-reference',
          `${organization} is a duplicate among the members of ${channel.name}`,
          'remove one of the two',
          own,
        ),
      ]
    seen.add(organization)
    const peers = [...network.nodes, ...network.external].filter(
      (node) => isPeer(node) && organizationOf(node) === organization,
    )
    // Its peers are known by anchor peers alone, and a channel can be without those.
    const isSilent = peers.length === 0 || chosen?.length === 0
    if (isSilent && channel.adopted && isStranger(network, organization)) return []
    if (isSilent)
      return [
        withoutPeer(
          channel,
          own,
          `${organization} is a member of channel ${channel.name}, but has no peer${peers.length === 0 ? '' : ' in it'}`,
        ),
      ]
    const names = peers.map(({ name }) => name)
    return wanted
      .map((name, index) => ({ name, index }))
      .filter(({ name }) => !names.includes(name))
      .map(({ name, index }) =>
        unknownReference(`channel ${channel.name} has the unknown peer`, name, names, [...path, at, 'peers', index]),
      )
      .concat(
        twice(wanted, [...path, at, 'peers'], `the peers of ${organization} in ${channel.name}`),
        anchors(network, channel, organization, own),
      )
  })
}

/** An adopted channel may name none of its peers. */
function withoutPeer({ adopted }: Channel, path: Path, message: string): Problem {
  const problem = error(
    'member-without-peer',
    message,
    'give it a node with the role peer, or take it out of the channel',
    path,
  )
  return adopted ? { ...problem, severity: 'warning' } : problem
}

const isStranger = (network: FabricNetwork, party: string): boolean =>
  strangersOf(network).some(({ name }) => name === party)

function anchors(network: FabricNetwork, channel: Channel, organization: string, path: Path): Problem[] {
  const member = membersOf(network, channel).find(({ name }) => name === organization)
  if (member === undefined || member.peers.length === 0 || anchorsOf(member).length > 0) return []
  return [
    warning(
      'no-anchor',
      `${organization} has no anchor peer in channel ${channel.name}: other organizations cannot reach its gossip`,
      'remove `anchor: false` from one of its peers in the channel',
      path,
    ),
  ]
}

function orderers(network: FabricNetwork, channel: Channel, path: Path): Problem[] {
  const known = knownOrderers(network)
  const given = channel.orderers ?? []
  const unknowns = given.flatMap((name, at): Problem[] =>
    known.includes(name)
      ? []
      : [unknownReference(`channel ${channel.name} has the unknown orderer`, name, known, [...path, 'orderers', at])],
  )
  const isWithOrganization = (name: string): boolean =>
    name.includes('/') && given.includes(name.slice(0, name.indexOf('/')))
  const repeated = given.flatMap((name, at): Problem[] =>
    given.indexOf(name) === at && !isWithOrganization(name)
      ? []
      : [
          error(
            'channel-reference',
            `${name} is a duplicate among the orderers of ${channel.name}${given.indexOf(name) === at ? ', once with its organization' : ''}`,
            'remove one of the two',
            [...path, 'orderers', at],
          ),
        ],
  )
  if (consentersOf(network, channel).length > 0 || unknowns.length > 0) return [...unknowns, ...repeated]
  return [
    error(
      'no-orderer',
      `channel ${channel.name} has no orderer`,
      'add nodes with the role orderer: three or five, or four for bft',
      path,
    ),
  ]
}

/** Whether a channel names somebody or an orderer that there is not. */
export function hasUnknown(network: FabricNetwork, channel: Channel): boolean {
  const parties = partiesOf(network)
  const known = knownOrderers(network)
  return (
    membersOf(network, channel).some(({ name }) => !parties.has(name)) ||
    (channel.orderers ?? []).some((name) => !known.includes(name))
  )
}

/** Names that `orderers` of a channel may have. */
const knownOrderers = (network: FabricNetwork): readonly string[] => [
  ...new Set(
    [...network.nodes, ...network.external].filter(isOrderer).flatMap((node) => [organizationOf(node), nodeId(node)]),
  ),
]

/** Nodes of organizations that take part in something, which take part in nothing themselves. */
const idleNodes = (network: FabricNetwork, organizations: ReadonlySet<string>): Problem[] =>
  network.nodes
    .filter((node) => !isAuthority(node) && channelsOf(network, node).length === 0)
    .filter((node) => isOrderer(node) || organizations.has(node.organization.name))
    .map((node) =>
      warning(
        'idle-node',
        `${nodeId(node)} is in no channel`,
        isOrderer(node)
          ? 'add it to `orderers` of a channel, or remove it'
          : 'add it to `peers` of a member, or remove it',
        node.path,
      ),
    )

/** Organizations that take part in nothing. */
function idle(network: FabricNetwork): Problem[] {
  const members = new Set(
    network.top.channels.flatMap((channel) => membersOf(network, channel).map(({ name }) => name)),
  )
  // An unknown name may mean anyone.
  if (network.top.channels.some((channel) => hasUnknown(network, channel))) return []
  const nodes = network.top.channels.length === 0 ? [] : idleNodes(network, members)
  const organizations = network.organizations.flatMap(({ name, path }): Problem[] => {
    const own = network.nodes.filter((node) => node.organization.name === name)
    if (!own.some((node) => isPeer(node) || isOrderer(node)))
      return [
        warning(
          'idle-organization',
          `organization ${name} has neither peers nor orderers`,
          'add some, or remove it',
          path,
        ),
      ]
    if (!own.some(isPeer) || members.has(name)) return []
    return [
      warning(
        'idle-organization',
        `organization ${name} has peers, but is a member of no channel`,
        'add it to `members` of a channel',
        path,
      ),
    ]
  })
  return [...organizations, ...nodes]
}
