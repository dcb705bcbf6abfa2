import { createHash, createPublicKey, generateKeyPairSync, type KeyObject, randomBytes, sign } from 'node:crypto'
import * as der from '../../../bed/certificates/der.ts'
import { readRequest, roleIdentifier } from './request.ts'

const day = 24 * 60 * 60 * 1000

/** Bits of RFC 5280, 4.2.1.3: the first of a byte is digitalSignature, keyCertSign and cRLSign are the sixth and seventh. */
const usages = { signs: [0b1000_0000, 7], certifies: [0b1000_0110, 1] } as const

/** Roles of certificates, by their number (CertRole.kt of corda 4.10). */
const roles = { doorman: 1, networkMap: 2, service: 3, nodeAuthority: 4 } as const

interface Signer {
  readonly name: der.Der
  readonly key: KeyObject
  readonly certificate: der.Der
}

interface Subject {
  readonly name: der.Der
  /** SubjectPublicKeyInfo. */
  readonly publicKey: Buffer
  readonly usage: keyof typeof usages
  readonly role?: number
}

/** Who signs in a zone: a root, the doorman and the network map below it. All in DER. */
export interface ZoneAuthority {
  readonly root: Buffer
  /** Keys are in PKCS #8. */
  readonly doorman: { readonly key: Buffer; readonly certificate: Buffer }
  readonly networkMap: { readonly key: Buffer; readonly certificate: Buffer }
  /** The chain for a request (PKCS #10), its own certificate first. Throws for a role that no node asks for. */
  issue(request: Buffer): readonly Buffer[]
}

/** With the profiles of CertificateType in X509Utilities.kt of corda 4.10. */
export function createZone(name: string): ZoneAuthority {
  const root = authority(nameOf(`${name} root`))
  const doorman = authority(nameOf(`${name} doorman`), { by: root, role: roles.doorman })
  const { privateKey: mapKey, publicKey } = newKeys()
  const networkMap = { name: nameOf(`${name} network map`), publicKey, usage: 'signs', role: roles.networkMap } as const
  return {
    root: root.certificate,
    doorman: { key: exported(doorman.key), certificate: doorman.certificate },
    networkMap: {
      key: exported(mapKey),
      certificate: certificate(networkMap, root),
    },
    issue(request) {
      const { subject, publicKey, role } = readRequest(request)
      if (role !== roles.service && role !== roles.nodeAuthority) throw new Error(`nobody gets the role ${role}`)
      const usage = role === roles.service ? 'signs' : 'certifies'
      return [certificate({ name: subject, publicKey, usage, role }, doorman), doorman.certificate, root.certificate]
    },
  }
}

function authority(name: der.Der, below?: { readonly by: Signer; readonly role: number }): Signer {
  const { privateKey: key, publicKey } = newKeys()
  const subject = { name, publicKey, usage: 'certifies' } as const
  if (below !== undefined) return { name, key, certificate: certificate({ ...subject, role: below.role }, below.by) }
  return { name, key, certificate: certificate(subject, { name, key }) }
}

function newKeys(): { readonly privateKey: KeyObject; readonly publicKey: Buffer } {
  const { privateKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' })
  return { privateKey, publicKey: createPublicKey(privateKey).export({ type: 'spki', format: 'der' }) }
}

const exported = (key: KeyObject): Buffer => key.export({ type: 'pkcs8', format: 'der' })

function certificate(
  { name, publicKey, usage, role }: Subject,
  { name: issuer, key }: Pick<Signer, 'name' | 'key'>,
): der.Der {
  const algorithm = der.sequence(der.objectIdentifier('1.2.840.10045.4.3.2')) // ecdsa-with-SHA256, RFC 5758
  const [bits, unused] = usages[usage]
  const issuerKey = createPublicKey(key).export({ type: 'spki', format: 'der' })
  const extensions = [
    extension('2.5.29.19', der.sequence(...(usage === 'certifies' ? [der.boolean(true)] : [])), true),
    extension('2.5.29.15', der.bitString(Buffer.from([bits]), unused), true),
    extension('2.5.29.14', der.octetString(identifierOf(publicKey))),
    extension('2.5.29.35', der.sequence(der.implicit(0, identifierOf(issuerKey)))),
    ...(role === undefined ? [] : [extension(roleIdentifier, der.positiveInteger(Buffer.from([role])))]),
  ]
  const content = der.sequence(
    der.explicit(0, der.positiveInteger(Buffer.from([2]))), // version 3
    der.positiveInteger(Buffer.concat([Buffer.from([1]), randomBytes(15)])),
    algorithm,
    issuer,
    der.sequence(der.time(new Date(Date.now() - day)), der.time(new Date(Date.now() + 365 * day))),
    name,
    publicKey,
    der.explicit(3, der.sequence(...extensions)),
  )
  return der.sequence(content, algorithm, der.bitString(sign('sha256', content, key)))
}

const extension = (identifier: string, content: der.Der, critical = false): der.Der =>
  der.sequence(der.objectIdentifier(identifier), ...(critical ? [der.boolean(true)] : []), der.octetString(content))

const identifierOf = (publicKey: Buffer): Buffer => createHash('sha256').update(publicKey).digest().subarray(0, 20)

const nameOf = (commonName: string): der.Der =>
  der.sequence(der.set(der.sequence(der.objectIdentifier('2.5.4.3'), der.text(commonName))))
