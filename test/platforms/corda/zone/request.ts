import { createPublicKey, type KeyObject, sign, verify } from 'node:crypto'
import * as der from '../../../bed/certificates/der.ts'

/** What a node asks the doorman to sign: PKCS #10 (RFC 2986). */
export interface SigningRequest {
  /** A name, in DER. */
  readonly subject: Buffer
  /** SubjectPublicKeyInfo, in DER. */
  readonly publicKey: Buffer
  /** Number of the role that it wants (CertRole.kt of corda 4.10: 3 is a service, 4 the authority of a node). */
  readonly role: number
}

/** 1.3.6.1.4.1.50530.1.1, the role of a certificate (CordaOID.kt of corda 4.10), as DER. */
export const roleIdentifier = '1.3.6.1.4.1.50530.1.1'
const roleDer = Buffer.from('060a2b0601040183' + '8a620101', 'hex')

interface Asker {
  /** Attributes of its legal name. */
  readonly name: { readonly O: string; readonly L: string; readonly C: string }
  /** Private. */
  readonly key: KeyObject
  readonly role: number
}

/** As a node asks, in DER. */
export function writeRequest({ name, key, role }: Asker): Buffer {
  const attribute = (identifier: string, value: der.Der) => der.sequence(der.objectIdentifier(identifier), value)
  const content = der.sequence(
    der.positiveInteger(Buffer.from([0])), // version 1
    der.sequence(
      ...(
        [
          ['2.5.4.6', name.C],
          ['2.5.4.7', name.L],
          ['2.5.4.10', name.O],
        ] as const
      ).map(([identifier, value]) => der.set(attribute(identifier, der.text(value)))),
    ),
    createPublicKey(key).export({ type: 'spki', format: 'der' }),
    der.explicit(0, attribute(roleIdentifier, der.set(der.positiveInteger(Buffer.from([role]))))),
  )
  const algorithm = der.sequence(der.objectIdentifier('1.2.840.10045.4.3.2')) // ecdsa-with-SHA256, RFC 5758
  return der.sequence(content, algorithm, der.bitString(sign('sha256', content, key)))
}

/** Throws for what is not signed by the key that it names. */
export function readRequest(der: Buffer): SigningRequest {
  const [content, , signature] = membersOf(der)
  if (content === undefined || signature === undefined) throw new Error('no request')
  const [, subject, publicKey, attributes] = membersOf(content)
  if (subject === undefined || publicKey === undefined || attributes === undefined) throw new Error('no request')
  const key = createPublicKey({ key: publicKey, format: 'der', type: 'spki' })
  // The first byte of a bit string says how many bits at its end do not count.
  if (!verify('sha256', content, key, contentOf(signature).subarray(1))) throw new Error('not signed by its own key')
  return { subject, publicKey, role: roleIn(attributes) }
}

/** The attribute is a sequence of its identifier and a set with one integer. */
function roleIn(attributes: Buffer): number {
  const at = attributes.indexOf(roleDer)
  if (at < 0) throw new Error('it asks for no role')
  const [integer] = membersOf(attributes.subarray(at + roleDer.length))
  return integer === undefined ? 0 : (contentOf(integer)[0] ?? 0)
}

function membersOf(der: Buffer): readonly Buffer[] {
  const members: Buffer[] = []
  for (let rest = contentOf(der); rest.length > 0; ) {
    const { head, length } = lengthOf(rest)
    members.push(rest.subarray(0, head + length))
    rest = rest.subarray(head + length)
  }
  return members
}

function contentOf(der: Buffer): Buffer {
  const { head, length } = lengthOf(der)
  return der.subarray(head, head + length)
}

function lengthOf(der: Buffer): { readonly head: number; readonly length: number } {
  const first = der[1] ?? 0
  if (first < 128) return { head: 2, length: first }
  const digits = first - 128
  return { head: 2 + digits, length: der.readUIntBE(2, digits) }
}
