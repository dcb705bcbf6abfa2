import type { Material } from '../../../material/material.ts'
import { recipientsOf } from '../../../material/sops.ts'
import { certificatesIn, readCertificate } from '../../../material/x509/read.ts'
import type { Path, Problem } from '../../../network/finding.ts'
import { type Cluster, type Organization, organizationOf } from '../../../network/network.ts'
import { ownRecipients } from '../../../network/readers.ts'
import { error, inFile, warning } from '../../problem.ts'
import { certificatesOf } from '../channel-input.ts'
import { consentersOf, type FabricNetwork, isAuthority, membersOf, strangersOf } from '../network.ts'
import { type Authority, authorities, authorityPath, sealedAuthorityPath } from '../places.ts'
import { authorityRequests, issuersOf } from '../requests/authorities.ts'
import { present } from './leaf-checks.ts'
import { leafProblems } from './leaves.ts'
import { takesPart } from './parties.ts'

/** Certificates that somebody committed must be what the definition needs. When they expire is not asked here: no clock. */
export const certificateProblems = (network: FabricNetwork, material: Material): Problem[] => [
  ...network.organizations.flatMap((organization) => issuers(network, organization, material)),
  ...[...network.organizations, ...strangersOf(network)].flatMap(({ name, path }) =>
    authorityProblems(name, path, material).filter(
      // What a channel that runs accepts is not for others to change.
      ({ severity }) => severity === 'error' || !isAdoptedParty(network, name),
    ),
  ),
  ...sharedAuthorities(network, material),
  ...externalFiles(network, material),
  ...leafProblems(network, material),
]

/** With one identity authority two organizations could issue identities of each other. TLS authorities may be shared. */
function sharedAuthorities(network: FabricNetwork, material: Material): Problem[] {
  const owners = new Map<string, string>()
  return [...network.organizations, ...strangersOf(network)].flatMap(({ name }): Problem[] => {
    const file = authorityPath(name, 'ca')
    const text = present(material, file) ?? ''
    // Keys of other kinds than P-256 are not read: the certificate represents its key.
    const key = Buffer.from(readCertificate(text)?.publicKey ?? []).toString('hex') || certificatesIn(text).join('')
    const other = owners.get(key)
    if (key === '') return []
    if (other === undefined) owners.set(key, file)
    if (other === undefined) return []
    return [
      {
        ...inFile(
          'certificate',
          file,
          `${file} has the same key as ${other}: each of the two organizations could issue identities of the other`,
          'use a separate identity authority for each organization',
        ),
        severity: isAdoptedParty(network, name) ? 'warning' : 'error',
      },
    ]
  })
}

/** Whether an organization takes part in a channel that began without Chancery. */
const isAdoptedParty = (network: FabricNetwork, party: string): boolean =>
  network.top.channels.some((channel) => channel.adopted && takesPart(network, channel, party))

/** Whether an organization takes part in such channels only. */
const isOnlyAdopted = (network: FabricNetwork, party: string): boolean =>
  network.top.channels.every((channel) => channel.adopted || !takesPart(network, channel, party))

/** A key of an authority that a cluster could decrypt is no longer only the issuers'; a cluster with a CA server has its own copy. */
function issuers(network: FabricNetwork, organization: Organization, material: Material): Problem[] {
  const { name, path } = organization
  const others = network.clusters.filter(
    (cluster) =>
      !network.nodes.some(
        (node) => isAuthority(node) && node.organization.name === name && node.cluster.name === cluster.name,
      ),
  )
  const readers = (recipients: readonly string[]): string[] =>
    others
      .filter((cluster) => readersIn(network, cluster).some((one) => recipients.includes(one)))
      .map((cluster) => cluster.name)
  const wanted = issuersOf(organization)
  // Who has made its authorities itself may keep their keys elsewhere.
  const toBeMade = authorityRequests(network, organization).some(({ file }) => present(material, file) === undefined)
  const named = readers(wanted) // a warning of its own (network/rules/recipients.ts)
  const sealed = authorities.flatMap((authority) => {
    const file = sealedAuthorityPath(organization, authority)
    const clusters = readers(recipientsOf(material.value(file)) ?? []).filter((cluster) => !named.includes(cluster))
    return clusters.map((cluster) => ({ file, cluster }))
  })
  return [
    ...(wanted.length === 0 && toBeMade
      ? [
          error(
            'issuer-recipients',
            `nobody could decrypt the keys of the certificate authorities of ${name}`,
            'make an age key outside the clusters with `age-keygen`, and set its public half as issuerRecipients: the holder of the private half issues certificates',
            path,
          ),
        ]
      : []),
    ...sealed.map(({ file, cluster }) =>
      inFile(
        'issuer-key-in-cluster',
        file,
        `${file} is encrypted for cluster ${cluster}, which runs no CA of ${name}`,
        'run `chancery keys --recipients` with the age key of the issuers, and replace the authority when you can: the history of Git keeps the old file',
      ),
    ),
  ]
}

/** Whose keys are in a cluster: its own, and those that organizations have to themselves there. */
const readersIn = ({ organizations }: FabricNetwork, { name, recipients }: Cluster): string[] => [
  ...recipients,
  ...organizations.flatMap((organization) => ownRecipients(organization, name)),
]

function authorityProblems(party: string, path: Path, material: Material): Problem[] {
  const found = authorities.flatMap((authority): { authority: Authority; file: string; text: string }[] => {
    const file = authorityPath(party, authority)
    const text = present(material, file)
    return text === undefined ? [] : [{ authority, file, text }]
  })
  const [first, second] = ['ca', 'tlsca'].map((name) => found.find(({ authority }) => authority === name)?.text)
  return [
    ...found
      .filter(({ text }) => !isOfAuthorities(text))
      .map(({ file }) =>
        inFile(
          'certificate',
          file,
          `${file} is not a certificate of an authority (basicConstraints, keyCertSign, subject key identifier)`,
          'commit the certificate of the authority itself, as PEM',
        ),
      ),
    ...(first !== undefined && first === second
      ? [
          warning(
            'certificate',
            `the identity authority and the TLS authority of ${party} are the same`,
            'make two: Fabric needs separate authorities',
            path,
          ),
        ]
      : []),
  ]
}

/** A file has both certificates while an authority is replaced. */
function isOfAuthorities(text: string): boolean {
  const roots = certificatesIn(text)
  return roots.length > 0 && roots.every((root) => readCertificate(root)?.isAuthority === true)
}

/** What others have to commit, before a channel with them can be made. */
function externalFiles(network: FabricNetwork, material: Material): Problem[] {
  const external = new Map(strangersOf(network).map(({ name, path }) => [name, path]))
  const wanted = new Set(
    network.top.channels
      .filter((channel) =>
        [
          ...membersOf(network, channel).map(({ name }) => name),
          ...consentersOf(network, channel).map(organizationOf),
        ].some((name) => external.has(name)),
      )
      .flatMap((channel) => certificatesOf(network, channel)),
  )
  return [...wanted].flatMap((path): Problem[] => {
    const place = external.get(path.split('/')[2] ?? '')
    if (place === undefined || material.text(path) !== undefined) return []
    const problem = error(
      'external-certificate',
      `${path} is missing: a channel with an external organization needs its certificates`,
      'ask that organization to commit it as PEM in a pull request, where reviewers see its origin',
      place,
    )
    // A channel that runs may have no TLS authority of an organization: it stays so.
    const party = path.split('/')[2] ?? ''
    const mayLack = path === authorityPath(party, 'tlsca') && isOnlyAdopted(network, party)
    return [mayLack ? { ...problem, severity: 'warning' } : problem]
  })
}
