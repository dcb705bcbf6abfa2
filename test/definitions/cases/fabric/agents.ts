import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { seededRandom } from '../../../../src/material/random.ts'
import { type CertificateRequest, issueCertificate } from '../../../../src/material/x509/certificate.ts'
import { newKeyPair } from '../../../../src/material/x509/key.ts'
import { readCertificate } from '../../../../src/material/x509/read.ts'
import type { Case, ExpectedFinding } from '../../case.ts'

const carrier = 'material/public/carrier'
const manufacturer = 'material/public/manufacturer'
const administrator = `${carrier}/administrators/us/sign.crt`
const again = 'restore both from Git, or remove the certificate and its key, and make them again with `chancery keys`'

type Files = Readonly<Record<string, string>>

/** What an insider of the carrier could issue: with the key that the material of the good definition has. */
function issued(files: Files, own: Partial<CertificateRequest>): string {
  const random = seededRandom('definitions')
  const certificate = readCertificate(files[`${carrier}/ca.crt`] ?? '')
  if (certificate === undefined) throw new Error('there is no authority')
  return issueCertificate(
    {
      subject: { organization: 'carrier', unit: 'admin', commonName: 'administrator-us.carrier' },
      purpose: { kind: 'identity' },
      publicKey: newKeyPair(random, 'another administrator').publicKey,
      serialNumber: random('serial number', 16),
      notBefore: new Date('2026-11-23T00:00:00Z'),
      notAfter: new Date('2027-11-23T00:00:00Z'),
      ...own,
    },
    { key: newKeyPair(random, 'key carrier identity authority'), certificate },
  )
}

const error = (file: string, message: string, hint: string): ExpectedFinding => ({
  rule: 'certificate',
  severity: 'error',
  at: `${file}:1:1`,
  message: `${file} ${message}`,
  hint,
})

const replaced = (
  name: string,
  file: string,
  text: (files: Files) => string | undefined,
  ...findings: readonly ExpectedFinding[]
): Case => ({ name, keysMade: true, files: (files) => ({ [file]: text(files) }), findings })

/** Certificates of those who act for an organization: administrators, those of orderers, clients. */
export const agents: readonly Case[] = [
  replaced(
    "another organization's administrator in the place of one's own",
    administrator,
    (files) => files[`${manufacturer}/administrators/eu/sign.crt`],
    error(administrator, `was not issued by ${carrier}/ca.crt`, again),
  ),
  replaced(
    'a peer in the place of an administrator',
    administrator,
    (files) => files[`${carrier}/peer1/sign.crt`],
    error(
      administrator,
      'has the role (OU) peer, but it is for an admin',
      'issue it with OU=admin, from which Fabric reads roles',
    ),
  ),
  replaced(
    'an administrator in the place of a client',
    `${manufacturer}/clients/shop/sign.crt`,
    (files) => files[`${manufacturer}/administrators/eu/sign.crt`],
    error(
      `${manufacturer}/clients/shop/sign.crt`,
      'has the role (OU) admin, but it is for a client',
      'issue it with OU=client, from which Fabric reads roles',
    ),
  ),
  replaced(
    'a TLS certificate of the TLS authority in the place of one who administers orderers',
    `${carrier}/orderer-administrators/us/tls.crt`,
    (files) => files[`${carrier}/peer1/tls.crt`],
    error(`${carrier}/orderer-administrators/us/tls.crt`, `was not issued by ${carrier}/adminca.crt`, again),
  ),
  replaced(
    'no certificate in the place of an administrator',
    administrator,
    () => 'administrator\n',
    error(administrator, 'is not a certificate', 'commit it as PEM: -----BEGIN CERTIFICATE-----'),
  ),
  replaced(
    'an administrator who could issue certificates',
    administrator,
    (files) => issued(files, { purpose: { kind: 'authority' } }),
    error(
      administrator,
      'is a certificate of an authority (CA:TRUE): its key can issue others, and Fabric accepts it for no identity',
      again.replace('both', 'it'),
    ),
  ),
  replaced(
    'an administrator whose key may not sign',
    administrator,
    () => readFileSync(join(import.meta.dirname, '../../bank/agreement.crt'), 'utf8'),
    error(
      administrator,
      'has a key usage without digitalSignature, but its key must sign',
      again.replace('both', 'it'),
    ),
    error(administrator, `was not issued by ${carrier}/ca.crt`, again),
  ),
  replaced(
    'an administrator for longer than its authority',
    administrator,
    (files) => issued(files, { notAfter: new Date('2057-01-01T00:00:00Z') }),
    error(
      administrator,
      `is valid until 2057-01-01, but its issuer ${carrier}/ca.crt only until 2041-11-18`,
      'issue it for a shorter time: `chancery keys --renew carrier/administrators/us`',
    ),
  ),
  replaced(
    "an administrator with a peer's key",
    administrator,
    (files) =>
      issued(files, {
        publicKey: readCertificate(files[`${carrier}/peer1/sign.crt`] ?? '')?.publicKey ?? new Uint8Array(),
      }),
    error(
      administrator,
      `has the same key as ${carrier}/peer1/sign.crt: carrier/administrators/us and carrier/peer1 would be one identity`,
      'restore both from Git: each has its own key',
    ),
  ),
  replaced(
    'an administrator with a key of RSA',
    administrator,
    () => readFileSync(join(import.meta.dirname, '../../bank/sign-with-rsa.crt'), 'utf8'),
    error(administrator, 'has a rsa key, which Fabric does not support', 'use a key of P-256'),
    error(
      administrator,
      'has the role (OU) orderer, but it is for an admin',
      'issue it with OU=admin, from which Fabric reads roles',
    ),
    error(administrator, `was not issued by ${carrier}/ca.crt`, again),
  ),
  {
    name: 'a client with other attributes than its certificate',
    change: [['clients: [shop]', 'clients: [{name: shop, attributes: {role: buyer, limit: 5}}]']],
    keysMade: true,
    findings: [
      {
        ...error(
          `${manufacturer}/clients/shop/sign.crt`,
          'does not have the attributes of manufacturer/clients/shop in the definition: limit and role differ',
          'renew it: `chancery keys --renew manufacturer/clients/shop`; the old one is valid until it expires, or is revoked',
        ),
        rule: 'certificate-attributes',
      },
    ],
  },
  {
    name: 'a client with an attribute that follows from it, which fabric-ca sets, too',
    change: [['clients: [shop]', 'clients: [{name: shop, attributes: {hf.Type: admin}}]']],
    findings: [
      {
        rule: 'client-attribute',
        severity: 'error',
        at: '29:14',
        message: 'client shop of manufacturer sets hf.Type, which Chancery sets itself',
        hint: 'remove it: it follows from the name of the client',
      },
    ],
  },
  {
    name: 'a client twice, once with attributes',
    change: [['clients: [shop]', 'clients: [shop, {name: shop, attributes: {role: buyer}}]']],
    findings: [
      {
        rule: 'duplicate-client',
        severity: 'error',
        at: '29:14',
        message: 'client shop of manufacturer is a duplicate',
        hint: 'remove one of the two',
      },
    ],
  },
  {
    name: 'an administrator for longer than the definition says',
    change: [
      [
        '  - name: carrier\n    cluster: us\n',
        '  - name: carrier\n    cluster: us\n    administrators: {validity: 14d}\n',
      ],
    ],
    keysMade: true,
    findings: [administrator, `${carrier}/orderer-administrators/us/tls.crt`].map((file) => ({
      ...error(
        file,
        'is valid for 365 days, but administrators.validity is 14d',
        `renew it: \`chancery keys --renew carrier/${file.split('/').slice(3, 5).join('/')}\`; the old one is valid until it expires, or is revoked`,
      ),
      severity: 'warning',
    })),
  },
]
