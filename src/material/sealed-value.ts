import { isUtf8 } from 'node:buffer'
import { createDecipheriv } from 'node:crypto'

/** A plain value of SOPS in JSON. */
export type PlainValue = string | number | boolean

const sealedPattern = /^ENC\[AES256_GCM,data:([^,]+),iv:([^,]+),tag:([^,]+),type:(\w+)\]$/

/**
 * Decrypts `ENC[AES256_GCM,data:…,iv:…,tag:…,type:…]`: aes/cipher.go of sops. The additional data is the path of the value
 * in the document. Undefined when it is not encrypted, damaged, from another place, or of another type.
 */
export function decryptValue(sealed: string, key: Uint8Array, additional: string): PlainValue | undefined {
  // sops leaves an empty text as it is.
  if (sealed === '') return ''
  const [, data, iv, tag, type = ''] = sealedPattern.exec(sealed) ?? []
  const bytes = decrypt(key, additional, { data: fromBase64(data), iv: fromBase64(iv), tag: fromBase64(tag) })
  return bytes !== undefined && isUtf8(bytes) ? typed(type, bytes.toString('utf8')) : undefined
}

export const looksSealed = (value: string): boolean => value === '' || value.startsWith('ENC[AES256_GCM,')

/** Undefined for invalid base64: Node would skip unknown characters. */
function fromBase64(text = ''): Buffer {
  const bytes = Buffer.from(text, 'base64')
  return bytes.toString('base64') === text ? bytes : Buffer.alloc(0)
}

function decrypt(
  key: Uint8Array,
  additional: string,
  { data, iv, tag }: Readonly<Record<'data' | 'iv' | 'tag', Buffer>>,
): Buffer | undefined {
  // Node also accepts shorter tags, which are easier to guess.
  if (data.length === 0 || iv.length === 0 || tag.length !== 16) return undefined
  const decipher = createDecipheriv('aes-256-gcm', key, iv, { authTagLength: 16 })
  decipher.setAAD(Buffer.from(additional)).setAuthTag(tag)
  try {
    return Buffer.concat([decipher.update(data), decipher.final()])
  } catch {
    return undefined
  }
}

/** The type is not authenticated, so a text that does not match it is refused. A time stays text, as JSON has no times. */
function typed(type: string, text: string): PlainValue | undefined {
  switch (type) {
    case 'str':
    case 'bytes':
      return text
    case 'time':
      return Number.isNaN(Date.parse(text)) ? undefined : text
    case 'int':
      return /^[+-]?\d+$/.test(text) ? Number(text) : undefined
    case 'float':
      return /^[+-]?[\d.]+(e[+-]?\d+)?$/i.test(text) && Number.isFinite(Number(text)) ? Number(text) : undefined
    case 'bool':
      return truths.get(text.toLowerCase())
    default:
      return undefined
  }
}

/** strconv.ParseBool of Go. */
const truths: ReadonlyMap<string, boolean> = new Map([
  ...['1', 't', 'true'].map((text) => [text, true] as const),
  ...['0', 'f', 'false'].map((text) => [text, false] as const),
])

/** The bytes that a plain value has in the MAC: sops.go, ToBytes. */
export function macBytes(value: unknown): Buffer {
  if (typeof value === 'boolean') return Buffer.from(value ? 'True' : 'False')
  return Buffer.from(typeof value === 'number' ? decimal(value) : String(value))
}

/**
 * The number without an exponent: strconv.FormatFloat(value, 'f', -1, 64) of Go. A number that JavaScript rounds has another
 * text, so that it is refused.
 */
function decimal(value: number): string {
  const [digits = '', exponent] = String(value).split('e')
  if (exponent === undefined) return digits
  const [, sign = '', whole = '', fraction = ''] = /^(-?)(\d)\.?(\d*)$/.exec(digits) ?? []
  const power = Number(exponent)
  return power < 0
    ? `${sign}0.${'0'.repeat(-power - 1)}${whole}${fraction}`
    : `${sign}${whole}${fraction.padEnd(power, '0')}`
}
