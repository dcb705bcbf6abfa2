import { seededRandom } from '../../../../src/material/random.ts'
import { type Issuer, issueCertificate } from '../../../../src/material/x509/certificate.ts'
import type { Purpose } from '../../../../src/material/x509/extensions.ts'
import { type KeyPair, newKeyPair } from '../../../../src/material/x509/key.ts'
import { readCertificate } from '../../../../src/material/x509/read.ts'
import type { Consenter, Msp } from '../../../../src/platforms/fabric/channel/channel.ts'

/** Organizations with real certificates, as other tools make them. */

export const now = new Date('2026-11-29T12:00:00Z')

const random = seededRandom('adoption')

export interface Authority {
  readonly key: KeyPair
  readonly certificate: string
}

const year = 365 * 24 * 60 * 60 * 1000

interface Subject {
  readonly organization: string
  readonly commonName: string
  readonly unit?: string
}

function certificate(
  subject: Subject,
  purpose: Purpose,
  key: KeyPair,
  issuer: Authority | undefined,
  years: number,
): string {
  const content = issuer && readCertificate(issuer.certificate)
  const by: Issuer =
    issuer === undefined ? { key } : { key: issuer.key, ...(content === undefined ? {} : { certificate: content }) }
  return issueCertificate(
    {
      subject,
      purpose,
      publicKey: key.publicKey,
      serialNumber: random(`serial ${subject.organization} ${subject.commonName}`, 16),
      notBefore: new Date(now.getTime() - 2 * year),
      notAfter: new Date(now.getTime() + years * year),
    },
    by,
  )
}

export function authority(organization: string, commonName: string, issuer?: Authority, years = 10): Authority {
  const key = newKeyPair(random, `key ${organization} ${commonName}`)
  return { key, certificate: certificate({ organization, commonName }, { kind: 'authority' }, key, issuer, years) }
}

export interface Organization {
  readonly mspId: string
  readonly ca: Authority
  readonly tlsca: Authority
  readonly msp: Msp
}

/** `carrier` with CarrierMSP, and an authority of each kind. */
export function organization(name: string, mspId = `${name.charAt(0).toUpperCase()}${name.slice(1)}MSP`): Organization {
  const [ca, tlsca] = [authority(name, `ca.${name}`), authority(name, `tlsca.${name}`)]
  return { mspId, ca, tlsca, msp: { mspId, authorities: [ca.certificate], tlsAuthorities: [tlsca.certificate] } }
}

export interface ConsenterOptions {
  readonly port?: number
  /** Of its TLS certificate, where the organization's own did not issue it. */
  readonly tlsca?: Authority
  /** Until its certificates end. */
  readonly years?: number
}

export function consenter(
  { mspId, ca, tlsca: own }: Organization,
  host: string,
  { port = 7050, tlsca = own, years = 1 }: ConsenterOptions = {},
): Consenter {
  const [sign, tls] = [newKeyPair(random, `sign ${host}`), newKeyPair(random, `tls ${host}`)]
  const subject = { organization: mspId, commonName: host }
  return {
    host,
    port,
    mspId,
    identity: certificate({ ...subject, unit: 'orderer' }, { kind: 'identity' }, sign, ca, years),
    tlsCertificate: certificate(subject, { kind: 'tls', names: [host], addresses: [] }, tls, tlsca, years),
  }
}
