import { nameOf } from '../../cluster/objects.ts'
import { reservedPorts } from '../entrances.ts'
import { listAt, type Route, type RouteProblem, type Routing } from './objects.ts'

/** Ports that Emissary itself binds, whatever Listeners there are. */
const own = new Map([...reservedPorts].filter(([, owner]) => /^(Emissary|Envoy)'s /.test(owner)))

const stacks: Readonly<Record<string, readonly string[]>> = {
  HTTP: ['HTTP'],
  HTTPS: ['TLS', 'HTTP'],
  HTTPPROXY: ['PROXY', 'HTTP'],
  HTTPSPROXY: ['TLS', 'PROXY', 'HTTP'],
  TCP: ['TCP'],
  TLS: ['TLS', 'TCP'],
  UDP: ['UDP'],
}

/** What a Listener speaks, from the outside in. */
export const stackOf = ({ spec }: Route): readonly string[] =>
  spec.protocolStack === undefined ? (stacks[String(spec.protocol)] ?? []) : listAt(spec.protocolStack).map(String)

export const speaksHttp = (listener: Route): boolean => stackOf(listener).includes('HTTP')

/** One such object, and Emissary takes no change of any other: its pods stay ready, and a new pod never is. */
export const freezes = ({ tcpMappings, listeners, modules }: Routing): RouteProblem[] => [
  ...tcpMappings.flatMap((mapping): RouteProblem[] => {
    const port = Number(mapping.spec.port)
    const taken = listeners.find((listener) => Number(listener.spec.port) === port && speaksHttp(listener))
    const owner = own.get(port)
    if (taken !== undefined && mapping.spec.host === undefined)
      return [
        problem(
          mapping,
          `has the port ${port} of ${nameOf(taken.object)}, which speaks HTTP`,
          'all configuration of that Emissary would be frozen while its pods stay ready: give one of the two another port',
        ),
      ]
    return owner === undefined
      ? []
      : [
          problem(
            mapping,
            `has port ${port}, which belongs to ${owner}`,
            'it would never listen there: use another port',
          ),
        ]
  }),
  ...listeners
    .filter((listener) => stackOf(listener).includes('UDP'))
    .map((listener) =>
      problem(
        listener,
        'asks for UDP, which Emissary passes for HTTP/3 only',
        'use TCP; UDP needs a load balancer of its own',
      ),
    ),
  ...listeners
    .filter((listener) => stackOf(listener).join(' ').startsWith('TLS PROXY'))
    .map((listener) =>
      problem(
        listener,
        'looks for TLS before the header of the PROXY protocol, which comes first',
        'use protocolStack: [PROXY, TLS, HTTP, TCP] in place of HTTPSPROXY',
      ),
    ),
  ...modules
    .filter(({ object }) => object.metadata.name !== 'ambassador')
    .map((module) => problem(module, 'is read by nobody', 'only a Module called "ambassador" counts: change that one')),
]

const problem = ({ object, root }: Route, what: string, hint: string): RouteProblem => ({
  rule: 'route-freeze',
  severity: 'error',
  message: `${nameOf(object)} ${what}`,
  hint,
  root,
})
