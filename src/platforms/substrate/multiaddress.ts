import { host as hostForm } from '../../network/primitives.ts'

/** Where a node is reached, and which one it is. */
export interface NodeAddress {
  readonly host: string
  readonly port: number
  readonly peerId: string
}

/** `/dns4/validator-1.example.com/tcp/15010/p2p/12D3KooW…`: https://github.com/multiformats/multiaddr */
const form = /\/(?:dns|dns4|dns6|ip4|ip6)\/([^/\s"',]+)\/tcp\/(\d+)\/(?:p2p|ipfs)\/(12D3KooW[1-9A-HJ-NP-Za-km-z]{44})/g

/** Addresses in a text, the first of each node. What a definition cannot have is left out. */
export function addressesIn(text: string): readonly NodeAddress[] {
  const found = [...text.matchAll(form)]
    .map(([, host = '', port = '', peerId = '']) => ({ host: host.toLowerCase(), port: Number(port), peerId }))
    .filter(({ host, port }) => hostForm.safeParse(host).success && port > 0 && port < 65_536)
  return found.filter(({ peerId }, at) => found.findIndex((one) => one.peerId === peerId) === at)
}
