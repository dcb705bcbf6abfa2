import { canonicalIpv6, familyOf, mappedIpv4 } from '../ip-address.ts'

/** A hint for a text that is not a name or address of the kind that `isRight` accepts. */
export function hostHint(text: string, isRight: (candidate: string) => boolean): string {
  if (text.length > 253) return `it has ${text.length} characters, more than 253`
  const [, name = ''] = /^(?:[a-z][a-z0-9+.-]*:\/\/)?(?:[^/@]*@)?([^/:]*)/i.exec(text.trim()) ?? []
  if (looksLikeIpv6.test(text)) return ipv6Hint(text, isRight)
  const plain = name.replace(/^\*\.|\.$/g, '').toLowerCase()
  // The URL parser also reads other forms of numbers, which are never intended: it reads 010.0.0.1 as 8.0.0.1.
  const candidate = /[^\0-\x7f]/.test(plain) ? asciiOf(plain) : plain
  if (candidate !== text && isRight(candidate)) return `did you mean "${candidate}"?`
  if (/^[a-z0-9-]+(?:\.[a-z0-9-]+)*\.[a-z]+$/.test(candidate) && !isRight('eu.example.com'))
    return 'write an IP address: a DNS name belongs in another field'
  if (familyOf(text) === 'IPv4') return 'use the field "address" of the cluster for an IP address'
  if (/^[0-9.]+$/.test(text)) return 'an IPv4 address has four numbers from 0 to 255, without leading zeros'
  if (!text.includes('.')) return 'write the full name: a single label resolves in one network only'
  if (text.includes('_')) return 'remove "_": host names cannot have it'
  return 'a label has 1 to 63 letters, digits and "-", begins and ends with a letter or digit; the last label is not a number'
}

/** Perhaps in brackets, with a zone, a port, a scheme. */
const looksLikeIpv6 =
  /^(?:[a-z][a-z0-9+.-]*:\/\/)?(?:[^/@]*@)?\[?([0-9a-f]*:[0-9a-f.]*:[0-9a-f:.]*)(%[^\]/]*)?(?:\].*)?$/i

function ipv6Hint(text: string, isRight: (candidate: string) => boolean): string {
  const [, address = '', zone] = looksLikeIpv6.exec(text) ?? []
  const canonical = canonicalIpv6(address)
  if (canonical === undefined)
    return 'an IPv6 address has eight groups of hexadecimal digits, or "::" for groups of zeros'
  if (zone !== undefined) return `the zone ${zone} is an interface of one machine: write an address that others reach`
  const candidate = mappedIpv4(canonical) ?? canonical
  if (isRight(candidate)) return `write ${candidate}`
  if (isRight('203.0.113.7')) return 'IPv6 is not supported here: write an IPv4 address'
  return 'use the field "address" of the cluster for an IP address'
}

/** A name in DNS form: `münchen.example.com` is `xn--mnchen-3ya.example.com`. */
const asciiOf = (name: string): string => {
  const url = `http://${name}/`
  return URL.canParse(url) ? new URL(url).hostname : name
}
