import { groupBy } from '../../group-by.ts'
import type { Material } from '../../material/material.ts'
import { certificatesIn } from '../../material/x509/read.ts'
import { addressText } from '../../network/address.ts'
import { organizationOf } from '../../network/network.ts'
import type { Outside } from '../outside.ts'
import { authoritiesOf } from './authorities.ts'
import type { ApplicationPolicies, ChannelInput, Consenter, Msp } from './channel/channel.ts'
import { implicit } from './channel/policies.ts'
import {
  type AnyNode,
  anchorsOf,
  capabilitiesOf,
  consentersOf,
  type FabricLedgerNode,
  type FabricNetwork,
  membersOf,
  partiesOf,
} from './network.ts'
import { authorityPath, certificatePath } from './places.ts'
import { isProblem, parseRule } from './policy/parse.ts'
import type { Rule } from './policy/rule.ts'
import { revocationLists, revocationsPath } from './revocations.ts'
import type { Channel } from './schema.ts'

/** Where everybody reaches a node's gRPC port. */
const addressOf = (node: AnyNode, outside: Outside): { readonly host: string; readonly port: number } =>
  'host' in node ? { host: node.host, port: node.port } : outside(node as FabricLedgerNode, 'grpc')

/** Raft knows orderers by their TLS certificates alone: of an adopted channel, no others are asked for. */
const certificatesInChannel = ({ adopted, consensus }: Channel): readonly ('sign' | 'tls')[] =>
  adopted && consensus !== 'bft' ? ['tls'] : ['sign', 'tls']

/** Files with the certificates that stand in a channel's configuration. */
export function certificatesOf(network: FabricNetwork, channel: Channel): readonly string[] {
  const consenters = consentersOf(network, channel)
  const parties = new Set([...membersOf(network, channel).map(({ name }) => name), ...consenters.map(organizationOf)])
  return [
    ...[...parties].sort().flatMap((party) => [authorityPath(party, 'ca'), authorityPath(party, 'tlsca')]),
    ...network.organizations
      .filter(({ name }) => parties.has(name))
      .flatMap((organization) => revocationsPath(organization) ?? []),
    ...consenters.flatMap((node) =>
      certificatesInChannel(channel).map((certificate) =>
        certificatePath(organizationOf(node), node.name, certificate),
      ),
    ),
  ]
}

/**
 * What a channel is to be, with addresses and certificates. Lists are in the order of names; consenters of a channel that
 * runs keep their numbers, see channel-update.
 */
export function channelInput(
  network: FabricNetwork,
  channel: Channel,
  material: Material,
  outside: Outside,
): ChannelInput {
  const parties = partiesOf(network)
  const mspIdOf = (party: string): string => parties.get(party)?.mspId ?? party
  const text = (path: string): string => certificatesIn(material.text(path) ?? '').join('')
  const msp = (party: string): Msp => {
    const identities = authoritiesOf(text(authorityPath(party, 'ca')))
    const tls = authoritiesOf(text(authorityPath(party, 'tlsca')))
    return {
      mspId: mspIdOf(party),
      authorities: identities.roots,
      intermediates: identities.intermediates,
      tlsAuthorities: tls.roots,
      tlsIntermediates: tls.intermediates,
      revocationLists: revocationLists(party, network, material),
    }
  }
  const consenters = consentersOf(network, channel)
  const ordering = groupBy(consenters, organizationOf)
  return {
    name: channel.name,
    consensus: channel.consensus === 'bft' ? 'bft' : 'etcdraft',
    capabilities: capabilitiesOf(channel),
    batch: channel.batch,
    raft: channel.raft,
    bft: channel.bft,
    consenters: consenters.map((node): Consenter => {
      const party = organizationOf(node)
      return {
        ...addressOf(node, outside),
        mspId: mspIdOf(party),
        tlsCertificate: text(certificatePath(party, node.name, 'tls')),
        identity: text(certificatePath(party, node.name, 'sign')),
      }
    }),
    ordererOrganizations: [...ordering].map(([party, nodes]) => ({
      msp: msp(party),
      endpoints: nodes.map((node) => addressText(addressOf(node, outside))),
    })),
    applicationOrganizations: membersOf(network, channel).map((member) => ({
      msp: msp(member.name),
      anchors: anchorsOf(member).map((node) => addressOf(node, outside)),
    })),
    policies: policiesOf(channel),
    acls: channel.acls,
  }
}

const policiesOf = ({ policies }: Channel): ApplicationPolicies => ({
  readers: ruleOf(policies.readers, implicit('ANY', 'Readers')),
  writers: ruleOf(policies.writers, implicit('ANY', 'Writers')),
  admins: ruleOf(policies.admins, implicit('MAJORITY', 'Admins')),
  endorsement: ruleOf(policies.endorsement, implicit('MAJORITY', 'Endorsement')),
  lifecycleEndorsement: ruleOf(policies.lifecycleEndorsement, implicit('MAJORITY', 'Endorsement')),
})

/** A rule that cannot be read is a separate finding; the default replaces it. */
function ruleOf(text: string | undefined, otherwise: Rule): Rule {
  const rule = text === undefined ? otherwise : parseRule(text)
  return isProblem(rule) ? otherwise : rule
}
