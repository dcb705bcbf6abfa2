import { createHash } from 'node:crypto'

/** As java.security.KeyStore writes "JKS" (sun.security.provider.JavaKeyStore of OpenJDK 8), with certificates only. */
export function truststore(certificates: Readonly<Record<string, Uint8Array>>, password: string): Buffer {
  const entries = Object.entries(certificates).flatMap(([alias, certificate]) => [
    number(2, 4), // a trusted certificate
    text(alias),
    number(0, 8), // made at the beginning of 1970
    text('X.509'),
    number(certificate.length, 4),
    Buffer.from(certificate),
  ])
  const content = Buffer.concat([
    Buffer.from('feedfeed', 'hex'),
    number(2, 4), // version
    number(Object.keys(certificates).length, 4),
    ...entries,
  ])
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
