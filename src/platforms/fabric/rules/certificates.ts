import type { Material } from '../../../material/material.ts'
import { type CertificateContent, readCertificate } from '../../../material/x509/read.ts'
import type { Path, Problem } from '../../../network/finding.ts'
import { certificatesOf } from '../channel-input.ts'
import {
  consentersOf,
  type FabricLedgerNode,
  type FabricNetwork,
  isAuthority,
  membersOf,
  partyNameOf,
} from '../network.ts'
import { type Authority, authorities, authorityPath, certificatePath } from '../places.ts'
import { issuersOf } from '../requests/authorities.ts'
import { tlsPurpose } from '../requests/nodes.ts'
import { error, warning } from './problem.ts'

/** Certificates that somebody committed must be what the definition needs. When they expire is not asked here: no clock. */
export const certificateProblems = (network: FabricNetwork, material: Material): Problem[] => [
  ...network.organizations.flatMap((organization) => [
    ...(issuersOf(organization).length === 0
      ? [
          error(
            'issuer-recipients',
            `nobody could decrypt the keys of the certificate authorities of ${organization.name}`,
            'make an age key that no cluster has with `age-keygen`, and write its public half as issuerRecipients: whoever has the other half issues certificates',
            organization.path,
          ),
        ]
      : []),
    ...authorityProblems(organization.name, organization.path, material),
  ]),
  ...network.externalParties.flatMap(({ name, path }) => authorityProblems(name, path, material)),
  ...externalFiles(network, material),
  ...network.nodes.flatMap((node) => nodeProblems(node, material)),
]

const present = (material: Material, path: string): string | undefined =>
  material.standIns.has(path) ? undefined : material.text(path)

function authorityProblems(party: string, path: Path, material: Material): Problem[] {
  const found = authorities.flatMap((authority): { authority: Authority; file: string; text: string }[] => {
    const file = authorityPath(party, authority)
    const text = present(material, file)
    return text === undefined ? [] : [{ authority, file, text }]
  })
  const [first, second] = ['ca', 'tlsca'].map((name) => found.find(({ authority }) => authority === name)?.text)
  return [
    ...found
      .filter(({ text }) => readCertificate(text)?.isAuthority !== true)
      .map(({ file }) => ({
        ...error(
          'certificate',
          `${file} is no certificate of an authority (basicConstraints, keyCertSign, subject key identifier)`,
          'commit the certificate of the authority itself, as PEM',
          [],
        ),
        file,
      })),
    ...(first !== undefined && first === second
      ? [
          warning(
            'certificate',
            `the identity authority and the TLS authority of ${party} are the same`,
            'Fabric keeps them apart: make two',
            path,
          ),
        ]
      : []),
  ]
}

/** What others have to commit, before a channel with them can be made. */
function externalFiles(network: FabricNetwork, material: Material): Problem[] {
  const external = new Map(network.externalParties.map(({ name, path }) => [name, path]))
  const wanted = new Set(
    network.top.channels
      .filter((channel) =>
        [
          ...membersOf(network, channel).map(({ name }) => name),
          ...consentersOf(network, channel).map(partyNameOf),
        ].some((name) => external.has(name)),
      )
      .flatMap((channel) => certificatesOf(network, channel)),
  )
  return [...wanted].flatMap((path): Problem[] => {
    const place = external.get(path.split('/')[2] ?? '')
    if (place === undefined || material.text(path) !== undefined) return []
    return [
      error(
        'external-certificate',
        `there is no ${path}: a channel with an external organization is made of its certificates`,
        'let that organization commit it, as PEM: with a pull request, so that somebody looks at whom it comes from',
        place,
      ),
    ]
  })
}

function nodeProblems(node: FabricLedgerNode, material: Material): Problem[] {
  const { name, organization } = node
  const read = (
    certificate: 'sign' | 'tls',
  ): { readonly file: string; readonly content: CertificateContent | undefined; readonly isThere: boolean } => {
    const file = certificatePath(organization.name, name, certificate)
    const text = present(material, file)
    return { file, content: text === undefined ? undefined : readCertificate(text), isThere: text !== undefined }
  }
  const [sign, tls] = [read('sign'), read('tls')]
  return [
    ...(isAuthority(node) || !sign.isThere
      ? []
      : [...issued(sign, organization.name, 'ca', material), ...role(sign, node)]),
    ...(tls.isThere ? [...issued(tls, organization.name, 'tlsca', material), ...names(tls, node)] : []),
  ]
}

interface Found {
  readonly file: string
  readonly content: CertificateContent | undefined
}

const inFile = (file: string, message: string, hint: string): Problem => ({
  ...error('certificate', message, hint, []),
  file,
})

function issued({ file, content }: Found, party: string, authority: Authority, material: Material): Problem[] {
  if (content === undefined) return [inFile(file, `${file} is no certificate`, 'commit it as PEM')]
  const path = authorityPath(party, authority)
  const issuer = readCertificate(present(material, path) ?? '')
  if (issuer === undefined || content.isIssuedBy(issuer)) return []
  return [
    inFile(
      file,
      `${file} was not issued by ${path}`,
      'restore both from Git, or remove the certificate and its key, and make them again with `chancery keys`',
    ),
  ]
}

function role({ file, content }: Found, { role: wanted }: FabricLedgerNode): Problem[] {
  if (content === undefined || content.units.includes(wanted)) return []
  return [
    inFile(
      file,
      `${file} has the role (OU) ${content.units.join(', ') || 'none'}, and its node is ${wanted === 'orderer' ? 'an' : 'a'} ${wanted}`,
      `issue it with OU=${wanted}: Fabric tells roles by it`,
    ),
  ]
}

/** Names that others dial the node by: a TLS client refuses any that is not in the certificate. */
function names({ file, content }: Found, node: FabricLedgerNode): Problem[] {
  const purpose = tlsPurpose(node)
  if (content === undefined || purpose.kind !== 'tls') return []
  const missing = [
    ...purpose.names.filter((name) => !content.names.includes(name)),
    ...purpose.addresses.filter((address) => !content.addresses.includes(address)),
  ]
  if (missing.length === 0) return []
  return [
    {
      rule: 'certificate-names',
      severity: 'error',
      path: [],
      file,
      message: `${file} lacks ${missing.length === 1 ? 'the name' : 'the names'} ${missing.join(', ')}, by which others dial ${node.organization.name}/${node.name}`,
      hint: `renew it: \`chancery keys --renew ${node.organization.name}/${node.name}\``,
    },
  ]
}
