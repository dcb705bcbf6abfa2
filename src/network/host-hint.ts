import { isIP } from 'node:net'

/** What to write in place of a text that is no name or address, of the kind that `isRight` knows. */
export function hostHint(text: string, isRight: (candidate: string) => boolean): string {
  if (text.length > 253) return `it has ${text.length} characters: at most 253 are possible`
  const [, name = ''] = /^(?:[a-z][a-z0-9+.-]*:\/\/)?(?:[^/@]*@)?([^/:]*)/i.exec(text.trim()) ?? []
  if (/^\[?[0-9a-f]*:[0-9a-f.]*:[0-9a-f:.]*\]?$/i.test(text))
    return 'IPv6 is not supported here: write an IPv4 address or a DNS name'
  const plain = name.replace(/^\*\.|\.$/g, '').toLowerCase()
  // It reads numbers in other forms too, which nobody means: 010.0.0.1 is 8.0.0.1 for it.
  const candidate = /[^\0-\x7f]/.test(plain) ? asciiOf(plain) : plain
  if (candidate !== text && isRight(candidate)) return `did you mean "${candidate}"?`
  if (/^[a-z0-9-]+(?:\.[a-z0-9-]+)*\.[a-z]+$/.test(candidate) && !isRight('eu.example.com'))
    return 'write the address itself: a DNS name belongs in another field'
  if (isIP(text) === 4) return 'an IP address is not a name: a cluster has the field "address" for it'
  if (/^[0-9.]+$/.test(text)) return 'an IPv4 address has four numbers from 0 to 255, without leading zeros'
  if (!text.includes('.')) return 'write the whole name: one label alone is known in one network only'
  if (text.includes('_')) return 'the name of a host has no "_"'
  return 'a label has 1 to 63 letters, digits and "-", begins and ends with a letter or digit; the last is no number'
}

/** A name as DNS has it: `münchen.example.com` is `xn--mnchen-3ya.example.com`. */
const asciiOf = (name: string): string => {
  const url = `http://${name}/`
  return URL.canParse(url) ? new URL(url).hostname : name
}
