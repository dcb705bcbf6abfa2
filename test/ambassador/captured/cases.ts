import { createHash } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { load } from 'js-yaml'
import { ambassadorOverlay } from '../../../src/ambassador/overlay.ts'
import { allocatePorts } from '../../../src/ambassador/ports.ts'
import { type Route, routesOf } from '../../../src/ambassador/routes.ts'
import type { Endpoint } from '../../../src/network/endpoint.ts'
import type { Cluster, LedgerNode } from '../../../src/network/network.ts'
import { isJsonObject, type JsonObject, objectAt } from '../../kubernetes/json.ts'
import { definition, networkOf, withTls } from '../tls-platform.ts'

/** What a definition has in a case: the Ambassador of its cluster, and what its nodes a and b expose there. */
interface CapturedCase {
  readonly ambassador: string
  readonly exposed: Readonly<Record<string, readonly string[]>>
  /** Names that both nodes share. */
  readonly shares?: LedgerNode['shares']
  /** Address families of the cluster; IPv4 when absent. */
  readonly ipFamilies?: string
  /** The Emissary is somebody else's, and listens already. */
  readonly owned?: boolean
}

const everything = { a: ['rpc', 'ws', 'secure'], b: ['grpc'] }

/** The cases, by the name of the file with the configuration that Emissary made of it. */
export const capturedCases = {
  http: { ambassador: '{ports: 15000-15009}', exposed: everything },
  // The same, while the TLS Secret does not exist.
  unsigned: { ambassador: '{ports: 15000-15009}', exposed: everything },
  filters: {
    ambassador:
      '{ports: 15000-15009, authentication: {service: "checker.security:8080", headers: [x-api-key]}, rateLimit: {service: "limiter.security:8081"}, bodyLimit: 4096}',
    exposed: { a: ['rpc'] },
  },
  proxied: {
    ambassador:
      '{ports: 15000-15009, proxyProtocol: true, authentication: {service: "checker.security:8080", protocol: grpc}}',
    exposed: everything,
  },
  passthrough: { ambassador: '{ports: 15000-15009, passthrough: sni}', exposed: everything },
  cleartext: { ambassador: '{ports: 15000-15009, cleartext: true}', exposed: { a: ['rpc', 'ws'] } },
  dual: { ambassador: '{ports: 15000-15009}', exposed: everything, ipFamilies: '[IPv4, IPv6]' },
  shared: {
    ambassador: '{ports: 15000-15009}',
    exposed: { a: ['rpc', 'ws'], b: ['rpc', 'ws'] },
    shares: [{ name: 'api', endpoints: ['rpc', 'ws'] }],
  },
  existing: { ambassador: '{ports: 15000-15009, existing: {namespace: emissary}}', exposed: everything, owned: true },
} as const satisfies Readonly<Record<string, CapturedCase>>

/** Endpoints of a node: the kinds that a ledger may have. Their Services differ, as their backends do. */
const endpoints = (node: string): readonly Endpoint[] => [
  { name: 'plain', port: 30303, protocol: 'tcp', service: node, reached: 'by-port' },
  { name: 'peer', port: 7051, protocol: 'tls', service: node, reached: 'by-port' },
  { name: 'rpc', port: 8545, protocol: 'http', service: `${node}-rpc`, reached: 'by-host', pathPrefix: '/' },
  { name: 'ws', port: 8546, protocol: 'ws', service: `${node}-rpc`, reached: 'by-host', pathPrefix: '/ws' },
  { name: 'secure', port: 7054, protocol: 'https', service: `${node}-ca`, reached: 'by-host', pathPrefix: '/ca/' },
  { name: 'grpc', port: 9000, protocol: 'grpc', service: `${node}-grpc`, reached: 'by-host', pathPrefix: '/' },
]

/** What Chancery renders in a case. */
export interface RenderedCase {
  readonly cluster: Cluster
  readonly routes: readonly Route[]
  /** The objects that Emissary reads, in its namespace; those of the owner of an existing Emissary among them. */
  readonly objects: readonly JsonObject[]
  /** Objects of cert-manager, in the same namespace. */
  readonly certificates: readonly JsonObject[]
}

export async function renderedCase(captured: CapturedCase): Promise<RenderedCase> {
  const { ambassador, exposed, shares = [], owned = false, ipFamilies = '[IPv4]' } = captured
  const place = `domain: eu.example.com\n    ipFamilies: ${ipFamilies}`
  const { network: read, platform } = networkOf(definition(ambassador, place))
  const network = { ...read, nodes: read.nodes.map((node) => ({ ...node, shares, expose: exposed[node.name] ?? [] })) }
  const ledger = withTls(platform, endpoints)
  const routes = routesOf(network, ledger, allocatePorts(network, ledger, {}).ports)
  const [cluster] = network.clusters
  if (cluster === undefined) throw new Error('the definition has no cluster')
  const overlay = ambassadorOverlay(network, cluster, routes)
  const rendered = [...Object.values(overlay.objects), ...Object.values(overlay.patches)].flat().filter(isJsonObject)
  const own = rendered.filter(({ apiVersion }) => apiVersion === 'getambassador.io/v3alpha1')
  const { namespace } = cluster.ambassador
  const base = await baseModule()
  const objects = [...own.filter(({ kind }) => kind !== 'Module'), ...(owned ? ownedListeners : [])]
  const certificates = rendered.filter(({ apiVersion }) => apiVersion === 'cert-manager.io/v1')
  const module = merged(base, own.find(({ kind }) => kind === 'Module') ?? {})
  const placed = (object: JsonObject): JsonObject => merged(object, { metadata: { namespace } })
  return { cluster, routes, objects: [...objects, module].map(placed), certificates: certificates.map(placed) }
}

/** The digest of the objects, which the file of the case has at its head. */
export const digestOf = (objects: readonly JsonObject[]): string =>
  createHash('sha256').update(JSON.stringify(objects)).digest('hex').slice(0, 16)

/** The file that has the configuration of a case. */
export const capturedFile = (name: string): string => join(import.meta.dirname, `${name}.yaml`)

async function baseModule(): Promise<JsonObject> {
  const file = join(import.meta.dirname, '../../../src/ambassador/base/module.yaml')
  const module = load(await readFile(file, 'utf8'))
  if (!isJsonObject(module)) throw new Error(`${file} has no object`)
  return module
}

/** As a strategic merge patch of kustomize changes an object without lists. */
function merged(object: JsonObject, patch: JsonObject): JsonObject {
  const entries = Object.entries(patch).map(([key, value]) => [
    key,
    isJsonObject(value) ? merged(objectAt(object, key), value) : value,
  ])
  return { ...object, ...Object.fromEntries(entries) }
}

const ownedListeners = [
  ['http', 8080],
  ['https', 8443],
].map(([name, port]) => ({
  apiVersion: 'getambassador.io/v3alpha1',
  kind: 'Listener',
  metadata: { name },
  spec: {
    port,
    protocol: String(name).toUpperCase(),
    securityModel: 'XFP',
    hostBinding: { namespace: { from: 'ALL' } },
  },
}))
