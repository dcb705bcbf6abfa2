import { type LedgerNode, nodeId } from '../network/network.ts'
import type { Platform } from '../platforms/platform.ts'
import { type Address, hostOf } from './address.ts'
import { endpointKey, type Ports } from './ports.ts'

/** Where everybody, be it in another cluster or outside of all, reaches an endpoint of a node: at its cluster's Ambassador. */
export type Outside = (node: LedgerNode, endpoint: string) => Address

/** Addresses by the ports that are allocated. Port 0 where none could be, which is a finding of its own. */
export const outsideOf =
  (platform: Platform, ports: Ports): Outside =>
  (node, name) => {
    const endpoint = platform.endpoints(node).find((candidate) => candidate.name === name)
    if (endpoint === undefined) throw new Error(`${nodeId(node)} has no endpoint ${name}`)
    return { host: hostOf(node), port: ports[node.cluster.name]?.[endpointKey(node, endpoint)] ?? 0 }
  }
