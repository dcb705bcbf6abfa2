import type { LedgerNode } from '../network/network.ts'
import { serviceAddress } from './address.ts'
import { http, https } from './reserved-ports.ts'
import type { Route } from './routes.ts'

/** Objects of getambassador.io/v3alpha1, which Emissary 3.9 and 4 read: https://emissary-ingress.dev/docs/4.1/ */
interface EmissaryObject {
  readonly apiVersion: 'getambassador.io/v3alpha1'
  readonly kind: 'TCPMapping' | 'Listener' | 'Host' | 'Mapping'
  readonly metadata: { readonly name: string }
  readonly spec: Readonly<Record<string, unknown>>
}

/** Dots keep names apart that hyphens would run together: node b of organization a-c, and node c-b of organization a. */
const objectName = (...parts: readonly string[]): string => parts.join('.')

/** Only the Emissary with this identifier reads the object. */
const emissaryObject = (network: string, kind: EmissaryObject['kind'], name: string, spec: object): EmissaryObject => ({
  apiVersion: 'getambassador.io/v3alpha1',
  kind,
  metadata: { name },
  spec: { ambassador_id: [network], ...spec },
})

const backend = ({ node, endpoint }: Route): string => {
  const { namespace } = node.organization
  return `${endpoint.service}.${namespace}:${serviceAddress(node, endpoint).port}`
}

/** A TCPMapping without host: bytes pass as they are, so the ledger's own protocol and TLS stay whole. */
export const tcpMappings = (network: string, routes: readonly Route[]): EmissaryObject[] =>
  routes
    .filter(({ kind }) => kind === 'tcp')
    .map((route) =>
      emissaryObject(
        network,
        'TCPMapping',
        objectName(route.endpoint.name, route.node.name, route.node.organization.name),
        {
          port: route.port,
          service: backend(route),
        },
      ),
    )

/**
 * Listeners for HTTP only: Emissary makes those of TCPMappings itself, and one of ours on their port would freeze it. With
 * the security model XFP and no l7Depth, Envoy overwrites X-Forwarded-Proto with what the connection really is: a client
 * cannot pass for secure. SECURE would take cleartext on 8443 as secure.
 */
export function listeners(network: string, routes: readonly Route[], cleartext: boolean): EmissaryObject[] {
  if (!routes.some(({ kind }) => kind === 'http')) return []
  const listener = (name: string, port: number, protocol: string): EmissaryObject =>
    emissaryObject(network, 'Listener', name, {
      port,
      protocol,
      securityModel: 'XFP',
      hostBinding: { namespace: { from: 'SELF' } },
    })
  const plain = listener('http', http.listener, 'HTTP')
  return cleartext ? [plain] : [plain, listener('https', https.listener, 'HTTPS')]
}

/** A Host for each node that exposes something, and a Mapping for each endpoint it exposes. */
export function hosts(network: string, routes: readonly Route[]): EmissaryObject[] {
  const exposed = new Map<LedgerNode, Route[]>()
  for (const route of routes.filter(({ kind }) => kind === 'http')) {
    exposed.set(route.node, [...(exposed.get(route.node) ?? []), route])
  }
  if (exposed.size === 0) return []
  return [
    otherwise(network),
    ...[...exposed].flatMap(([node, own]) => [
      host(network, node, own[0]?.host ?? ''),
      ...own.map((route) => mapping(network, route)),
    ]),
  ]
}

/**
 * Takes every name that no other Host has, and refuses it. While the TLS Secret is missing, the other Hosts are inactive;
 * without any active one Emissary would make a Host of its own that serves every Mapping in clear text.
 */
const otherwise = (network: string): EmissaryObject =>
  emissaryObject(network, 'Host', 'otherwise', {
    hostname: '*',
    acmeProvider: { authority: 'none' },
    requestPolicy: { insecure: { action: 'Reject' } },
  })

function host(network: string, node: LedgerNode, hostname: string): EmissaryObject {
  const { cleartext, tlsSecret } = node.cluster.ambassador
  return emissaryObject(network, 'Host', objectName('host', node.name, node.organization.name), {
    hostname,
    acmeProvider: { authority: 'none' },
    ...(cleartext ? {} : { tlsSecret: { name: tlsSecret } }),
    requestPolicy: { insecure: { action: cleartext ? 'Route' : 'Redirect' } },
  })
}

function mapping(network: string, route: Route): EmissaryObject {
  const { node, endpoint } = route
  return emissaryObject(network, 'Mapping', objectName(endpoint.name, node.name, node.organization.name), {
    hostname: route.host,
    prefix: endpoint.pathPrefix ?? '/',
    service: backend(route),
    // A subscription may be silent for long; a call to a contract may take longer than Emissary's three seconds.
    ...(endpoint.protocol === 'ws'
      ? { allow_upgrade: ['websocket'], timeout_ms: 0, idle_timeout_ms: 3_600_000 }
      : { timeout_ms: 30_000 }),
  })
}
