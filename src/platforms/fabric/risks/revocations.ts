import { nodeId, type Organization } from '../../../network/network.ts'
import type { Risk } from '../../../network/risk.ts'
import { agreeing, listed } from '../../../words.ts'
import { agentsOf } from '../requests/agents.ts'
import { revokedSerials, serialsOf } from '../revocations.ts'
import type { FabricRevision } from './revision.ts'

/** Certificates that count no more, and those that count again. */
export const revocationRisks = (before: FabricRevision, after: FabricRevision): Risk[] =>
  after.network.organizations.flatMap((organization): Risk[] => {
    const was = before.network.organizations.find(({ name }) => name === organization.name)
    const old = was === undefined ? [] : revokedSerials(was, before.material)
    const now = revokedSerials(organization, after.material)
    const [added, removed] = [now.filter((one) => !old.includes(one)), old.filter((one) => !now.includes(one))]
    return [
      ...(added.length === 0 ? [] : [revoked(organization, added, after)]),
      ...(removed.length === 0 ? [] : [restored(organization, removed, before)]),
    ]
  })

function revoked(organization: Organization, serials: readonly string[], revision: FabricRevision): Risk {
  const running = revision.network.nodes.filter(
    (node) =>
      node.organization.name === organization.name &&
      serialsOf(organization.name, node.name, revision.material).some((serial) => serials.includes(serial)),
  )
  return {
    id: 'identity-revoked',
    severity: running.length === 0 ? 'caution' : 'danger',
    subject: organization.name,
    message:
      running.length === 0
        ? `${organization.name} revokes ${namesOf(organization, serials, revision)}: ${agreeing(serials.length, 'its key loses', 'their keys lose')} all rights, once the nodes have restarted and each channel has the list`
        : `${organization.name} revokes ${namesOf(organization, serials, revision)}, and ${listed(running.map(nodeId))} ${agreeing(running.length, 'runs', 'run')} with it: every node that has the list refuses ${agreeing(running.length, 'it', 'them')}, as an orderer and as an endorser`,
    hint:
      running.length === 0
        ? 'make an update of each of its channels after the merge (`chancery channel update`): other organizations refuse it only then. Jobs that use it stop'
        : 'add another node first, and remove this one from the channels (`orderers`, `members`)',
    content: serials.join(' '),
    path: [...organization.path, 'revoked'],
  }
}

const restored = (organization: Organization, serials: readonly string[], before: FabricRevision): Risk => ({
  id: 'revocation-removed',
  severity: 'danger',
  subject: organization.name,
  message: `${namesOf(organization, serials, before)} ${agreeing(serials.length, 'is', 'are')} no longer revoked: the ${agreeing(serials.length, 'key', 'keys')} can act for ${organization.name} again`,
  hint: `restore ${agreeing(serials.length, 'it', 'them')} in \`revoked\`, by serial number where the certificate is gone (${serials.join(', ')})`,
  content: serials.join(' '),
  path: organization.path,
})

/** Whose certificates they are, where Git has them. */
function namesOf(
  organization: Organization,
  serials: readonly string[],
  { network, material }: FabricRevision,
): string {
  const identities = [
    ...network.nodes.filter((node) => node.organization.name === organization.name).map(({ name }) => name),
    ...agentsOf(network, organization).map(({ agent }) => agent.folder),
  ]
  const owners = new Map(
    identities.flatMap((identity) =>
      serialsOf(organization.name, identity, material).map((serial) => [serial, identity] as const),
    ),
  )
  return listed(
    serials.map((serial) => {
      const owner = owners.get(serial)
      return owner === undefined ? `the certificate ${serial}` : `${organization.name}/${owner} (certificate ${serial})`
    }),
  )
}
