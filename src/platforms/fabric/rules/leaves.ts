import { X509Certificate } from 'node:crypto'
import type { Material } from '../../../material/material.ts'
import { type CertificateContent, readCertificate } from '../../../material/x509/read.ts'
import { isIpAddress } from '../../../network/address.ts'
import type { Problem } from '../../../network/finding.ts'
import { nodeId, organizationOf } from '../../../network/network.ts'
import { agreeing } from '../../../words.ts'
import { certificatesIn } from '../channel/organizations.ts'
import {
  type AnyNode,
  capabilitiesOf,
  consentersOf,
  type FabricNetwork,
  isAuthority,
  isPeer,
  membersOf,
} from '../network.ts'
import { type Authority, authorityPath, certificatePath } from '../places.ts'
import { tlsPurpose } from '../requests/nodes.ts'
import { inFile } from './problem.ts'

/** The text of a file that somebody made; a stand-in is none. */
export const present = (material: Material, path: string): string | undefined =>
  material.standIns.has(path) ? undefined : material.text(path)

/** Certificates of nodes, ours and those that others committed: who issued them, for which role, for which names, of what key. */
export const leafProblems = (network: FabricNetwork, material: Material): Problem[] =>
  [...network.nodes, ...network.external].flatMap((node): Problem[] => {
    const [sign, tls] = [found('sign', node, material), found('tls', node, material)]
    return [
      ...(sign === undefined || isAuthority(node)
        ? []
        : [...issued(sign, node, 'ca', material), ...role(sign, node), ...kindOfKey(sign, node, network)]),
      ...(tls === undefined
        ? []
        : [...issued(tls, node, 'tlsca', material), ...names(tls, node), ...kindOfKey(tls, node, network)]),
    ]
  })

interface Found {
  readonly file: string
  readonly text: string
  readonly content: CertificateContent | undefined
}

function found(certificate: 'sign' | 'tls', node: AnyNode, material: Material): Found | undefined {
  const file = certificatePath(organizationOf(node), node.name, certificate)
  const text = present(material, file)
  return text === undefined ? undefined : { file, text, content: readCertificate(text) }
}

function issued({ file, text, content }: Found, node: AnyNode, authority: Authority, material: Material): Problem[] {
  if (content === undefined)
    return [inFile('certificate', file, `${file} is no certificate`, 'commit it as PEM: -----BEGIN CERTIFICATE-----')]
  const path = authorityPath(organizationOf(node), authority)
  const issuer = present(material, path)
  const issuers = certificatesIn(issuer ?? '').filter((root) => readCertificate(root) !== undefined)
  if (issuers.length === 0 || issuers.some((root) => isIssuedBy(text, root))) return []
  return [
    inFile(
      'certificate',
      file,
      `${file} was not issued by ${path}`,
      'host' in node
        ? 'ask its owner for both'
        : 'restore both from Git, or remove the certificate and its key, and make them again with `chancery keys`',
    ),
  ]
}

/** Others may have authorities with keys that are not of P-256. */
function isIssuedBy(text: string, authority: string): boolean {
  const [leaf, issuer] = [new X509Certificate(text), new X509Certificate(authority)]
  return leaf.checkIssued(issuer) && leaf.verify(issuer.publicKey)
}

function role({ file, content }: Found, { role: wanted }: AnyNode): Problem[] {
  if (content === undefined || content.units.includes(wanted)) return []
  return [
    inFile(
      'certificate',
      file,
      `${file} has the role (OU) ${content.units.join(', ') || 'none'}, and its node is ${wanted === 'orderer' ? 'an' : 'a'} ${wanted}`,
      `issue it with OU=${wanted}: Fabric tells roles by it`,
    ),
  ]
}

/** Names that others dial the node by: a TLS client refuses any that is not in the certificate. */
function names({ file, content }: Found, node: AnyNode): Problem[] {
  if (content === undefined) return []
  const id = nodeId(node)
  const missing = namesOf(node).filter(
    (name) => ![...content.names, ...content.addresses].some((one) => covers(one, name)),
  )
  if (missing.length === 0) return []
  const message = `${file} lacks ${agreeing(missing.length, 'the name', 'the names')} ${missing.join(', ')}, by which others dial ${id}`
  return 'host' in node
    ? [inFile('certificate', file, message, 'ask its owner for a certificate with it')]
    : [inFile('certificate-names', file, message, `renew it: \`chancery keys --renew ${id}\``)]
}

function namesOf(node: AnyNode): readonly string[] {
  if ('host' in node) return [node.host]
  const purpose = tlsPurpose(node)
  return purpose.kind === 'tls' ? [...purpose.names, ...purpose.addresses] : []
}

/** RFC 6125, 6.4.3: a star stands for one label. */
const covers = (pattern: string, name: string): boolean =>
  pattern === name ||
  (pattern.startsWith('*.') && !isIpAddress(name) && name.slice(name.indexOf('.')) === pattern.slice(1))

/** Fabric signs with ECDSA; Ed25519 came with the channel capability V3_0 (common/channelconfig). */
function kindOfKey({ file, text, content }: Found, node: AnyNode, network: FabricNetwork): Problem[] {
  if (content === undefined) return []
  const kind = new X509Certificate(text).publicKey.asymmetricKeyType ?? 'an unknown kind'
  if (kind === 'ec') return []
  const old = network.top.channels.find(
    (channel) => isIn(network, channel, node) && capabilitiesOf(channel).channel !== 'V3_0',
  )
  if (kind === 'ed25519' && old === undefined) return []
  return [
    inFile(
      'certificate',
      file,
      kind === 'ed25519'
        ? `${file} has an Ed25519 key, and channel ${old?.name} has not the capability V3_0 that it needs`
        : `${file} has a key of ${kind}, which Fabric does not sign with`,
      'use a key of P-256',
    ),
  ]
}

const isIn = (network: FabricNetwork, channel: FabricNetwork['top']['channels'][number], node: AnyNode): boolean =>
  isPeer(node)
    ? membersOf(network, channel).some(({ peers }) => peers.includes(node))
    : consentersOf(network, channel).includes(node)
