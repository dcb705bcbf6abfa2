import { type LedgerNode, nodeId } from './network.ts'

/** Something a node serves, and how it may be routed. */
export interface Endpoint {
  /** Short name, unique for the node: `p2p`, `rpc`. */
  readonly name: string
  /** Container port and port of the Service. */
  readonly port: number
  /** `tls` is the ledger's own TLS, which the Ambassador never terminates; `https` is HTTP over TLS that the node terminates. */
  readonly protocol: 'tcp' | 'tls' | 'http' | 'https' | 'ws' | 'grpc'
  /** Service of the node that carries it. */
  readonly service: string
  /** Each `tcp` endpoint gets a port of the Ambassador; exposed HTTP endpoints share its HTTP ports. */
  readonly reached: 'by-port' | 'by-host' | 'not'
  /** URL path below the node's host name, for endpoints reached by host. */
  readonly pathPrefix?: string
  /** The server name of TLS clients, if it differs from the host that they connect to. For `tls`. */
  readonly sni?: string
  /** The Host header that the node takes, if it refuses that of its clients. */
  readonly hostHeader?: string
  /** The node itself authenticates who connects. Those with `tls` all do. */
  readonly authenticates?: boolean
}

/** `carrier/validator1/p2p`: how an endpoint is named in the lock. */
export const endpointKey = (node: LedgerNode, endpoint: Endpoint): string => `${nodeId(node)}/${endpoint.name}`
