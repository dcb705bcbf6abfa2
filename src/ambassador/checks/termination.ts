import { nameOf } from '../../cluster/objects.ts'
import { hostnamesMeet } from './hostnames.ts'
import { listAt, type Route, type RouteProblem, type Routing } from './objects.ts'

/** Emissary terminates the TLS of a TCPMapping with a host, or drops the route when it has no certificate for the host. */
export function terminations({ tcpMappings, hosts, tlsContexts }: Routing): RouteProblem[] {
  const certified = (host: string): Route | undefined =>
    hosts.find(({ spec }) => spec.tlsSecret !== undefined && hostnamesMeet(String(spec.hostname ?? '*'), host)) ??
    tlsContexts.find(
      ({ spec }) => spec.secret !== undefined && listAt(spec.hosts).some((name) => hostnamesMeet(String(name), host)),
    )
  return [
    ...tcpMappings
      .filter(({ spec }) => spec.host !== undefined)
      .map((mapping): RouteProblem => {
        const found = certified(String(mapping.spec.host))
        return found === undefined
          ? problem(
              mapping,
              'error',
              `has the host ${mapping.spec.host}, for which there is no certificate`,
              'Emissary drops the route: remove host to pass TLS through; or share a port with passthrough: sni',
            )
          : problem(
              mapping,
              'warning',
              `has the host ${mapping.spec.host}: the Ambassador terminates TLS with the certificate of ${nameOf(found.object)}`,
              "the ledger no longer sees its clients' certificates: leave host out if that is not meant",
            )
      }),
    ...tlsContexts
      .filter(({ spec }) => spec.secret === undefined && listAt(spec.hosts).length > 0)
      .map((context) =>
        problem(
          context,
          'error',
          'has hosts but no secret',
          'Emissary drops the routes that would use it: name the Secret with the certificate',
        ),
      ),
  ]
}

const problem = (
  { object, root }: Route,
  severity: RouteProblem['severity'],
  what: string,
  hint: string,
): RouteProblem => ({ rule: 'route-terminates', severity, message: `${nameOf(object)} ${what}`, hint, root })
