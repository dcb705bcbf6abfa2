import { execFileSync } from 'node:child_process'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { seededRandom } from '../../../src/material/random.ts'
import { type CertificateRequest, issueCertificate } from '../../../src/material/x509/certificate.ts'
import { newKeyPair } from '../../../src/material/x509/key.ts'
import { readCertificate } from '../../../src/material/x509/read.ts'
import { issueRevocationList, readRevocationList, serialText } from '../../../src/material/x509/revocation-list.ts'

const random = seededRandom('revocation')
const key = newKeyPair(random, 'authority')
const validity = { notBefore: new Date('2026-01-01T00:00:00Z'), notAfter: new Date('2057-01-01T00:00:00Z') }

const common = (label: string): Pick<CertificateRequest, 'serialNumber' | 'notBefore' | 'notAfter'> => ({
  serialNumber: random(`serial ${label}`, 16),
  ...validity,
})

const authority = issueCertificate(
  {
    subject: { organization: 'Müller', commonName: 'ca.maker' },
    purpose: { kind: 'authority' },
    publicKey: key.publicKey,
    ...common('authority'),
  },
  { key },
)

const contentOf = (pem: string) => {
  const content = readCertificate(pem)
  if (content === undefined) throw new Error('cannot be read')
  return content
}

const certificate = contentOf(authority)

const leaf = (name: string): string =>
  issueCertificate(
    {
      subject: { unit: 'client', commonName: `${name}.maker` },
      purpose: { kind: 'identity' },
      publicKey: newKeyPair(random, name).publicKey,
      ...common(name),
    },
    { key, certificate },
  )

const [gone, stays] = [leaf('gone'), leaf('stays')]
const serialNumbers = [serialText(contentOf(gone).serialNumber), 'ff01', '7']
const list = issueRevocationList({ serialNumbers, now: new Date('2026-06-01T12:00:00.500Z') }, { key, certificate })

describe('OpenSSL', () => {
  let folder: string
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'revocation-'))
    for (const [name, text] of Object.entries({ authority, gone, stays, list }))
      await writeFile(join(folder, name), text)
  })
  afterAll(() => rm(folder, { recursive: true }))

  const openssl = (...args: readonly string[]): string =>
    execFileSync('openssl', args, { cwd: folder, encoding: 'utf8', stdio: ['ignore', 'pipe', 'pipe'] })

  test('reads what is revoked, since when, and until when the list is good', () => {
    const found = openssl('crl', '-in', 'list', '-noout', '-text')
    for (const text of [
      'Version 2',
      'CN = ca.maker',
      'Last Update: Jun  1 12:00:00 2026 GMT',
      'Next Update: Jan  1 00:00:00 2057 GMT',
      'Serial Number: FF01\n',
      'Serial Number: 07\n',
      `Serial Number: ${contentOf(gone).serialNumber.toUpperCase()}\n`,
    ])
      expect(found).toContain(text)
  })

  test('refuses the certificate that is revoked, and takes the other', () => {
    const verify = (name: string): string =>
      openssl('verify', '-x509_strict', '-crl_check', '-CAfile', 'authority', '-CRLfile', 'list', name)
    expect(verify('stays')).toBe('stays: OK\n')
    expect(() => verify('gone')).toThrow('certificate revoked')
  })
})

test('a list that is read says what was asked for, and whose it is', () => {
  const read = readRevocationList(`text before\n${list}`)
  expect(read?.serialNumbers).toEqual(serialNumbers.toSorted())
  expect(read?.isIssuedBy(certificate)).toBe(true)
  expect(read?.isIssuedBy(contentOf(stays))).toBe(false)
  expect(Buffer.from(read?.keyIdentifier ?? []).equals(Buffer.from(certificate.keyIdentifier ?? []))).toBe(true)
})

test('a list of somebody else with the same name is not signed by the authority', () => {
  const other = newKeyPair(random, 'other')
  const forged = issueRevocationList({ serialNumbers, now: validity.notBefore }, { key: other, certificate })
  expect(readRevocationList(forged)?.isIssuedBy(certificate)).toBe(false)
})

test.each([
  ['nothing', ''],
  ['a certificate', authority],
  ['half a list', list.replace(/[A-Za-z0-9+/=]{64}\n/, '')],
])('%s is no list', (_what, text) => expect(readRevocationList(text)).toBeUndefined())

test.each([
  ['00AB', 'ab'],
  ['AB:cd:01', 'abcd01'],
  ['0', '0'],
])('the serial number %s is compared as %s', (serial, expected) => expect(serialText(serial)).toBe(expected))
