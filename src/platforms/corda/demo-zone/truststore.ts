import { createHash } from 'node:crypto'

/** Password of the root truststore, which has nothing secret. Corda's own tools give it this one. */
export const truststorePassword = 'trustpass'

/**
 * A key store of Java (JKS) with certificates only, in DER: `engineStore` of sun/security/provider/JavaKeyStore.java in OpenJDK 8. The same
 * certificates give the same bytes: all entries are from the beginning of 1970.
 */
export function truststoreOf(certificates: Readonly<Record<string, Uint8Array>>, password: string): Buffer {
  const entries = Object.entries(certificates).flatMap(([alias, certificate]) => [
    number(2, 4), // a trusted certificate
    text(alias),
    number(0, 8), // its date
    text('X.509'),
    number(certificate.length, 4),
    Buffer.from(certificate),
  ])
  const content = Buffer.concat([
    Buffer.from('feedfeed', 'hex'),
    number(2, 4), // version
    number(Object.keys(certificates).length, 4),
    Buffer.concat(entries),
  ])
  // The password in UTF-16, then a text that the JDK has had there since its first release.
  const seal = createHash('sha1').update(Buffer.from(password, 'utf16le').swap16()).update('Mighty Aphrodite')
  return Buffer.concat([content, seal.update(content).digest()])
}

function number(value: number, bytes: 4 | 8): Buffer {
  const buffer = Buffer.alloc(bytes)
  buffer.writeUInt32BE(value, bytes - 4)
  return buffer
}

/** DataOutput.writeUTF, for ASCII. */
function text(value: string): Buffer {
  const bytes = Buffer.from(value, 'ascii')
  return Buffer.concat([Buffer.from([bytes.length >> 8, bytes.length & 0xff]), bytes])
}
