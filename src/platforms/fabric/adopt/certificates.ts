import { X509Certificate } from 'node:crypto'
import { certificatesIn } from '../../../material/x509/read.ts'
import type { ConfigGroup } from '../channel/config-group.ts'
import { certificateKey, fabricMspOf, mspFields } from '../channel/msp.ts'
import { readMessage } from '../protobuf/reader.ts'

/** Certificates of an organization as channels have them: each once, as PEM with a line break at its end. */
export interface PartyCertificates {
  /** Roots before intermediates. */
  readonly authorities: readonly string[]
  readonly tlsAuthorities: readonly string[]
  readonly administrators: readonly string[]
  readonly revocationLists: readonly string[]
}

/** Of an organization that is in several channels, or twice in one: all together. */
export function certificatesOfGroups(groups: readonly ConfigGroup[]): PartyCertificates {
  const configs = groups.map((group) => readMessage(fabricMspOf(group) ?? Buffer.alloc(0)))
  const texts = (read: (pem: string) => string | undefined, ...fields: readonly number[]): readonly string[] =>
    distinct(
      fields.flatMap((field) =>
        configs.flatMap((config) => config.all(field).flatMap((pem) => read(String(pem)) ?? [])),
      ),
    )
  return {
    authorities: texts(firstCertificate, mspFields.authorities, mspFields.intermediates),
    tlsAuthorities: texts(firstCertificate, mspFields.tlsAuthorities, mspFields.tlsIntermediates),
    administrators: texts(firstCertificate, mspFields.administrators),
    revocationLists: texts(firstList, mspFields.revocationLists),
  }
}

/** Each certificate once, in the order of their first. */
export function distinct(pems: readonly string[]): readonly string[] {
  const keys = pems.map(certificateKey)
  return pems.filter((_, at) => keys.indexOf(keys[at] ?? '') === at)
}

/** Fabric reads the first certificate of a text, and no more. */
export const firstCertificate = (pem: string): string | undefined => certificatesIn(pem.replaceAll('\r\n', '\n'))[0]

export function firstList(pem: string): string | undefined {
  const [list] = /-----BEGIN X509 CRL-----[^-]*-----END X509 CRL-----/.exec(pem.replaceAll('\r\n', '\n')) ?? []
  return list === undefined ? undefined : `${list}\n`
}

/** The subject on one line, and when it ends; undefined for what Node cannot read. */
export function certificateFacts(
  pem: string,
): { readonly subject: string; readonly notAfter: Date; readonly commonName: string } | undefined {
  try {
    const certificate = new X509Certificate(pem)
    const parts = certificate.subject.split('\n')
    const commonName = parts.find((part) => part.startsWith('CN='))?.slice(3) ?? ''
    return { subject: parts.toReversed().join(', '), notAfter: new Date(certificate.validTo), commonName }
  } catch {
    return undefined
  }
}
