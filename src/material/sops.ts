import { createCipheriv, createHash } from 'node:crypto'
import { armor, Decrypter, Encrypter, identityToRecipient } from 'age-encryption'
import { dumpYaml } from '../yaml.ts'
import type { Random } from './material.ts'

/** A Kubernetes Secret before it is encrypted: entries are text, not base64. */
export interface PlainSecret {
  readonly name: string
  readonly namespace: string
  readonly labels: Readonly<Record<string, string>>
  readonly entries: Readonly<Record<string, string>>
}

/** The same as Kubernetes stores it: values of `data` are base64. What is not `data` stays readable. */
export interface SecretData {
  readonly metadata: { readonly name: string; readonly namespace: string; readonly labels?: unknown }
  readonly immutable?: true
  readonly data: Readonly<Record<string, string>>
}

/** Version of the written format. */
const version = '3.13.3'

/** sops begins the hash with this when only encrypted values are covered (`mac_only_encrypted`): sops.go, MACOnlyEncryptedInitialization */
export const onlyEncrypted = Buffer.from('8a3fd2ad54ce66527b1034f3d147be0b0b975b3bf44f72c6fdadec8176f27d69', 'hex')

/** A Secret, encrypted for age recipients: see `sealData`. */
export const seal = (
  { name, namespace, labels, entries }: PlainSecret,
  recipients: readonly string[],
  random: Random,
  now: Date,
): Promise<string> => {
  const data = Object.entries(entries).map(([key, text]) => [key, Buffer.from(text).toString('base64')])
  return sealData({ metadata: { name, namespace, labels }, data: Object.fromEntries(data) }, recipients, random, now)
}

/**
 * The Secret as a SOPS document for age recipients, as `sops --encrypt --encrypted-regex '^(data|stringData)$'
 * --mac-only-encrypted` would write it: https://github.com/getsops/sops#encryption-protocol. Labels and namespace stay readable.
 */
export async function sealData(
  { metadata, immutable, data: plain }: SecretData,
  recipients: readonly string[],
  random: Random,
  now: Date,
): Promise<string> {
  const label = `${metadata.namespace}/${metadata.name}`
  const dataKey = random(`sops data key ${label}`, 32)
  const encrypt = (text: string, path: string): string =>
    encryptValue(text, path, dataKey, random(`sops iv ${label} ${path}`, 32))
  const mac = createHash('sha512').update(onlyEncrypted)
  const data: Record<string, string> = {}
  // In the order of kustomize: the MAC depends on the order of values, and Flux verifies the built document.
  const sorted = Object.entries(plain).sort(([a], [b]) => (a < b ? -1 : 1))
  // An object has whole-number names first, which is also the order of the written document.
  for (const [key, value] of Object.entries(Object.fromEntries(sorted))) {
    mac.update(value)
    // sops leaves an empty text as it is, and cannot read an encrypted one: aes/cipher.go.
    data[key] = value === '' ? '' : encrypt(value, `data:${key}:`)
  }
  const lastModified = now.toISOString().replace(/\.\d+Z$/, 'Z')
  return dumpYaml({
    apiVersion: 'v1',
    kind: 'Secret',
    metadata,
    type: 'Opaque',
    ...(immutable === true ? { immutable } : {}),
    data,
    sops: {
      age: await Promise.all(recipients.map(async (recipient) => ({ recipient, enc: await wrap(dataKey, recipient) }))),
      lastmodified: lastModified,
      mac: encrypt(mac.digest('hex').toUpperCase(), lastModified),
      encrypted_regex: '^(data|stringData)$',
      mac_only_encrypted: true,
      version,
    },
  })
}

/** AES-256-GCM with a 32-byte nonce and the path of the value as additional data. */
function encryptValue(text: string, path: string, key: Uint8Array, iv: Uint8Array): string {
  const cipher = createCipheriv('aes-256-gcm', key, iv).setAAD(Buffer.from(path))
  const bytes = Buffer.concat([cipher.update(text, 'utf8'), cipher.final()])
  const base64 = (part: Uint8Array): string => Buffer.from(part).toString('base64')
  return `ENC[AES256_GCM,data:${base64(bytes)},iv:${base64(iv)},tag:${base64(cipher.getAuthTag())},type:str]`
}

async function wrap(dataKey: Uint8Array, recipient: string): Promise<string> {
  const encrypter = new Encrypter()
  encrypter.addRecipient(recipient)
  return armor.encode(await encrypter.encrypt(dataKey))
}

/** The secret half of an age recipient. Its text is private, so that no message or log can contain it. */
export interface AgeIdentity {
  /** The public half: age1… */
  readonly recipient: string
  /** Decrypts the result of `wrap`; undefined when it is for another recipient, or damaged. */
  unwrap(wrapped: string): Promise<Uint8Array | undefined>
}

/** Reads AGE-SECRET-KEY-1… or AGE-SECRET-KEY-PQ-1…; undefined when it is neither. Errors of the library would quote the key. */
export async function ageIdentity(text: string): Promise<AgeIdentity | undefined> {
  const decrypter = new Decrypter()
  try {
    decrypter.addIdentity(text)
    return { recipient: await identityToRecipient(text), unwrap }
  } catch {
    return undefined
  }
  async function unwrap(wrapped: string): Promise<Uint8Array | undefined> {
    try {
      return await decrypter.decrypt(armor.decode(wrapped))
    } catch {
      return undefined
    }
  }
}

/** Recipients that a SOPS document is encrypted for; undefined when it is not one. */
export function recipientsOf(document: unknown): readonly string[] | undefined {
  const { sops } = (document ?? {}) as { sops?: { age?: unknown; mac?: unknown } }
  if (typeof sops?.mac !== 'string' || !Array.isArray(sops.age)) return undefined
  return sops.age.map((entry) => String((entry as { recipient?: unknown } | null)?.recipient))
}

/** True when every value below data and stringData is encrypted. */
export function isSealed(document: unknown): boolean {
  if (recipientsOf(document) === undefined) return false
  const { data, stringData } = document as { data?: Record<string, unknown>; stringData?: Record<string, unknown> }
  return [...Object.values(data ?? {}), ...Object.values(stringData ?? {})].every(
    (value) =>
      typeof value === 'string' && (value === '' || /^ENC\[AES256_GCM,data:.+,iv:.+,tag:.+,type:\w+\]$/.test(value)),
  )
}
