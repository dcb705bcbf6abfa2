import { createHash, type Hash } from 'node:crypto'
import { isRecord, type KubernetesObject, nameOf } from '../cluster/objects.ts'
import { OperatorError } from '../errors.ts'
import { dataKeyOf } from './data-key.ts'
import { type EncryptionRule, encryptionRule } from './encryption-rule.ts'
import type { Keyring } from './identities.ts'
import { decryptValue, looksSealed, macBytes } from './sealed-value.ts'
import { onlyEncrypted } from './sops.ts'

/** True when the object is a SOPS document, for any recipient. */
export const isEncrypted = (object: KubernetesObject): boolean => isRecord(object.sops)

/**
 * The decrypted object without its sops block, as `sops decrypt` prints it, with a verified MAC. Kustomize may have sorted its
 * keys, and changed fields outside of the MAC. Throws an OperatorError without secrets when no key matches, when
 * the object was changed, and when it cannot be verified.
 */
export async function unseal(document: KubernetesObject, keyring: Keyring): Promise<KubernetesObject> {
  const { sops, ...sealed } = document
  const name = nameOf(document)
  if (!isRecord(sops)) throw changed(name, 'it has no sops block')
  const dataKey = await dataKeyOf(sops, name, keyring)
  const { field, covers } = encryptionRule(sops)
  if (covers === undefined)
    throw new OperatorError(
      `${name} cannot be verified: ${field} does not define which of its values are encrypted`,
      "encrypt it with sops' --encrypted-regex '^(data|stringData)$' and no other rule",
    )
  const opening: Opening = {
    name,
    dataKey,
    covers,
    macOnlyEncrypted: sops.mac_only_encrypted === true,
    inMac: [],
  }
  const plain = open(sealed, [], opening)
  verify(sops, opening)
  return plain as typeof sealed // open changes texts, not fields
}

interface Opening {
  readonly name: string
  readonly dataKey: Uint8Array
  readonly covers: NonNullable<EncryptionRule['covers']>
  readonly macOnlyEncrypted: boolean
  /** The input of the MAC, in the order of the document: filled while values are decrypted. */
  readonly inMac: { readonly place: string; readonly bytes: Buffer }[]
}

/** The decrypted value. Comments are not part of the MAC, so it does not matter that YAML drops them. */
function open(value: unknown, path: readonly string[], opening: Opening): unknown {
  if (Array.isArray(value)) return value.map((item) => open(item, path, opening))
  if (isRecord(value))
    return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, open(inner, [...path, key], opening)]))
  if (value === null || value === undefined) return value
  const isCovered = opening.covers(path)
  const plain = isCovered ? decrypted(value, path, opening) : value
  if (isCovered || !opening.macOnlyEncrypted) opening.inMac.push({ place: placeOf(path), bytes: macBytes(plain) })
  return plain
}

function decrypted(value: unknown, path: readonly string[], { name, dataKey }: Opening): unknown {
  if (typeof value !== 'string' || !looksSealed(value)) throw changed(name, `${path.join('.')} is not encrypted`)
  const plain = decryptValue(value, dataKey, placeOf(path))
  if (plain === undefined) throw changed(name, `${path.join('.')} does not decrypt`)
  return plain
}

/** The additional data of a value: the keys on its path. All items of a list have the same path. */
const placeOf = (path: readonly string[]): string => path.map((key) => `${key}:`).join('')

/** More values than this are verified in their own order alone: 7 have 5,040 orders. */
const reorderable = 7

function verify(sops: Readonly<Record<string, unknown>>, { name, dataKey, macOnlyEncrypted, inMac }: Opening): void {
  if (typeof sops.mac !== 'string' || sops.mac === '') throw changed(name, 'it has no MAC')
  const mac = decryptValue(sops.mac, dataKey, String(sops.lastmodified))
  if (mac === undefined) throw changed(name, 'its MAC does not decrypt')
  const hash = createHash('sha512').update(macOnlyEncrypted ? onlyEncrypted : '')
  const values = inMac.filter(({ bytes }) => bytes.length > 0)
  const parts = values.map(({ bytes }) => bytes)
  const isReorderable = values.length <= reorderable && new Set(values.map(({ place }) => place)).size === values.length
  const isRight = isReorderable ? isOfSomeOrder(parts, hash, mac) : isMac(hash.update(Buffer.concat(parts)), mac)
  if (isRight) return
  const hints = [
    'restore its file from Git',
    'keep one document per file: sops has one MAC for all documents',
    ...(macOnlyEncrypted
      ? []
      : [
          'encrypt it with `sops --encrypt --mac-only-encrypted`: kustomize adds labels and a namespace, which its MAC covers',
        ]),
    ...(!isReorderable
      ? [`sort its ${parts.length} values before encryption: kustomize sorts them, and the MAC depends on the order`]
      : []),
  ]
  throw changed(name, 'MAC mismatch', hints.join('; '))
}

/**
 * The MAC covers the values in the order of the file, which kustomize and JavaScript do not keep. If no two values have one
 * place, any matching order is enough: an encrypted value is bound to its place, and the places of others were never in the MAC.
 */
const isOfSomeOrder = (parts: readonly Buffer[], hash: Hash, mac: unknown): boolean =>
  parts.length === 0
    ? isMac(hash, mac)
    : parts.some((part, index) => isOfSomeOrder(parts.toSpliced(index, 1), hash.copy().update(part), mac))

const isMac = (hash: Hash, mac: unknown): boolean => hash.digest('hex').toUpperCase() === mac

const changed = (name: string, reason: string, hint = 'restore its file from Git'): OperatorError =>
  new OperatorError(`${name} was changed after its encryption (${reason})`, hint)
