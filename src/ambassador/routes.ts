import { addressText, hostOf, sharedHostOf, urlHost } from '../network/address.ts'
import type { Endpoint } from '../network/endpoint.ts'
import { endpointKey } from '../network/endpoint.ts'
import type { AllocatedPorts } from '../network/lock.ts'
import { type LedgerNode, type Network, nodeId } from '../network/network.ts'
import type { Platform } from '../platforms/platform.ts'
import { entrancesOf } from './entrances.ts'
import { sharedPort } from './sharing.ts'

/** How one endpoint of one node is reached from outside its cluster. */
export interface Route {
  readonly cluster: string
  readonly node: LedgerNode
  readonly endpoint: Endpoint
  /** `tcp` has its own port; `sni` shares one with others, distinguished by the name in its TLS. */
  readonly kind: 'tcp' | 'sni' | 'http'
  /** The name that the node shares with others, where this route is to that name. Its Service has the same name. */
  readonly shared?: string
  /** DNS name, or IP address of a cluster without domain. */
  readonly host: string
  /** Port at the Ambassador. */
  readonly port: number
  /** For people: `host:port`, or a URL. */
  readonly url: string
}

/** Every route of the network, in the order of cluster, organization, node and endpoint. */
export function routesOf(network: Network, platform: Platform, ports: AllocatedPorts): Route[] {
  return network.clusters.flatMap(({ name }) =>
    network.nodes
      .filter((node) => node.cluster.name === name)
      .flatMap((node) =>
        platform.definition.endpoints(node).flatMap((endpoint) => routesOfEndpoint(node, endpoint, ports)),
      ),
  )
}

function routesOfEndpoint(node: LedgerNode, endpoint: Endpoint, ports: AllocatedPorts): Route[] {
  const cluster = node.cluster.name
  const { ambassador } = node.cluster
  const host = hostOf(node)
  if (endpoint.reached === 'by-port') {
    const port = ports[cluster]?.[endpointKey(node, endpoint)]
    if (port === undefined) throw new Error(`no port was allocated for ${nodeId(node)}/${endpoint.name}`)
    const shared = ambassador.passthrough === 'sni' && port === sharedPort(node.cluster)
    return [{ cluster, node, endpoint, kind: shared ? 'sni' : 'tcp', host, port, url: addressText({ host, port }) }]
  }
  if (endpoint.reached === 'not' || !node.expose.includes(endpoint.name)) return []
  return [httpRoute(node, endpoint, host), ...sharedRoutes(node, endpoint)]
}

function httpRoute(node: LedgerNode, endpoint: Endpoint, host: string): Route {
  const { ambassador, name: cluster } = node.cluster
  const { http, https } = entrancesOf(ambassador)
  const { port } = ambassador.cleartext ? http : https
  const shown = port === 80 || port === 443 ? '' : `:${port}`
  const url = `${schemeOf(endpoint)}${ambassador.cleartext ? '' : 's'}://${urlHost(host)}${shown}${endpoint.pathPrefix ?? '/'}`
  return { cluster, node, endpoint, kind: 'http', host, port, url }
}

/** The same endpoint by the names that the node shares, each with a separate Service. */
const sharedRoutes = (node: LedgerNode, endpoint: Endpoint): Route[] =>
  node.shares
    .filter(({ endpoints }) => endpoints.includes(endpoint.name))
    .map(({ name: shared }) => ({
      ...httpRoute(node, { ...endpoint, service: shared }, sharedHostOf(shared, node)),
      shared,
    }))

const schemeOf = ({ protocol }: Endpoint): string => (protocol === 'ws' || protocol === 'grpc' ? protocol : 'http')
