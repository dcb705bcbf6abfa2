import type { MadeKey, Maker } from '../../../material/material.ts'
import { type Issuer, issueCertificate } from '../../../material/x509/certificate.ts'
import type { Purpose } from '../../../material/x509/extensions.ts'
import { type KeyPair, newKeyPair, privateKeyPem } from '../../../material/x509/key.ts'
import { readCertificate } from '../../../material/x509/read.ts'
import { nodeId } from '../../../network/network.ts'
import { isLegalNameProblem, readLegalName } from '../legal-name.ts'
import { type CordaLedgerNode, legalNameOf } from '../network.ts'
import { certificatePath, keyEntries, type ZoneCertificate } from './places.ts'

/** The extension by which Corda tells what a certificate is for: CordaOID.kt of Corda 4.12. */
const roleIdentifier = '1.3.6.1.4.1.50530.1.1'

/** Roles by their number: CertRole.kt of Corda 4.12. A root has none. */
const roles = { doorman: 1, networkMap: 2 } as const

/** An INTEGER of DER with one byte. */
const role = (number: number) => ({ id: roleIdentifier, value: Uint8Array.of(2, 1, number) })

/**
 * Root, doorman and network map of a demo zone, with the profiles of CertificateType in X509Utilities.kt of Corda 4.12. The key of the root signs
 * two certificates, and is not kept.
 */
export function zoneMaterial(node: CordaLedgerNode, maker: Maker): MadeKey {
  const [root, doorman, map] = ['root', 'doorman', 'network-map'].map((what) =>
    newKeyPair(maker.random, `key ${nodeId(node)} ${what}`),
  ) as [KeyPair, KeyPair, KeyPair] // of three names
  const above: Purpose = { kind: 'authority', ofAuthorities: true }
  const rootCertificate = certificate(node, maker, { what: 'root', key: root, purpose: above, issuer: { key: root } })
  const content = readCertificate(rootCertificate)
  const issuer: Issuer = { key: root, ...(content === undefined ? {} : { certificate: content }) }
  return {
    public: {
      [certificatePath(node, 'root')]: rootCertificate,
      [certificatePath(node, 'doorman')]: certificate(node, maker, {
        what: 'doorman',
        key: doorman,
        purpose: { kind: 'authority', ofAuthorities: true, extensions: [role(roles.doorman)] },
        issuer,
      }),
      [certificatePath(node, 'network-map')]: certificate(node, maker, {
        what: 'network-map',
        key: map,
        purpose: { kind: 'identity', extensions: [role(roles.networkMap)] },
        issuer,
      }),
    },
    private: { [keyEntries.doorman]: privateKeyPem(doorman), [keyEntries.networkMap]: privateKeyPem(map) },
  }
}

interface Profile {
  readonly what: ZoneCertificate
  readonly key: KeyPair
  readonly purpose: Purpose
  readonly issuer: Issuer
}

const titles: Readonly<Record<ZoneCertificate, string>> = {
  root: 'Root',
  doorman: 'Doorman',
  'network-map': 'Network Map',
}

const day = 24 * 60 * 60 * 1000
const years = 15 * 365 * day

/** The legal name of the node, with another common name each. */
function certificate(node: CordaLedgerNode, { random, now }: Maker, { what, key, purpose, issuer }: Profile): string {
  const name = readLegalName(legalNameOf(node))
  const { C: country, L: locality, O: organization } = isLegalNameProblem(name) ? {} : name
  // Clocks differ: it begins a day before it is made. Certificates count whole seconds.
  const notBefore = new Date(Math.floor((now.getTime() - day) / 1000) * 1000)
  return issueCertificate(
    {
      subject: {
        ...(country === undefined ? {} : { country }),
        ...(locality === undefined ? {} : { locality }),
        ...(organization === undefined ? {} : { organization }),
        commonName: titles[what],
      },
      purpose,
      publicKey: key.publicKey,
      serialNumber: random(`serial number ${nodeId(node)} ${what}`, 16),
      notBefore,
      notAfter: new Date(notBefore.getTime() + years),
    },
    issuer,
  )
}
