import { hostOf } from '../network/address.ts'
import { endpointKey } from '../network/endpoint.ts'
import type { AllocatedPorts } from '../network/lock.ts'
import { nodeId } from '../network/network.ts'
import type { Outside } from '../platforms/outside.ts'
import type { Platform } from '../platforms/platform.ts'

/** Addresses with their allocated ports. Port 0 where none could be allocated, which a separate finding reports. */
export const outsideOf =
  (platform: Platform, ports: AllocatedPorts): Outside =>
  (node, name) => {
    const endpoint = platform.definition.endpoints(node).find((candidate) => candidate.name === name)
    if (endpoint === undefined) throw new Error(`${nodeId(node)} has no endpoint ${name}`)
    return { host: hostOf(node), port: ports[node.cluster.name]?.[endpointKey(node, endpoint)] ?? 0 }
  }
