import { seededRandom } from '../../../../src/material/random.ts'
import { newKeyPair } from '../../../../src/material/x509/key.ts'
import { readCertificate } from '../../../../src/material/x509/read.ts'
import { issueRevocationList, serialText } from '../../../../src/material/x509/revocation-list.ts'
import { revocationsPath } from '../../../../src/platforms/fabric/revocations.ts'
import type { Case, Edits, ExpectedFinding } from '../../case.ts'

const carrier = 'material/public/carrier'
const issuer = '    issuerRecipients: [age1jud55x9lengknt5vtndcp6aydtqlm2hk76d8rmajl974n06wedqqxmz6re]\n'
const names = '- {name: peer2, role: peer, stateDatabase: couchdb}'

const revoking = (...revoked: readonly object[]): Edits => [
  [issuer, `${issuer}    revoked: ${JSON.stringify(revoked)}\n`],
]

const listPath = (...revoked: readonly object[]): string => {
  const path = revocationsPath({ name: 'carrier', own: { revoked } })
  if (path === undefined) throw new Error('nothing is revoked')
  return path
}

type Files = Readonly<Record<string, string>>

/** A list of the carrier's, with the key that the material of the good definition has, or with another. */
function list(files: Files, serialNumbers: readonly string[], of = 'key carrier identity authority'): string {
  const certificate = readCertificate(files[`${carrier}/ca.crt`] ?? '')
  if (certificate === undefined) throw new Error('there is no authority')
  const key = newKeyPair(seededRandom('definitions'), of)
  return issueRevocationList({ serialNumbers, now: new Date('2026-11-23T00:00:00Z') }, { key, certificate })
}

const serialOf = (files: Files, path: string): string =>
  serialText(readCertificate(files[`${carrier}/${path}`] ?? '')?.serialNumber ?? '')

const serial = { serial: '4A:0B' }
const path = listPath(serial)

const changed =
  'write {serial: …} for a revoked certificate whose identity has a new one; `chancery keys` makes a new list'

const told =
  'revocation list of CarrierMSP b0fa8c1d7f8120f5 is added; certificate 6410b0d3fd87d647a9743896608f98e0 of CarrierMSP is revoked'

const due = (at: string): ExpectedFinding => ({
  rule: 'channel-update-due',
  severity: 'notice',
  at,
  message: `the definition of channel trade has changed: ${[told, told].join('; ')}`, // as a member, and as an orderer
  hint: 'write an update, which members sign: `chancery channel update trade`',
})

/** Certificates that count no more. */
export const revocations: readonly Case[] = [
  {
    name: 'a list that is not made yet',
    change: revoking(serial),
    keysMade: true,
    missing: 'error',
    findings: [
      {
        rule: 'material-missing',
        severity: 'error',
        at: '37:14',
        message: `the revocation list of carrier does not exist yet: ${path} is missing`,
        hint: 'run `chancery keys`; where organizations make their own keys, carrier runs `chancery keys --organization carrier`',
      },
    ],
  },
  {
    name: 'an identity that nobody has',
    change: revoking({ identity: 'clients/shop' }),
    keysMade: true,
    findings: [
      {
        rule: 'revocation',
        severity: 'error',
        at: '37:15',
        message: `carrier revokes clients/shop, but ${carrier}/clients/shop/sign.crt is missing`,
        hint: 'use the serial number: `openssl x509 -noout -serial` prints it from the certificate in the history of Git. TLS certificates cannot be revoked: Fabric checks no list for them',
      },
    ],
  },
  {
    name: 'a serial number that is none, and one that YAML takes for a number',
    change: revoking({ serial: 'xyz' }, { serial: 12 }),
    findings: [
      {
        rule: 'schema',
        severity: 'error',
        at: '37:25',
        message:
          'organizations[carrier].revoked[0].serial must be a serial number in hexadecimal digits, as `openssl x509 -noout -serial` prints it, got "xyz"',
      },
      {
        rule: 'schema',
        severity: 'error',
        at: '37:42',
        message: 'organizations[carrier].revoked[1].serial must be text, got 12',
        hint: 'put it in quotes: Serial number of any other certificate, as `openssl x509 -noout -serial` prints it',
      },
    ],
  },
  {
    name: 'an entry that names nothing',
    change: revoking({}),
    keysMade: true,
    findings: [
      {
        rule: 'revocation',
        severity: 'error',
        at: '37:15',
        message: 'an entry in revoked of carrier is empty',
        hint: 'write {identity: clients/shop}, or {serial: 4A…}',
      },
    ],
  },
  {
    name: 'a node that is revoked and runs',
    change: revoking({ identity: 'peer2' }),
    keysMade: true,
    files: (files) => ({ [listPath({ identity: 'peer2' })]: list(files, [serialOf(files, 'peer2/sign.crt')]) }),
    findings: [
      {
        rule: 'revoked-node',
        severity: 'warning',
        at: '41:9',
        message: 'carrier/peer2 is revoked but still in the definition: it runs, and every other node refuses it',
        hint: 'remove it after another one replaces it',
      },
      due('50:5'),
    ],
  },
  {
    name: 'a file that is no list',
    change: revoking(serial),
    keysMade: true,
    files: (files) => ({ [path]: files[`${carrier}/ca.crt`] }),
    findings: [
      {
        rule: 'revocation',
        severity: 'error',
        at: `${path}:1:1`,
        message: `${path} is no revocation list`,
        hint: 'commit it as PEM: -----BEGIN X509 CRL-----',
      },
    ],
  },
  {
    name: 'a list that another key signed',
    change: revoking(serial),
    keysMade: true,
    files: (files) => ({ [path]: list(files, ['4a0b'], 'somebody else') }),
    findings: [
      {
        rule: 'revocation',
        severity: 'error',
        at: `${path}:1:1`,
        message: `${path} was not signed by ${carrier}/ca.crt`,
        hint: 'restore it from Git, or remove it and its line in network.lock.yaml: `chancery keys` makes it again',
      },
    ],
  },
  {
    name: 'a list without what is revoked, and with something else',
    change: revoking(serial),
    keysMade: true,
    files: (files) => ({ [path]: list(files, ['ff']) }),
    findings: [
      {
        rule: 'revocation',
        severity: 'error',
        at: `${path}:1:1`,
        message: `${path} does not match revoked of carrier: not 4a0b, and ff besides`,
        hint: changed,
      },
    ],
  },
  {
    name: 'an identity that got another certificate after it was revoked',
    change: revoking({ identity: 'administrators/us' }),
    keysMade: true,
    files: (files) => ({ [listPath({ identity: 'administrators/us' })]: list(files, ['abcd']) }),
    findings: [
      {
        rule: 'revocation',
        severity: 'error',
        at: `${listPath({ identity: 'administrators/us' })}:1:1`,
        message: `${listPath({ identity: 'administrators/us' })} does not match revoked of carrier: not 60df4de35f764deb589edb0d5c416a5e, and abcd besides`,
        hint: changed,
      },
    ],
  },
  {
    name: 'an identity whose node is gone: its certificate is enough',
    change: [...revoking({ identity: 'peer2' }), [`      ${names}\n`, ''], ['peers: [peer1, peer2]', 'peers: [peer1]']],
    keysMade: true,
    files: (files) => ({ [listPath({ identity: 'peer2' })]: list(files, [serialOf(files, 'peer2/sign.crt')]) }),
    findings: [due('49:5')],
  },
]
