import { createHash, createPublicKey, verify } from 'node:crypto'
import { readSshBlob, type SshPublicKey } from '../network/ssh-public-key.ts'
import { MalformedSsh, SshReader, sshString } from '../network/ssh-wire.ts'

/**
 * Signatures as `ssh-keygen -Y sign` writes them:
 * https://github.com/openssh/openssh-portable/blob/V_9_9_P2/PROTOCOL.sshsig, and PROTOCOL.u2f beside it for security keys.
 */

/** The purpose of a signature: one for another purpose is invalid. */
export const namespace = 'chancery'

const magic = 'SSHSIG'
const version = 1
const armour = /^-----BEGIN SSH SIGNATURE-----\n([A-Za-z0-9+/=\n]+)\n-----END SSH SIGNATURE-----\n*$/

export interface SshSignature {
  readonly key: SshPublicKey
  readonly namespace: string
  readonly reserved: Buffer
  readonly hash: 'sha256' | 'sha512'
  /** 64 bytes. */
  readonly signature: Buffer
  /** Data that a security key adds to the signed message. */
  readonly flags: number
  readonly counter: Buffer
}

/** Reads an armoured signature. Throws MalformedSsh. */
export function readSshSignature(text: string): SshSignature {
  const [, base64] = armour.exec(text.replaceAll('\r\n', '\n')) ?? []
  if (base64 === undefined) throw new MalformedSsh('it is not an "SSH SIGNATURE"')
  const reader = new SshReader(Buffer.from(base64.replaceAll('\n', ''), 'base64'))
  if (reader.take(magic.length).toString('latin1') !== magic) throw new MalformedSsh(`it does not begin with ${magic}`)
  const found = reader.uint32()
  if (found !== version) throw new MalformedSsh(`it is of version ${found}`)
  const key = readSshBlob(reader.string())
  const given = reader.text()
  const reserved = reader.string()
  const hash = reader.text()
  const signature = readSignature(reader.string(), key)
  reader.end()
  if (hash !== 'sha256' && hash !== 'sha512') throw new MalformedSsh(`it is made with the hash ${hash.slice(0, 60)}`)
  return { key, namespace: given, reserved, hash, ...signature }
}

function readSignature(bytes: Buffer, key: SshPublicKey): Pick<SshSignature, 'signature' | 'flags' | 'counter'> {
  const reader = new SshReader(bytes)
  if (reader.text() !== key.type) throw new MalformedSsh('its key is of another type')
  const signature = reader.string()
  if (signature.length !== 64) throw new MalformedSsh('an Ed25519 signature has 64 bytes')
  const isSecurityKey = key.type !== 'ssh-ed25519'
  const flags = isSecurityKey ? (reader.take(1)[0] ?? 0) : 0
  const counter = isSecurityKey ? reader.take(4) : Buffer.alloc(0)
  reader.end()
  return { signature, flags, counter }
}

/** A person touched the security key: https://www.w3.org/TR/webauthn-2/#flags */
const userPresent = 1

/** Whether the named key made the signature, for this message and for Chancery. */
export function isSignedBy(given: SshSignature, message: Uint8Array): boolean {
  if (given.namespace !== namespace) return false
  const signed = signedBytes(given, message)
  const key = createPublicKey({
    key: { kty: 'OKP', crv: 'Ed25519', x: given.key.point.toString('base64url') },
    format: 'jwk',
  })
  if (given.key.type === 'ssh-ed25519') return verify(null, signed, key, given.signature)
  if ((given.flags & userPresent) === 0) return false
  const withDevice = Buffer.concat([
    sha256(given.key.application),
    Buffer.from([given.flags]),
    given.counter,
    sha256(signed),
  ])
  return verify(null, withDevice, key, given.signature)
}

/** The signed data for a message. */
export const signedBytes = (
  { namespace: purpose, reserved, hash }: Pick<SshSignature, 'namespace' | 'reserved' | 'hash'>,
  message: Uint8Array,
): Buffer =>
  Buffer.concat([
    Buffer.from(magic),
    sshString(purpose),
    sshString(reserved),
    sshString(hash),
    sshString(createHash(hash).update(message).digest()),
  ])

const sha256 = (content: Uint8Array | string): Buffer => createHash('sha256').update(content).digest()
