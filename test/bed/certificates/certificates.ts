import { createHash, createPublicKey, generateKeyPairSync, type KeyObject, randomBytes, sign } from 'node:crypto'
import { isIPv4 } from 'node:net'
import * as der from './der.ts'

/** Both as PEM. */
export interface Identity {
  readonly certificate: string
  readonly key: string
}

/** A certificate authority for the lifetime of a bed. */
export interface Authority {
  readonly certificate: string
  /** For a client; Kubernetes takes the organizations as its groups. */
  client(commonName: string, organization?: string): Identity
  /** For a server that is reached under these names and IPv4 addresses. */
  server(commonName: string, names: readonly string[]): Identity
}

const day = 24 * 60 * 60 * 1000
// Numbers from RFC 5280 (certificate extensions and key purposes), RFC 5758 (signature) and X.520 (names).
const [ecdsaWithSha256, commonNameType, organizationType] = ['1.2.840.10045.4.3.2', '2.5.4.3', '2.5.4.10']
const [forServers, forClients] = ['1.3.6.1.5.5.7.3.1', '1.3.6.1.5.5.7.3.2']

export function createAuthority(commonName: string): Authority {
  const key = newKey()
  const issuer = nameOf(commonName)
  const certificate = (subject: der.Der, subjectKey: KeyObject, extensions: readonly der.Der[]): string => {
    const publicKey = createPublicKey(subjectKey).export({ type: 'spki', format: 'der' })
    const algorithm = der.sequence(der.objectIdentifier(ecdsaWithSha256))
    const content = der.sequence(
      der.explicit(0, der.positiveInteger(Buffer.from([2]))), // version 3
      der.positiveInteger(Buffer.concat([Buffer.from([1]), randomBytes(15)])),
      algorithm,
      issuer,
      der.sequence(der.time(new Date(Date.now() - day)), der.time(new Date(Date.now() + 365 * day))),
      subject,
      publicKey,
      der.explicit(3, der.sequence(...extensions, authorityKey(key))),
    )
    return pem(der.sequence(content, algorithm, der.bitString(sign('sha256', content, key))))
  }
  const identity = (subject: der.Der, purpose: string, names: readonly string[]): Identity => {
    const own = newKey()
    const alternativeNames = names.length === 0 ? [] : [extension('2.5.29.17', der.sequence(...names.map(general)))]
    const extensions = [extension('2.5.29.37', der.sequence(der.objectIdentifier(purpose))), ...alternativeNames]
    return { certificate: certificate(subject, own, extensions), key: keyText(own) }
  }
  const isAuthority = extension('2.5.29.19', der.sequence(der.boolean(true)), true)
  const signsCertificates = extension('2.5.29.15', der.bitString(Buffer.from([0b100]), 2), true)
  const subjectKey = extension('2.5.29.14', der.octetString(keyIdentifier(key)))
  return {
    certificate: certificate(issuer, key, [isAuthority, signsCertificates, subjectKey]),
    client: (name, organization) => identity(nameOf(name, organization), forClients, []),
    server: (name, names) => identity(nameOf(name), forServers, names),
  }
}

/** A key pair as PEM: `key` is private. */
export function createKeyPair(): { readonly key: string; readonly publicKey: string } {
  const key = newKey()
  return { key: keyText(key), publicKey: String(createPublicKey(key).export({ type: 'spki', format: 'pem' })) }
}

const newKey = (): KeyObject => generateKeyPairSync('ec', { namedCurve: 'P-256' }).privateKey
const keyText = (key: KeyObject): string => String(key.export({ type: 'sec1', format: 'pem' }))

function nameOf(commonName: string, organization?: string): der.Der {
  const part = (type: string, content: string): der.Der =>
    der.set(der.sequence(der.objectIdentifier(type), der.text(content)))
  const organizations = organization === undefined ? [] : [part(organizationType, organization)]
  return der.sequence(...organizations, part(commonNameType, commonName))
}

function extension(identifier: string, content: der.Der, critical = false): der.Der {
  return der.sequence(
    der.objectIdentifier(identifier),
    ...(critical ? [der.boolean(true)] : []),
    der.octetString(content),
  )
}

/** Python's default context has refused certificates without it since 3.13. */
function authorityKey(key: KeyObject): der.Der {
  return extension('2.5.29.35', der.sequence(der.implicit(0, keyIdentifier(key))))
}

function keyIdentifier(key: KeyObject): Buffer {
  return createHash('sha256')
    .update(createPublicKey(key).export({ type: 'spki', format: 'der' }))
    .digest()
    .subarray(0, 20)
}

function general(name: string): der.Der {
  return isIPv4(name)
    ? der.implicit(7, Buffer.from(name.split('.').map(Number)))
    : der.implicit(2, Buffer.from(name, 'ascii'))
}

function pem(certificate: der.Der): string {
  const lines = certificate.toString('base64').match(/.{1,64}/g) ?? []
  return `-----BEGIN CERTIFICATE-----\n${lines.join('\n')}\n-----END CERTIFICATE-----\n`
}
