import { nameOf } from '../../cluster/objects.ts'
import type { Route, RouteProblem, Routing } from './objects.ts'

/** Two objects that claim the same port or host: Emissary accepts both, and splits the connections between them. */
export const collisions = (routing: Routing): RouteProblem[] => [
  ...twice(
    routing.tcpMappings,
    ({ spec: { address, port, host } }) => `${address ?? ''} ${port} ${host ?? ''}`,
    ({ spec: { port } }) => `port ${port}`,
    'Emissary would silently split connections between the two: give one of them another port',
  ),
  ...twice(
    routing.mappings.filter(({ spec }) => spec.weight === undefined),
    ({ spec: { hostname, host, prefix, prefix_regex, method, headers, query_parameters } }) =>
      JSON.stringify([hostname ?? host, prefix, prefix_regex, method, headers, query_parameters]),
    ({ spec: { hostname, host, prefix } }) => `${hostname ?? host ?? '*'}${prefix}`,
    'Emissary would silently split requests between the two: give one of them another hostname or prefix, or a weight if the split is intended',
  ),
  ...twice(
    routing.hosts,
    ({ spec: { hostname } }) => String(hostname ?? '*'),
    ({ spec: { hostname } }) => `the host name ${hostname ?? '*'}`,
    'Emissary would pick the certificate and policy of one of them at random: keep one',
  ),
  ...twice(
    // Emissary has one key for all three kinds: it reports an error of one for another, or for none.
    [...routing.hosts, ...routing.tlsContexts, ...routing.tcpMappings],
    ({ object: { metadata } }) => metadata.name,
    ({ object: { metadata } }) => `the name ${metadata.name}`,
    'Emissary identifies Hosts, TLSContexts and TCPMappings by name alone: rename one',
  ),
]

function twice(
  routes: readonly Route[],
  key: (route: Route) => string,
  what: (route: Route) => string,
  hint: string,
): RouteProblem[] {
  const first = new Map<string, Route>()
  return routes.flatMap((route) => {
    const other = first.get(key(route))
    if (other === undefined) {
      first.set(key(route), route)
      return []
    }
    const message = `${nameOf(route.object)} and ${nameOf(other.object)} both have ${what(route)}`
    return [{ rule: 'route-collision', severity: 'error', message, hint, root: route.root } as const]
  })
}
