import { once } from 'node:events'
import type { AddressInfo, Server } from 'node:net'
import { createServer } from 'node:tls'
import { seededRandom } from '../../../../src/material/random.ts'
import { issueCertificate } from '../../../../src/material/x509/certificate.ts'
import { type KeyPair, newKeyPair, privateKeyPem } from '../../../../src/material/x509/key.ts'
import { type CertificateContent, readCertificate } from '../../../../src/material/x509/read.ts'
import { truststoreOf as javaTruststore } from '../../../../src/platforms/corda/demo-zone/truststore.ts'

const random = seededRandom('corda')
const year = 365 * 86_400_000

/** An authority of a zone, and a node with a certificate of it. */
export interface TestZone {
  readonly root: string
  /** A certificate for a name such as `CN=b1, O=Bank, L=London, C=GB`, with its key. */
  issue(name: string, expiry?: Date): { readonly certificate: string; readonly key: string }
}

export function testZone(name: string): TestZone {
  const key = newKeyPair(random, name)
  const validity = { notBefore: new Date('2026-01-01T00:00:00Z'), notAfter: new Date(Date.now() + 20 * year) }
  const root = issueCertificate(
    {
      subject: { commonName: name },
      purpose: { kind: 'authority' },
      publicKey: key.publicKey,
      serialNumber: random('s', 16),
      ...validity,
    },
    { key },
  )
  const authority = contentOf(root)
  return {
    root,
    issue: (subject, expiry = validity.notAfter) => issued(subject, expiry, { key, certificate: authority }),
  }
}

function issued(
  name: string,
  notAfter: Date,
  issuer: { readonly key: KeyPair; readonly certificate: CertificateContent },
) {
  const parts = Object.fromEntries(name.split(', ').map((part) => part.split('=')))
  const own = newKeyPair(random, name)
  const certificate = issueCertificate(
    {
      subject: { country: parts.C, locality: parts.L, organization: parts.O, commonName: parts.CN },
      purpose: { kind: 'tls', names: [], addresses: [] },
      publicKey: own.publicKey,
      serialNumber: random('n', 16),
      notBefore: new Date('2026-01-01T00:00:00Z'),
      notAfter,
    },
    issuer,
  )
  return { certificate, key: privateKeyPem(own) }
}

function contentOf(pem: string): CertificateContent {
  const content = readCertificate(pem)
  if (content === undefined) throw new Error('it is no certificate')
  return content
}

/** As ArtemisTcpTransport.kt of Corda 4.12 does: TLS 1.2, and nobody without a certificate of the zone. Names that were asked for are noted. */
export async function listenAsNode(
  zone: TestZone,
  { certificate, key }: { readonly certificate: string; readonly key: string },
  asked: (string | undefined)[] = [],
): Promise<Server & { readonly port: number }> {
  const server = createServer({
    cert: certificate + zone.root,
    key,
    ca: zone.root,
    requestCert: true,
    rejectUnauthorized: true,
    maxVersion: 'TLSv1.2',
    SNICallback: (name, done) => {
      asked.push(name)
      done(null)
    },
  })
  server.on('tlsClientError', () => {})
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  return Object.assign(server, { port: (server.address() as AddressInfo).port })
}

/** The Certificate message of TLS 1.2 with these (PEM), in hexadecimal digits: RFC 5246, 7.4.2. */
export function messageOf(certificates: readonly string[]): string {
  const sized = (bytes: Buffer): Buffer => Buffer.concat([Buffer.from([0, ...lengthOf(bytes)]), bytes])
  const list = Buffer.concat(certificates.map((pem) => sized(derOf(pem))))
  return Buffer.concat([Buffer.from([11]), sized(sized(list))]).toString('hex')
}

const lengthOf = ({ length }: Buffer): readonly number[] => [length >> 8, length & 0xff]

const derOf = (pem: string): Buffer => Buffer.from(pem.replaceAll(/-----[^-]+-----|\s/g, ''), 'base64')

/** A truststore of Java with this certificate. */
export const truststoreOf = (pem: string): Uint8Array => javaTruststore({ cordarootca: derOf(pem) }, 'trustpass')
