import { nameOf } from '../../cluster/objects.ts'
import type { Route, RouteProblem, Routing } from './objects.ts'

/** Two objects that want the same: Emissary takes both, and gives each a part of the connections. */
export const collisions = (routing: Routing): RouteProblem[] => [
  ...twice(
    routing.tcpMappings,
    ({ spec: { address, port, host } }) => `${address ?? ''} ${port} ${host ?? ''}`,
    ({ spec: { port } }) => `port ${port}`,
    'connections would be split between the two, without an error: give one of them another port',
  ),
  ...twice(
    routing.mappings.filter(({ spec }) => spec.weight === undefined),
    ({ spec: { hostname, host, prefix, prefix_regex, method, headers, query_parameters } }) =>
      JSON.stringify([hostname ?? host, prefix, prefix_regex, method, headers, query_parameters]),
    ({ spec: { hostname, host, prefix } }) => `${hostname ?? host ?? '*'}${prefix}`,
    'requests would be split between the two, without an error: give one of them another hostname or prefix, or a weight if that is meant',
  ),
  ...twice(
    routing.hosts,
    ({ spec: { hostname } }) => String(hostname ?? '*'),
    ({ spec: { hostname } }) => `the host name ${hostname ?? '*'}`,
    'which certificate and policy count would be left to chance: keep one',
  ),
  ...twice(
    // One key for all three inside of Emissary: an error of one is told of another, or of none.
    [...routing.hosts, ...routing.tlsContexts, ...routing.tcpMappings],
    ({ object: { metadata } }) => metadata.name,
    ({ object: { metadata } }) => `the name ${metadata.name}`,
    'Emissary keeps Hosts, TLSContexts and TCPMappings under their names alone: rename one',
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
