import { type LedgerNode, nodeId } from './network.ts'

/** Something a node serves, and how it may be routed. */
export interface Endpoint {
  /** Short name, unique for the node: `p2p`, `rpc`. */
  readonly name: string
  /** Container port and port of the Service. */
  readonly port: number
  /** `tls` is TLS of the ledger's own, which the Ambassador never ends; `https` is HTTP over TLS of the node's own. */
  readonly protocol: 'tcp' | 'tls' | 'http' | 'https' | 'ws' | 'grpc'
  /** Service of the node that carries it. */
  readonly service: string
  /** `tcp` endpoints get a port of the Ambassador each; HTTP ones share its HTTP ports, when the node exposes them. */
  readonly reached: 'by-port' | 'by-host' | 'not'
  /** URL path below the node's host name, for endpoints reached by host. */
  readonly pathPrefix?: string
  /** The name that clients ask for in TLS, when it is not the host they dial. For `tls`. */
  readonly sni?: string
  /** The node itself asks its HTTP clients who they are. */
  readonly authenticates?: boolean
}

/** `carrier/validator1/p2p`: how an endpoint is named in the lock. */
export const endpointKey = (node: LedgerNode, endpoint: Endpoint): string => `${nodeId(node)}/${endpoint.name}`
