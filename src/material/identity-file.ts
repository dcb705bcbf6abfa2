import { bech32 } from '@scure/base'
import type { Random } from './material.ts'
import { ageIdentity } from './sops.ts'

/** An age identity, as age-keygen writes it. */
export interface IdentityFile {
  /** The whole file: secret. */
  readonly text: string
  /** Its public half. */
  readonly recipient: string
}

/** Makes an X25519 identity: https://github.com/C2SP/C2SP/blob/main/age.md#the-x25519-recipient-type. `name` is a label for randomness. */
export async function newIdentity(name: string, random: Random, now: Date): Promise<IdentityFile> {
  const secret = bech32.encodeFromBytes('age-secret-key-', random(`age identity ${name}`, 32)).toUpperCase()
  const identity = await ageIdentity(secret)
  if (identity === undefined) throw new Error('a new age identity cannot be read')
  const { recipient } = identity
  const created = now.toISOString().replace(/\.\d+Z$/, 'Z')
  return { recipient, text: `# created: ${created}\n# public key: ${recipient}\n${secret}\n` }
}

/** The public half of the first identity of a file; undefined where it has none. */
export async function recipientOfFile(text: string): Promise<string | undefined> {
  const line = text.split('\n').find((one) => one.trim().startsWith('AGE-SECRET-KEY-'))
  return line === undefined ? undefined : (await ageIdentity(line.trim()))?.recipient
}
