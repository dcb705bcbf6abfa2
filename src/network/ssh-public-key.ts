import { createHash } from 'node:crypto'
import { MalformedSsh, SshReader } from './ssh-wire.ts'

/** Ed25519 (RFC 8709), and the same in a security key (PROTOCOL.u2f of OpenSSH). */
const types = ['ssh-ed25519', 'sk-ssh-ed25519@openssh.com'] as const

export interface SshPublicKey {
  readonly type: (typeof types)[number]
  /** The key itself: 32 bytes. */
  readonly point: Buffer
  /** The application of a security key; empty for other keys. */
  readonly application: string
  /** The complete key in SSH's format; equal keys have equal blobs. */
  readonly blob: Buffer
}

const make = 'make one with `ssh-keygen -t ed25519`, and write the line of its .pub file'

/** Reads `ssh-ed25519 AAAA… comment`, the line of a .pub file. Returns an error message for an invalid line. */
export function readSshPublicKey(text: string): SshPublicKey | string {
  const [type = '', base64 = '', ...comment] = text.trim().split(/[ \t]+/)
  if (/[\r\n]/.test(text.trim()) || comment.join('').includes('ssh-ed25519')) return `must be one key: ${make}`
  const known = types.find((candidate) => candidate === type)
  if (known === undefined)
    return /^(?:ssh-|ecdsa-|sk-|rsa-)/.test(type)
      ? `must be an Ed25519 key, not ${type.slice(0, 60)}: ${make}`
      : `must be an SSH public key such as "ssh-ed25519 AAAA… name": ${make}`
  try {
    const blob = Buffer.from(base64, 'base64')
    // Buffer skips characters that are not base64: a key is valid only if encoding it again returns the same text.
    if (blob.toString('base64').replace(/=+$/, '') !== base64.replace(/=+$/, '')) throw new MalformedSsh('no base64')
    return { ...readBlob(blob, known), blob }
  } catch (error) {
    if (error instanceof MalformedSsh) return `is not a complete ${type} key: a character is missing or mistyped`
    throw error
  }
}

/** A key from a signature. Throws MalformedSsh. */
export function readSshBlob(blob: Buffer): SshPublicKey {
  const type = new SshReader(blob).text()
  const known = types.find((candidate) => candidate === type)
  if (known === undefined) throw new MalformedSsh(`it is made with a key of the type ${type.slice(0, 60)}`)
  return { ...readBlob(blob, known), blob }
}

function readBlob(blob: Buffer, type: SshPublicKey['type']): Omit<SshPublicKey, 'blob'> {
  const reader = new SshReader(blob)
  if (reader.text() !== type) throw new MalformedSsh('it is of another type')
  const point = reader.string()
  if (point.length !== 32) throw new MalformedSsh('a key has 32 bytes')
  const application = type === 'ssh-ed25519' ? '' : reader.text()
  reader.end()
  return { type, point, application }
}

/** `ssh-ed25519 AAAA…`, without the comment: equal for equal keys. */
export function withoutComment(text: string): string {
  const key = readSshPublicKey(text)
  return typeof key === 'string' ? text.trim() : `${key.type} ${key.blob.toString('base64')}`
}

/** `SHA256:…`, as ssh-keygen -l shows it. */
export const fingerprintOf = ({ blob }: Pick<SshPublicKey, 'blob'>): string =>
  `SHA256:${createHash('sha256').update(blob).digest('base64').replace(/=+$/, '')}`

/** `SHA256:… (alice@carrier.example)`, with the comment of the key. */
export function signerName(signer: string): string {
  const key = readSshPublicKey(signer)
  const comment = signer
    .trim()
    .split(/[ \t]+/)
    .slice(2)
    .join(' ')
  return typeof key === 'string' ? signer : `${fingerprintOf(key)}${comment === '' ? '' : ` (${comment})`}`
}
