import type { Material } from '../../../material/material.ts'
import type { Address } from '../../../network/address.ts'
import type { SubstrateNetwork } from '../network.ts'
import { baseSpecOf, isCompleted } from './base-spec.ts'

/** https://github.com/multiformats/multiaddr/blob/master/protocols.csv: what nodes of the Polkadot SDK dial over TCP, WebSocket included. */
const dialledForm = /^\/(?:ip4|ip6|dns|dns4|dns6)\/([^/]+)\/tcp\/(\d{1,5})(?:\/|$)/

/** Where the bootnodes are that a spec has which is used as it is. Those of a spec at a URL are not known. */
export function bootnodesOf(network: SubstrateNetwork, material: Material): readonly Address[] {
  if (isCompleted(network)) return []
  const bootNodes = baseSpecOf(network, material)?.value.bootNodes
  return (Array.isArray(bootNodes) ? bootNodes : []).flatMap((text) => {
    const [, host = '', port] = dialledForm.exec(String(text)) ?? []
    return port === undefined ? [] : [{ host, port: Number(port) }]
  })
}
