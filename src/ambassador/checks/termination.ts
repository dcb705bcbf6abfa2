import { nameOf } from '../../cluster/objects.ts'
import { hostnamesMeet } from './hostnames.ts'
import { listAt, type Route, type RouteProblem, type Routing } from './objects.ts'

/** A TCPMapping with a host never passes TLS on: Emissary ends it, or drops the route when it has no certificate for that. */
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
              'Emissary drops it: leave host out, and TLS passes as it is; or share a port with passthrough: sni',
            )
          : problem(
              mapping,
              'warning',
              `has the host ${mapping.spec.host}: TLS ends at the Ambassador, with the certificate of ${nameOf(found.object)}`,
              "the ledger no longer sees its clients' certificates: leave host out if that is not meant",
            )
      }),
    ...tlsContexts
      .filter(({ spec }) => spec.secret === undefined && listAt(spec.hosts).length > 0)
      .map((context) =>
        problem(
          context,
          'error',
          'has hosts, and no secret',
          'Emissary drops what would use it: name the Secret with the certificate',
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
