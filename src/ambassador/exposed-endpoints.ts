import type { Endpoint } from '../network/endpoint.ts'
import type { LedgerNode } from '../network/network.ts'
import type { Platform } from '../platforms/platform.ts'

/** Endpoints of a node that the Ambassador can serve by HTTP, each at its own host. */
export const endpointsByHost = (node: LedgerNode, platform: Platform): Endpoint[] =>
  platform.definition.endpoints(node).filter(({ reached }) => reached === 'by-host')

/** The endpoints that the definition exposes. */
export const exposedEndpoints = (node: LedgerNode, platform: Platform): Endpoint[] =>
  endpointsByHost(node, platform).filter(({ name }) => node.expose.includes(name))
