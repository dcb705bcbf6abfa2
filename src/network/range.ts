import { addressOf, canonicalIpv6, mappedIpv4, numberOf, rangeOfOne, widthOf } from '../ip-address.ts'

interface RangeProblem {
  readonly message: string
  readonly hint: string
}

const example = 'must be a range such as 203.0.113.0/24 or 2001:db8::/48'

/** Why a text is not a range of addresses, with a hint; undefined when it is one. `isIpv4` accepts one way to write an address. */
export function rangeProblem(text: string, isIpv4: (text: string) => boolean): RangeProblem | undefined {
  const [address = '', bits, ...rest] = text.split('/')
  const wrong = address.includes(':') ? ipv6Problem(address, bits) : ipv4Problem(address, isIpv4)
  if (wrong !== undefined) return { message: example, hint: wrong }
  if (bits === undefined) return { message: example, hint: `write ${rangeOfOne(address)} for a single address` }
  const width = widthOf(address)
  if (rest.length > 0 || !/^(?:0|[1-9]\d{0,2})$/.test(bits) || Number(bits) > width)
    return { message: example, hint: lengthHint[width] }
  // The API server refuses it since Kubernetes 1.36: "must not have bits set beyond the prefix length". Before, AWS returned
  // InvalidPermission.Duplicate at every reconciliation, because it stores the network and gets the address again.
  const network = networkOf(address, Number(bits))
  if (network === address) return undefined
  return {
    message: 'must be the address of a network: it has bits set beyond the prefix',
    hint: `write ${network}/${bits}, or ${rangeOfOne(address)} for a single address`,
  }
}

const lengthHint = {
  32: 'write the length of the prefix after "/": 24 for 256 addresses, 32 for one',
  128: 'write the length of the prefix after "/": 64 for one link, 128 for one address',
} as const

const ipv4Problem = (address: string, isIpv4: (text: string) => boolean): string | undefined =>
  isIpv4(address) ? undefined : 'write four numbers from 0 to 255, "/" and the length of the prefix'

function ipv6Problem(address: string, bits = '128'): string | undefined {
  const canonical = canonicalIpv6(address)
  if (canonical === undefined) return 'write an IPv6 address, "/" and the length of the prefix'
  const mapped = mappedIpv4(canonical)
  if (mapped !== undefined) return `write the IPv4 range: ${mapped} is an IPv4 address`
  return canonical === address
    ? undefined
    : `write ${canonical}/${bits}, the form of RFC 5952: ranges are compared as texts`
}

/** The first address of a range. */
export function networkOf(address: string, bits: number): string {
  const width = widthOf(address)
  const free = BigInt(width - bits)
  return addressOf((numberOf(address) >> free) << free, width)
}
