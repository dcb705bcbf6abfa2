/** ASN.1 in the encoding that certificates have (https://www.itu.int/rec/T-REC-X.690, distinguished encoding rules). */
export type Der = Buffer

const value = (tag: number, ...contents: readonly Uint8Array[]): Der => {
  const content = Buffer.concat(contents)
  return Buffer.concat([Buffer.from([tag]), length(content.length), content])
}

export const sequence = (...members: readonly Der[]): Der => value(0x30, ...members)
export const set = (...members: readonly Der[]): Der => value(0x31, ...members)
export const octetString = (content: Uint8Array): Der => value(0x04, content)
export const text = (content: string): Der => value(0x0c, Buffer.from(content))
export const boolean = (content: boolean): Der => value(0x01, Buffer.from([content ? 0xff : 0]))
/** Big-endian, and the first bit must be 0: a negative number is never meant. */
export const positiveInteger = (content: Uint8Array): Der => value(0x02, content)
/** The last `unused` bits do not count. */
export const bitString = (content: Uint8Array, unused = 0): Der => value(0x03, Buffer.from([unused]), content)
/** A member that is told from others by its number: `[3] EXPLICIT`. */
export const explicit = (number: number, content: Der): Der => value(0xa0 + number, content)
/** The same without the tag of the content: `[2] IMPLICIT`. */
export const implicit = (number: number, content: Uint8Array): Der => value(0x80 + number, content)

/** Seconds are kept, and the year must be before 2050, when another type begins. */
export const time = (date: Date): Der => {
  const digits = date.toISOString().replace(/\.\d+Z$|\D/g, '')
  return value(0x17, Buffer.from(`${digits.slice(2)}Z`))
}

/** `1.2.840.10045` */
export function objectIdentifier(dotted: string): Der {
  const [first = 0, second = 0, ...rest] = dotted.split('.').map(Number)
  return value(0x06, Buffer.from([first * 40 + second, ...rest.flatMap(base128)]))
}

function base128(number: number): readonly number[] {
  const digits = [number % 128]
  for (let left = Math.floor(number / 128); left > 0; left = Math.floor(left / 128)) digits.unshift((left % 128) + 128)
  return digits
}

function length(bytes: number): Buffer {
  if (bytes < 128) return Buffer.from([bytes])
  const digits: number[] = []
  for (let left = bytes; left > 0; left = Math.floor(left / 256)) digits.unshift(left % 256)
  return Buffer.from([128 + digits.length, ...digits])
}
