import type { Material } from '../../../material/material.ts'
import { certificatesIn, readCertificate } from '../../../material/x509/read.ts'
import { readRevocationList } from '../../../material/x509/revocation-list.ts'
import type { Problem } from '../../../network/finding.ts'
import type { Organization } from '../../../network/network.ts'
import { listed } from '../../../words.ts'
import { error, inFile, warning } from '../../problem.ts'
import { type FabricNetwork, strangersOf } from '../network.ts'
import { authorityPath, certificatePath } from '../places.ts'
import {
  externalRevocationsPath,
  revocationsOf,
  revocationsPath,
  revokedIdentities,
  revokedSerials,
  serialsOf,
} from '../revocations.ts'
import { present } from './leaf-checks.ts'

/** What is revoked has certificates, and the list of it is what the definition says, signed by who may. */
export const revocationProblems = (network: FabricNetwork, material: Material): Problem[] => [
  ...network.organizations.flatMap((organization) => [
    ...unknown(organization, material),
    ...inUse(network, organization),
    ...authority(organization, material),
    ...listProblems(organization.name, revocationsPath(organization), material),
    ...otherContent(organization, material),
  ]),
  ...strangersOf(network).flatMap(({ name }) => listProblems(name, externalRevocationsPath(name), material)),
]

const unknown = (organization: Organization, material: Material): Problem[] =>
  revocationsOf(organization).flatMap(({ identity, serial }, at): Problem[] => {
    const path = [...organization.path, 'revoked', at]
    if (identity === undefined)
      return serial === undefined
        ? [
            error(
              'revocation',
              `an entry in revoked of ${organization.name} is empty`,
              'write {identity: clients/shop}, or {serial: 4A…}',
              path,
            ),
          ]
        : []
    if (serialsOf(organization.name, identity, material).length > 0) return []
    return [
      error(
        'revocation',
        `${organization.name} revokes ${identity}, but ${certificatePath(organization.name, identity, 'sign')} is missing`,
        'use the serial number: `openssl x509 -noout -serial` prints it from the certificate in the history of Git. TLS certificates cannot be revoked: Fabric checks no list for them',
        path,
      ),
    ]
  })

/** Its pod keeps a certificate that everybody refuses. */
function inUse(network: FabricNetwork, organization: Organization): Problem[] {
  const revoked = revokedIdentities(organization)
  return network.nodes
    .filter((node) => node.organization.name === organization.name && revoked.has(node.name))
    .map(({ name, path }) =>
      warning(
        'revoked-node',
        `${organization.name}/${name} is revoked but still in the definition: it runs, and every other node refuses it`,
        'remove it after another one replaces it',
        path,
      ),
    )
}

/** RFC 5280, 4.2.1.3 */
function authority(organization: Organization, material: Material): Problem[] {
  if (revocationsOf(organization).length === 0) return []
  const file = authorityPath(organization.name, 'ca')
  const content = readCertificate(present(material, file) ?? '')
  return content === undefined || content.mayRevoke
    ? []
    : [
        inFile(
          'revocation',
          file,
          `${file} has a key usage without cRLSign: its authority cannot sign a revocation list`,
          'issue the certificate of the authority again for its key, with cRLSign; or remove the revoked entries',
        ),
      ]
}

/** Somebody else may have made it: an organization that keeps the key of its authority elsewhere. */
function listProblems(party: string, path: string | undefined, material: Material): Problem[] {
  const text = path === undefined ? undefined : present(material, path)
  if (path === undefined || text === undefined) return []
  const list = readRevocationList(text)
  if (list === undefined)
    return [inFile('revocation', path, `${path} is no revocation list`, 'commit it as PEM: -----BEGIN X509 CRL-----')]
  const authorities = certificatesIn(present(material, authorityPath(party, 'ca')) ?? '').map(readCertificate)
  const problems = [
    ...(authorities.some((one) => one !== undefined && list.isIssuedBy(one))
      ? []
      : [
          inFile(
            'revocation',
            path,
            `${path} was not signed by ${authorityPath(party, 'ca')}`,
            'restore it from Git, or remove it and its line in network.lock.yaml: `chancery keys` makes it again',
          ),
        ]),
    ...(list.keyIdentifier === undefined
      ? [
          inFile(
            'revocation',
            path,
            `${path} lacks an authority key identifier: Fabric would refuse every certificate of ${party}`,
            'make it with one (`openssl ca -gencrl` with authorityKeyIdentifier=keyid in its crl_extensions)',
          ),
        ]
      : []),
  ]
  return problems
}

/** A list that says less lets go on who was revoked; one that says more shuts somebody out unseen. */
function otherContent(organization: Organization, material: Material): Problem[] {
  const path = revocationsPath(organization)
  const list = readRevocationList((path === undefined ? undefined : present(material, path)) ?? '')
  if (path === undefined || list === undefined) return []
  const wanted = revokedSerials(organization, material)
  const lacking = wanted.filter((serial) => !list.serialNumbers.includes(serial))
  const surplus = list.serialNumbers.filter((serial) => !wanted.includes(serial))
  if (lacking.length + surplus.length === 0) return []
  const parts = [
    ...(lacking.length === 0 ? [] : [`not ${listed(lacking)}`]),
    ...(surplus.length === 0 ? [] : [`${listed(surplus)} besides`]),
  ]
  return [
    inFile(
      'revocation',
      path,
      `${path} does not match revoked of ${organization.name}: ${parts.join(', and ')}`,
      'write {serial: …} for a revoked certificate whose identity has a new one; `chancery keys` makes a new list',
    ),
  ]
}
