import { isIP } from 'node:net'

/** As Kubernetes writes them in `ipFamilies` of a Service. */
export const ipFamilyNames = ['IPv4', 'IPv6'] as const

export type IpFamily = (typeof ipFamilyNames)[number]

/** The family of an IP address; undefined for a name. */
export function familyOf(address: string): IpFamily | undefined {
  const version = isIP(address)
  return version === 0 ? undefined : version === 4 ? 'IPv4' : 'IPv6'
}

/** Bits of an address. */
export const widthOf = (address: string): 32 | 128 => (familyOf(address) === 'IPv6' ? 128 : 32)

/** The family of a range. */
export const rangeFamily = (range: string): IpFamily => (range.includes(':') ? 'IPv6' : 'IPv4')

/** A range with this address only. */
export const rangeOfOne = (address: string): string => `${address}/${widthOf(address)}`

/** The form that RFC 5952 recommends, of an IPv6 address without zone; undefined for another text. URLs are written so too. */
export function canonicalIpv6(text: string): string | undefined {
  const url = `http://[${text}]/`
  return familyOf(text) === 'IPv6' && URL.canParse(url) ? new URL(url).hostname.slice(1, -1) : undefined
}

/** An address as a number. */
export const numberOf = (address: string): bigint => (address.includes(':') ? ofIpv6(address) : ofIpv4(address))

/** The address of a number, IPv6 in the form of RFC 5952. */
export function addressOf(number: bigint, width: 32 | 128): string {
  if (width === 32) return [24n, 16n, 8n, 0n].map((shift) => (number >> shift) & 0xffn).join('.')
  const groups = Array.from({ length: 8 }, (_, at) => ((number >> BigInt(16 * (7 - at))) & 0xffffn).toString(16))
  return canonicalIpv6(groups.join(':')) ?? ''
}

/** The IPv4 address in `::ffff:192.0.2.1`: RFC 4291, 2.5.5.2. */
export function mappedIpv4(address: string): string | undefined {
  const number = familyOf(address) === 'IPv6' ? numberOf(address) : 0n
  return number >> 32n === 0xffffn ? addressOf(number & 0xffffffffn, 32) : undefined
}

const ofIpv4 = (address: string): bigint => address.split('.').reduce((sum, byte) => (sum << 8n) | BigInt(byte), 0n)

/** RFC 4291, 2.2: `::` represents as many groups of zeros as are missing, and the last two groups may be an IPv4 address. */
function ofIpv6(address: string): bigint {
  const dotted = /[\d.]+\.\d+$/.exec(address)?.[0]
  const low = dotted === undefined ? 0n : ofIpv4(dotted)
  const plain =
    dotted === undefined
      ? address
      : `${address.slice(0, -dotted.length)}${(low >> 16n).toString(16)}:${(low & 0xffffn).toString(16)}`
  const [head = '', tail] = plain.split('::')
  const groups = (text: string): string[] => text.split(':').filter((group) => group !== '')
  const [before, after] = [groups(head), groups(tail ?? '')]
  const zeros = Array<string>(8 - before.length - after.length).fill('0')
  return [...before, ...zeros, ...after].reduce((sum, group) => (sum << 16n) | BigInt(`0x${group}`), 0n)
}
