import { X509Certificate } from 'node:crypto'
import type { Material } from '../../../material/material.ts'
import { type CertificateContent, certificatesIn, readCertificate } from '../../../material/x509/read.ts'
import { isIpAddress } from '../../../network/address.ts'
import type { Problem } from '../../../network/finding.ts'
import { agreeing, listed } from '../../../words.ts'
import { inFile } from '../../problem.ts'
import { differingAttributes } from '../client-attributes.ts'
import { type Client, capabilitiesOf } from '../network.ts'
import { type Authority, authorityPath } from '../places.ts'
import type { Channel } from '../schema.ts'

/** What a certificate has to be: of a node or of somebody who acts for an organization. */
export interface WantedLeaf {
  readonly file: string
  readonly party: string
  readonly authority: Authority
  /** `carrier/peer1`, `carrier/administrators/us`. */
  readonly owner: string
  /** Others committed it, and it is not for `keys` to make. */
  readonly isExternal: boolean
  /** Its authority, whose key is elsewhere, issued it: `keys --renew` cannot. */
  readonly isEnrolled?: boolean
  /** It is of a node that others run in an adopted channel: what that channel accepts, nobody here decides. */
  readonly isAdopted?: boolean
  /** Several nodes may have it: TLS of peers that others run. */
  readonly mayShare?: boolean
  /** The role that it has to have, with words for whose that is: `its node is a peer`. */
  readonly role?: { readonly unit: string; readonly whose: string }
  /** The application whose attributes it has to have. */
  readonly client?: Client
  /** Names that others dial it by, and those of TLS alone. */
  readonly names: readonly string[]
  /** Days that it may be valid, where the definition says so. */
  readonly days?: number | undefined
  /** Channels that its owner takes part in. */
  readonly channels: readonly Channel[]
}

/** The text of a file that somebody made; a stand-in is none. */
export const present = (material: Material, path: string): string | undefined =>
  material.standIns.has(path) ? undefined : material.text(path)

/** All that is wrong with one certificate; nothing while it is not there. */
export function leafFileProblems(leaf: WantedLeaf, material: Material): Problem[] {
  const text = present(material, leaf.file)
  if (text === undefined) return []
  const content = readCertificate(text)
  if (content === undefined)
    return [
      inFile(
        'certificate',
        leaf.file,
        `${leaf.file} is not a certificate`,
        'commit it as PEM: -----BEGIN CERTIFICATE-----',
      ),
    ]
  return [
    ...issued(leaf, text, content, material),
    ...ofAuthority(leaf, content),
    ...role(leaf, content),
    ...names(leaf, content),
    ...attributes(leaf, content),
    ...kindOfKey(leaf, text),
    ...lifetime(leaf, content),
  ]
}

const again = ({ isExternal }: WantedLeaf): string =>
  isExternal
    ? 'ask its owner for another'
    : 'restore it from Git, or remove the certificate and its key, and make them again with `chancery keys`'

function issued(leaf: WantedLeaf, text: string, content: CertificateContent, material: Material): Problem[] {
  const { file, isExternal } = leaf
  const path = authorityPath(leaf.party, leaf.authority)
  const issuers = certificatesIn(present(material, path) ?? '').filter((root) => readCertificate(root) !== undefined)
  if (issuers.length === 0) return []
  const issuer = issuers.find((root) => isIssuedBy(text, root))
  if (issuer === undefined)
    return [
      {
        ...inFile(
          'certificate',
          file,
          `${file} was not issued by ${path}`,
          isExternal
            ? 'ask its owner for both'
            : 'restore both from Git, or remove the certificate and its key, and make them again with `chancery keys`',
        ),
        severity: leaf.isAdopted === true ? 'warning' : 'error',
      },
    ]
  const end = readCertificate(issuer)?.notAfter.getTime() ?? Number.POSITIVE_INFINITY
  // Certificates made by hand in one sitting end together, but for some minutes.
  if (isExternal || content.notAfter.getTime() <= end + oneDay) return []
  return [
    inFile(
      'certificate',
      file,
      `${file} is valid until ${day(content.notAfter)}, but its issuer ${path} only until ${day(new Date(end))}`,
      leaf.isEnrolled
        ? 'enroll it again at the authority that issued it, for a shorter time'
        : `issue it for a shorter time: \`chancery keys --renew ${leaf.owner}\``,
    ),
  ]
}

const oneDay = 24 * 60 * 60 * 1000

const day = (date: Date): string => date.toISOString().slice(0, 10)

/** Others may have authorities with keys that are not of P-256. */
function isIssuedBy(text: string, authority: string): boolean {
  const [leaf, issuer] = [new X509Certificate(text), new X509Certificate(authority)]
  return leaf.checkIssued(issuer) && leaf.verify(issuer.publicKey)
}

/** Fabric takes no identity that could issue others (msp/mspimpl.go, getCertificationChainForBCCSPIdentity), and every key here signs. */
function ofAuthority(leaf: WantedLeaf, { isMarkedAuthority, maySign }: CertificateContent): Problem[] {
  const { file } = leaf
  if (isMarkedAuthority)
    return [
      inFile(
        'certificate',
        file,
        `${file} is a certificate of an authority (CA:TRUE): its key can issue others, and Fabric accepts it for no identity`,
        again(leaf),
      ),
    ]
  return maySign
    ? []
    : [
        inFile(
          'certificate',
          file,
          `${file} has a key usage without digitalSignature, but its key must sign`,
          again(leaf),
        ),
      ]
}

/** It was issued before the definition said for how long: until it is renewed, a stolen key is good for so much longer. */
function lifetime({ file, owner, days }: WantedLeaf, { notBefore, notAfter }: CertificateContent): Problem[] {
  const given = Math.round((notAfter.getTime() - notBefore.getTime()) / oneDay)
  if (days === undefined || given <= days) return []
  return [
    {
      ...inFile(
        'certificate',
        file,
        `${file} is valid for ${given} days, but administrators.validity is ${days}d`,
        `renew it: \`chancery keys --renew ${owner}\`; the old one is valid until it expires, or is revoked`,
      ),
      severity: 'warning',
    },
  ]
}

function role({ file, role: wanted, isAdopted }: WantedLeaf, { units }: CertificateContent): Problem[] {
  // Its MSP may know no roles, or call them otherwise.
  if (wanted === undefined || isAdopted || units.includes(wanted.unit)) return []
  return [
    inFile(
      'certificate',
      file,
      `${file} has the role (OU) ${units.join(', ') || 'none'}, but ${wanted.whose}`,
      `issue it with OU=${wanted.unit}, from which Fabric reads roles`,
    ),
  ]
}

/** Names that others dial the node by: a TLS client refuses any that is not in the certificate. */
function names(
  { file, owner, isExternal, isEnrolled, isAdopted, names: wanted }: WantedLeaf,
  content: CertificateContent,
): Problem[] {
  const missing = wanted.filter((name) => ![...content.names, ...content.addresses].some((one) => covers(one, name)))
  if (missing.length === 0) return []
  const message = `${file} lacks ${agreeing(missing.length, 'the name', 'the names')} ${missing.join(', ')}, which others use to dial ${owner}`
  return isExternal
    ? [
        {
          ...inFile('certificate', file, message, 'ask its owner for a certificate with it'),
          severity: isAdopted ? 'warning' : 'error',
        },
      ]
    : [
        inFile(
          'certificate-names',
          file,
          message,
          isEnrolled
            ? `enroll it again at the authority that issued it, with the same key and the names ${wanted.join(', ')}`
            : `renew it: \`chancery keys --renew ${owner}\``,
        ),
      ]
}

/** Chaincodes decide by them, so an old certificate has rights that the definition no longer has. */
function attributes({ file, owner, client }: WantedLeaf, content: CertificateContent): Problem[] {
  const differing = client === undefined ? [] : differingAttributes(client, content)
  if (differing.length === 0) return []
  return [
    inFile(
      'certificate-attributes',
      file,
      `${file} does not have the attributes of ${owner} in the definition: ${listed(differing)} ${agreeing(differing.length, 'differs', 'differ')}`,
      `renew it: \`chancery keys --renew ${owner}\`; the old one is valid until it expires, or is revoked`,
    ),
  ]
}

/** RFC 6125, 6.4.3: a star matches one label. */
const covers = (pattern: string, name: string): boolean =>
  pattern === name ||
  (pattern.startsWith('*.') && !isIpAddress(name) && name.slice(name.indexOf('.')) === pattern.slice(1))

/** Fabric signs with ECDSA; Ed25519 came with the channel capability V3_0 (common/channelconfig). */
function kindOfKey({ file, authority, isAdopted, channels }: WantedLeaf, text: string): Problem[] {
  if (isAdopted && authority === 'tlsca') return [] // TLS has other kinds, too
  const kind = new X509Certificate(text).publicKey.asymmetricKeyType ?? 'an unknown kind'
  if (kind === 'ec') return []
  const old = channels.find((channel) => capabilitiesOf(channel).channel !== 'V3_0')
  if (kind === 'ed25519' && old === undefined) return []
  return [
    inFile(
      'certificate',
      file,
      kind === 'ed25519'
        ? `${file} has an Ed25519 key, but channel ${old?.name} lacks the capability V3_0 for it`
        : `${file} has a ${kind} key, which Fabric does not support`,
      'use a key of P-256',
    ),
  ]
}
