/** Why a text is no range of IPv4 addresses, and what to write instead; undefined when it is one. */
export function rangeProblem(
  text: string,
  isAddress: (text: string) => boolean,
): { readonly message: string; readonly hint: string } | undefined {
  const message = 'must be an IPv4 range such as 203.0.113.0/24'
  const [address = '', bits, ...rest] = text.split('/')
  if (text.includes(':')) return { message, hint: 'IPv6 is not supported here: write the IPv4 ranges' }
  if (!isAddress(address))
    return { message, hint: 'write four numbers from 0 to 255, a "/" and how many bits are fixed' }
  if (bits === undefined) return { message, hint: `write ${address}/32 for that one address` }
  if (rest.length > 0 || !/^(?:3[0-2]|[12]?\d)$/.test(bits))
    return { message, hint: 'write how many bits are fixed after the "/": 24 for 256 addresses, 32 for one' }
  // Refused by the API server since Kubernetes 1.36: "must not have bits set beyond the prefix length". Before, AWS answers
  // InvalidPermission.Duplicate at every reconciliation, as it keeps the network and is asked for the address.
  const network = networkOf(address, Number(bits))
  if (network === address) return undefined
  return {
    message: 'must be a network: its address has bits set beyond the prefix',
    hint: `write ${network}/${bits}, or ${address}/32 for the one address`,
  }
}

/** The first address of a range. */
function networkOf(address: string, bits: number): string {
  const numbers = address.split('.').map(Number)
  return numbers
    .map((number, at) => {
      const own = Math.min(8, Math.max(0, bits - 8 * at))
      return number & (0xff << (8 - own)) & 0xff
    })
    .join('.')
}
