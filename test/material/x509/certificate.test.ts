import { execFileSync } from 'node:child_process'
import { createPrivateKey, X509Certificate } from 'node:crypto'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { seededRandom } from '../../../src/material/random.ts'
import { type CertificateRequest, issueCertificate } from '../../../src/material/x509/certificate.ts'
import type { Purpose } from '../../../src/material/x509/extensions.ts'
import { newKeyPair, privateKeyPem, readPrivateKeyPem } from '../../../src/material/x509/key.ts'
import { type CertificateContent, readCertificate } from '../../../src/material/x509/read.ts'

const random = seededRandom('certificates')
const authorityKey = newKeyPair(random, 'authority')
const authorityName = { country: 'GB', locality: 'London', organization: 'Müller & Söhne', commonName: 'ca.maker' }
const validity = { notBefore: new Date('2026-01-01T00:00:00Z'), notAfter: new Date('2057-01-01T00:00:00Z') }
const leafKey = newKeyPair(random, 'leaf')

function contentOf(pem: string): CertificateContent {
  const content = readCertificate(pem)
  if (content === undefined) throw new Error('cannot be read')
  return content
}

function issued(purpose: Purpose, own: Partial<CertificateRequest> = {}): string {
  const isAuthority = purpose.kind === 'authority'
  return issueCertificate(
    {
      subject: isAuthority ? authorityName : { ...authorityName, unit: 'peer', commonName: 'peer1.maker' },
      purpose,
      publicKey: isAuthority ? authorityKey.publicKey : leafKey.publicKey,
      serialNumber: random(`serial ${purpose.kind}`, 16),
      ...validity,
      ...own,
    },
    { key: authorityKey, ...(isAuthority ? {} : { certificate: contentOf(authority) }) },
  )
}

const authority = issued({ kind: 'authority' })
const identity = issued({ kind: 'identity' })
const tls = issued({ kind: 'tls', names: ['peer1.maker.eu.example.com', 'localhost'], addresses: ['203.0.113.7'] })

const ipv6 = issued({ kind: 'tls', names: [], addresses: ['2001:db8::7'] })

let folder: string
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'certificates-'))
  for (const [name, text] of Object.entries({ authority, identity, tls, ipv6 }))
    await writeFile(join(folder, `${name}.crt`), text)
})
afterAll(() => rm(folder, { recursive: true }))

const openssl = (...args: readonly string[]): string => execFileSync('openssl', args, { cwd: folder, encoding: 'utf8' })

describe('OpenSSL', () => {
  test.each(['identity', 'tls'])('verifies the certificate for %s', (name) =>
    expect(openssl('verify', '-x509_strict', '-CAfile', 'authority.crt', `${name}.crt`)).toBe(`${name}.crt: OK\n`),
  )

  test('verifies an IPv6 address, in 16 bytes however it is written, and no other', () => {
    const verify = (address: string): string =>
      openssl('verify', '-x509_strict', '-CAfile', 'authority.crt', '-verify_ip', address, 'ipv6.crt')
    for (const address of ['2001:db8::7', '2001:0DB8:0:0:0:0:0:7']) expect(verify(address)).toBe('ipv6.crt: OK\n')
    expect(() => verify('2001:db8::8')).toThrow(/IP address mismatch/)
    expect(contentOf(ipv6).addresses).toEqual(['2001:db8::7'])
  })

  test('verifies both ends of TLS', () => {
    for (const purpose of ['sslserver', 'sslclient'])
      expect(openssl('verify', '-purpose', purpose, '-CAfile', 'authority.crt', 'tls.crt')).toBe('tls.crt: OK\n')
  })

  test.each([
    [
      'authority',
      [
        'CA:TRUE, pathlen:0',
        'Certificate Sign, CRL Sign',
        'Subject: C = GB, L = London, O = M\\C3\\BCller & S\\C3\\B6hne, CN = ca.maker',
      ],
    ],
    ['identity', ['CA:FALSE', 'Key Usage: critical', 'OU = peer, CN = peer1.maker']],
    [
      'tls',
      [
        'TLS Web Server Authentication, TLS Web Client Authentication',
        'X509v3 Key Usage: critical\n                Digital Signature\n',
        'DNS:peer1.maker.eu.example.com, DNS:localhost, IP Address:203.0.113.7',
        'Not After : Jan  1 00:00:00 2057 GMT',
      ],
    ],
  ])('reads in the certificate for %s what was asked for', (name, texts) => {
    const found = openssl('x509', '-in', `${name}.crt`, '-noout', '-text')
    for (const text of texts) expect(found).toContain(text)
  })
})

test('an authority of authorities has no limit of path, and may have extensions of a ledger', () => {
  const extension = { id: '1.3.6.1.4.1.50530.1.1', value: Uint8Array.of(2, 1, 1) }
  const pem = issued({ kind: 'authority', ofAuthorities: true, extensions: [extension] })
  const text = execFileSync('openssl', ['x509', '-noout', '-text'], { input: pem, encoding: 'utf8' })
  expect(text).toContain('CA:TRUE\n')
  expect(contentOf(pem).extension(extension.id)).toEqual(extension.value)
  expect(contentOf(authority).extension(extension.id)).toBeUndefined()
})

test('the private key is that of the certificate', () => {
  const pem = privateKeyPem(leafKey)
  expect(new X509Certificate(tls).checkPrivateKey(createPrivateKey(pem))).toBe(true)
  expect(readPrivateKeyPem(pem)).toEqual({ privateKey: Buffer.from(leafKey.privateKey), publicKey: leafKey.publicKey })
  expect(pem.split('\n').every((line) => line.length <= 64)).toBe(true)
})

test.each([
  ['nothing', ''],
  ['another kind', authority],
  [
    'a key of another curve',
    '-----BEGIN PRIVATE KEY-----\nMC4CAQAwBQYDK2VwBCIEIAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA\n-----END PRIVATE KEY-----\n',
  ],
])('%s is no private key', (_what, text) => expect(readPrivateKeyPem(text)).toBeUndefined())

describe('a certificate that is read', () => {
  const [root, leaf, server] = [contentOf(authority), contentOf(identity), contentOf(tls)]

  test('says what was asked for', () => {
    expect(root).toMatchObject({ commonName: 'ca.maker', isAuthority: true, units: [] })
    expect(leaf).toMatchObject({
      commonName: 'peer1.maker',
      units: ['peer'],
      isAuthority: false,
      organization: 'Müller & Söhne',
      ...validity,
    })
    expect(server).toMatchObject({ names: ['peer1.maker.eu.example.com', 'localhost'], addresses: ['203.0.113.7'] })
    expect(Buffer.from(server.publicKey).equals(leafKey.publicKey)).toBe(true)
  })

  test('knows who issued it', () => {
    expect(leaf.isIssuedBy(root)).toBe(true)
    expect(root.isIssuedBy(root)).toBe(true)
    expect(leaf.isIssuedBy(server)).toBe(false)
    const otherKey = newKeyPair(random, 'another authority')
    const impostor = issueCertificate(
      {
        subject: authorityName,
        purpose: { kind: 'authority' },
        publicKey: otherKey.publicKey,
        serialNumber: random('x', 16),
        ...validity,
      },
      { key: otherKey },
    )
    expect(leaf.isIssuedBy(contentOf(impostor))).toBe(false)
  })

  test('may be one of OpenSSL, with another kind of key', () => {
    const pem = execFileSync(
      'openssl',
      [
        'req',
        '-x509',
        '-newkey',
        'rsa:2048',
        '-nodes',
        '-keyout',
        '/dev/null',
        '-subj',
        '/O=Old/CN=old',
        '-days',
        '10',
      ],
      { encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] },
    )
    expect(readCertificate(pem)).toMatchObject({ commonName: 'old', organization: 'Old', publicKey: new Uint8Array() })
  })

  test.each([
    ['nothing', ''],
    ['half of one', tls.slice(0, 300)],
    ['a changed one', tls.replace(/[A-Z]{3}/, 'AAA')],
  ])('%s is none', (_what, text) => {
    const found = readCertificate(text)
    if (found !== undefined) expect(found.isIssuedBy(root)).toBe(false)
  })
})

test('the same request gives the same bytes', () =>
  expect(issued({ kind: 'tls', names: ['peer1.maker.eu.example.com', 'localhost'], addresses: ['203.0.113.7'] })).toBe(
    tls,
  ))
