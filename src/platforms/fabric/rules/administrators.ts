import type { Problem } from '../../../network/finding.ts'
import type { Organization } from '../../../network/network.ts'
import { agreeing, listed } from '../../../words.ts'
import { error, notice, warning } from '../../problem.ts'
import { ownedAttributes } from '../client-attributes.ts'
import {
  administersItself,
  administratorDays,
  clientsOf,
  type FabricNetwork,
  membersOf,
  partiesOf,
} from '../network.ts'

/** Fields of organizations without effect, and channels in which no Job acts. */
export const administratorProblems = (network: FabricNetwork): Problem[] => [
  ...network.organizations.flatMap((organization) => [
    ...unusedValidity(organization),
    ...homelessClients(network, organization),
    ...ownedAttributeProblems(organization),
  ]),
  ...channelsWithoutJobs(network),
]

const unusedValidity = (organization: Organization): Problem[] =>
  administersItself(organization) && administratorDays(organization) !== undefined
    ? [
        error(
          'role-field',
          `administrators.validity of ${organization.name} has no effect: the keys of its administrators are elsewhere`,
          'remove it: the issuer of their certificates decides on the validity',
          [...organization.path, 'administrators', 'validity'],
        ),
      ]
    : []

/** Keys of clients are sealed for the home cluster, in the namespace that the organization's nodes have there. */
const homelessClients = ({ nodes }: FabricNetwork, organization: Organization): Problem[] =>
  clientsOf(organization).length === 0 ||
  nodes.some((node) => node.organization.name === organization.name && node.cluster.name === organization.cluster)
    ? []
    : [
        warning(
          'client-without-home',
          `${organization.name} has clients but no node in its home cluster ${organization.cluster}: their Secrets would be missing`,
          'set a home cluster where it has nodes',
          [...organization.path, 'cluster'],
        ),
      ]

const ownedAttributeProblems = (organization: Organization): Problem[] =>
  clientsOf(organization).flatMap(({ name, attributes }) =>
    Object.keys(attributes)
      .filter((attribute) => ownedAttributes.has(attribute))
      .map((attribute) =>
        error(
          'client-attribute',
          `client ${name} of ${organization.name} sets ${attribute}, which Chancery sets itself`,
          'remove it: it follows from the name of the client',
          [...organization.path, 'clients'],
        ),
      ),
  )

/** Channels in which no Job acts for anybody. */
function channelsWithoutJobs(network: FabricNetwork): Problem[] {
  const parties = partiesOf(network)
  return network.top.channels.flatMap((channel, at): Problem[] => {
    const ours = membersOf(network, channel)
      .filter(({ peers }) => peers.some((peer) => 'cluster' in peer))
      .flatMap(({ name }) => parties.get(name)?.organization ?? [])
    if (ours.length === 0 || !ours.every(administersItself)) return []
    const names = ours.map(({ name }) => name)
    return [
      notice(
        'channel-without-jobs',
        `no Job commits chaincodes of channel ${channel.name} or submits its updates: ${listed(names)} ${agreeing(names.length, 'has the keys of its', 'have the keys of their')} administrators elsewhere`,
        'one of them runs `peer lifecycle chaincode commit` and `peer channel update` itself: docs/platforms/fabric.md has the commands',
        ['channels', at],
      ),
    ]
  })
}
