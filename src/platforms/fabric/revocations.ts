import { contentName } from '../../content-name.ts'
import { type KeyRequest, type Material, publicPath } from '../../material/material.ts'
import { certificatesIn, readCertificate } from '../../material/x509/read.ts'
import { issueRevocationList, serialText } from '../../material/x509/revocation-list.ts'
import type { Organization } from '../../network/network.ts'
import { issuerOf } from './issuing.ts'
import { consentersOf, type FabricNetwork, membersOf } from './network.ts'
import type { Revocation } from './organization-schema.ts'
import { certificatePath, earlierPath, sealedAuthorityPath } from './places.ts'
import type { Channel } from './schema.ts'

/** What an organization has revoked. `Own` fields of an organization are not typed: the schema has checked them. */
export const revocationsOf = ({ own }: Pick<Organization, 'own'>): readonly Revocation[] =>
  Array.isArray(own.revoked) ? (own.revoked as readonly Revocation[]) : [] // organizationFields

/** The list of an external organization, which commits it when it has one. */
export const externalRevocationsPath = (party: string): string => publicPath(party, 'revoked.crl')

/**
 * The list that an organization's authority signs; undefined while nothing is revoked. Its name follows from what is revoked, as
 * material is written once: another list is another file.
 */
export function revocationsPath(organization: Pick<Organization, 'name' | 'own'>): string | undefined {
  const revoked = revocationsOf(organization).flatMap(({ identity, serial }) => [
    ...(identity === undefined ? [] : [`identity ${identity}`]),
    ...(serial === undefined ? [] : [`serial ${serialText(serial)}`]),
  ])
  return revoked.length === 0
    ? undefined
    : publicPath(organization.name, `${contentName('revoked', ...new Set(revoked.toSorted()))}.crl`)
}

/** Lists of a party of either kind, as PEM and without what else the file has; none when it has none, or it is not made yet. */
export function revocationLists(party: string, network: FabricNetwork, material: Material): readonly string[] {
  const path = listPath(party, network)
  const found = (path === undefined ? undefined : material.text(path))?.match(blocks) ?? []
  return found.map((list) => `${list}\n`)
}

const blocks = /-----BEGIN X509 CRL-----[^-]*-----END X509 CRL-----/g

function listPath(party: string, { organizations }: FabricNetwork): string | undefined {
  const organization = organizations.find(({ name }) => name === party)
  return organization === undefined ? externalRevocationsPath(party) : revocationsPath(organization)
}

/** Lists of ours that a channel has to have and that do not exist yet: an update without them would take revocations back. */
export function missingLists(network: FabricNetwork, channel: Channel, material: Material): readonly string[] {
  const parties = new Set([
    ...membersOf(network, channel).map(({ name }) => name),
    ...consentersOf(network, channel).map(({ organization }) =>
      typeof organization === 'string' ? organization : organization.name,
    ),
  ])
  return network.organizations
    .filter(({ name }) => parties.has(name))
    .flatMap((organization) => revocationsPath(organization) ?? [])
    .filter((path) => material.text(path) === undefined || material.standIns.has(path))
}

/** Serial numbers of all certificates of an identity that Git has: today's, and those before it that were renewed. */
export const serialsOf = (party: string, identity: string, material: Material): readonly string[] =>
  [certificatePath(party, identity, 'sign'), earlierPath(party, identity)]
    .filter((path) => !material.standIns.has(path))
    .flatMap((path) => certificatesIn(material.text(path) ?? ''))
    .flatMap((certificate) => readCertificate(certificate) ?? [])
    .map(({ serialNumber }) => serialText(serialNumber))

/** Serial numbers of all that an organization has revoked, sorted. */
export const revokedSerials = (
  organization: Pick<Organization, 'name' | 'own'>,
  material: Material,
): readonly string[] => [
  ...new Set(
    revocationsOf(organization)
      .flatMap(({ identity, serial }) => [
        ...(serial === undefined ? [] : [serialText(serial)]),
        ...(identity === undefined ? [] : serialsOf(organization.name, identity, material)),
      ])
      .sort(),
  ),
]

/** Identities of an organization that are revoked by name. */
export const revokedIdentities = (organization: Pick<Organization, 'own'>): ReadonlySet<string> =>
  new Set(revocationsOf(organization).flatMap(({ identity }) => identity ?? []))

/** The list, while anything is revoked. */
export function revocationRequests(organization: Organization): KeyRequest[] {
  const file = revocationsPath(organization)
  if (file === undefined) return []
  return [
    {
      kind: 'key',
      organization: organization.name,
      label: `the revocation list of ${organization.name}`,
      file,
      path: [...organization.path, 'revoked'],
      signedOnly: true,
      needs: [sealedAuthorityPath(organization, 'ca')],
      make: (maker) => ({
        public: {
          [file]: issueRevocationList(
            { serialNumbers: revokedSerials(organization, maker.material), now: maker.now },
            issuerOf(organization, 'ca', maker),
          ),
        },
        private: {},
      }),
    },
  ]
}
