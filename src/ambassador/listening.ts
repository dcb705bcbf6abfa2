import type { IpFamily } from '../ip-address.ts'
import type { Cluster } from '../network/network.ts'
import type { EmissaryObject, MakeObject } from './emissary-object.ts'

type Families = readonly IpFamily[]

/**
 * What Emissary listens at: Envoy takes connections of both families on one socket only with `ipv4_compat`, which Emissary never
 * sets (v3listener.py). A cluster with IPv4 keeps the default, as its pods may have IPv6 switched off.
 */
const bindAddress = (families: Families): '0.0.0.0' | '::' => (families.includes('IPv4') ? '0.0.0.0' : '::')

/** Environment of Emissary beside its base: config.py. Its health server listens at both families by itself: healthcheck_server.go. */
export const bindVariables = (families: Families): object[] =>
  bindAddress(families) === '::' ? [{ name: 'AMBASSADOR_ENVOY_BIND_ADDRESS', value: '::' }] : []

/** Without it Emissary asks for IPv4 addresses of Services only (v3cluster.py). In a dual-stack cluster they have these too. */
export const lookupConfig = (families: Families): object => (families.includes('IPv4') ? {} : { enable_ipv6: true })

/**
 * In a dual-stack cluster, every port again for IPv6. A Listener has no address, a TCPMapping has; so HTTP over IPv6 is handed on to
 * the Listener, with its TLS. Emissary then sees its own address as the client's.
 */
export function ipv6Mappings(
  make: MakeObject,
  { ipFamilies, ambassador }: Cluster,
  mappings: readonly EmissaryObject[],
  listeners: readonly EmissaryObject[],
): EmissaryObject[] {
  if (ipFamilies.length < 2) return []
  const twins = mappings.map(
    ({ metadata, spec }): EmissaryObject => ({
      apiVersion: 'getambassador.io/v3alpha1',
      kind: 'TCPMapping',
      metadata: { name: `${metadata.name}.ipv6` },
      spec: { ...spec, address: '::' },
    }),
  )
  const handed = ambassador.existing
    ? []
    : listeners.map(({ metadata, spec: { port } }) =>
        make('TCPMapping', [metadata.name, 'ipv6'], { port, address: '::', service: `127.0.0.1:${String(port)}` }),
      )
  return [...twins, ...handed]
}

/** Whether a TCPMapping listens where Listeners do. */
export const isAtListeners = (address: unknown, families: Families): boolean =>
  address === undefined || address === bindAddress(families)
