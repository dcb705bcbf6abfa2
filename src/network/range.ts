/** Why a text is not a range of IPv4 addresses, with a hint; undefined when it is one. */
export function rangeProblem(
  text: string,
  isAddress: (text: string) => boolean,
): { readonly message: string; readonly hint: string } | undefined {
  const message = 'must be an IPv4 range such as 203.0.113.0/24'
  const [address = '', bits, ...rest] = text.split('/')
  if (text.includes(':')) return { message, hint: 'IPv6 is not supported: write the IPv4 ranges' }
  if (!isAddress(address))
    return { message, hint: 'write four numbers from 0 to 255, "/" and the length of the prefix' }
  if (bits === undefined) return { message, hint: `write ${address}/32 for a single address` }
  if (rest.length > 0 || !/^(?:3[0-2]|[12]?\d)$/.test(bits))
    return { message, hint: 'write the length of the prefix after "/": 24 for 256 addresses, 32 for one' }
  // The API server refuses it since Kubernetes 1.36: "must not have bits set beyond the prefix length". Before, AWS returned
  // InvalidPermission.Duplicate at every reconciliation, because it stores the network and gets the address again.
  const network = networkOf(address, Number(bits))
  if (network === address) return undefined
  return {
    message: 'must be the address of a network: it has bits set beyond the prefix',
    hint: `write ${network}/${bits}, or ${address}/32 for a single address`,
  }
}

/** The first address of a range. */
export function networkOf(address: string, bits: number): string {
  const numbers = address.split('.').map(Number)
  return numbers
    .map((number, at) => {
      const own = Math.min(8, Math.max(0, bits - 8 * at))
      return number & (0xff << (8 - own)) & 0xff
    })
    .join('.')
}
