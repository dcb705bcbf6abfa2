import { createHash, generateKeyPairSync, type KeyObject, sign } from 'node:crypto'
import { namespace, signedBytes } from '../../src/consent/ssh-signature.ts'
import { sshString, sshUint32 } from '../../src/network/ssh-wire.ts'

/** Somebody with an SSH key, whose signatures are made here as ssh-keygen makes them. */
export interface SshSigner {
  /** The line of the .pub file. */
  readonly line: string
  sign(text: string, options?: Partial<SshSigningOptions>): string
}

interface SshSigningOptions {
  readonly namespace: string
  readonly hash: 'sha256' | 'sha512'
  /** Of a security key. */
  readonly flags: number
}

const point = (key: KeyObject): Buffer => Buffer.from(key.export({ format: 'jwk' }).x ?? '', 'base64url')

export function sshSigner(comment: string): SshSigner {
  const { publicKey, privateKey } = generateKeyPairSync('ed25519')
  const blob = Buffer.concat([sshString('ssh-ed25519'), sshString(point(publicKey))])
  return {
    line: `ssh-ed25519 ${blob.toString('base64')} ${comment}`,
    sign: (text, { namespace: purpose = namespace, hash = 'sha512' } = {}) =>
      armoured(blob, purpose, hash, [
        sshString('ssh-ed25519'),
        sshString(
          sign(
            null,
            signedBytes({ namespace: purpose, reserved: Buffer.alloc(0), hash }, Buffer.from(text)),
            privateKey,
          ),
        ),
      ]),
  }
}

/** What a security key does, in software: PROTOCOL.u2f of OpenSSH. */
export function securityKey(comment: string): SshSigner {
  const { publicKey, privateKey } = generateKeyPairSync('ed25519')
  const type = 'sk-ssh-ed25519@openssh.com'
  const application = 'ssh:'
  const blob = Buffer.concat([sshString(type), sshString(point(publicKey)), sshString(application)])
  const sha256 = (bytes: Buffer | string): Buffer => createHash('sha256').update(bytes).digest()
  return {
    line: `${type} ${blob.toString('base64')} ${comment}`,
    sign: (text, { namespace: purpose = namespace, hash = 'sha512', flags = 1 } = {}) => {
      const message = signedBytes({ namespace: purpose, reserved: Buffer.alloc(0), hash }, Buffer.from(text))
      const rest = Buffer.concat([Buffer.from([flags]), sshUint32(7)])
      const signed = Buffer.concat([sha256(application), rest, sha256(message)])
      return armoured(blob, purpose, hash, [sshString(type), sshString(sign(null, signed, privateKey)), rest])
    },
  }
}

function armoured(blob: Buffer, purpose: string, hash: string, signature: readonly Buffer[]): string {
  const bytes = Buffer.concat([
    Buffer.from('SSHSIG'),
    sshUint32(1),
    sshString(blob),
    sshString(purpose),
    sshString(''),
    sshString(hash),
    sshString(Buffer.concat(signature)),
  ])
  const lines = bytes.toString('base64').match(/.{1,70}/g) ?? []
  return `-----BEGIN SSH SIGNATURE-----\n${lines.join('\n')}\n-----END SSH SIGNATURE-----\n`
}
