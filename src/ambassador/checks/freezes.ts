import { nameOf } from '../../cluster/objects.ts'
import { reservedPorts } from '../entrances.ts'
import { isAtListeners } from '../listening.ts'
import { listAt, type Route, type RouteProblem, type Routing } from './objects.ts'

/** Ports that Emissary itself binds, independent of its Listeners. */
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

/** The protocols of a Listener, from the outermost in. */
export const stackOf = ({ spec }: Route): readonly string[] =>
  spec.protocolStack === undefined ? (stacks[String(spec.protocol)] ?? []) : listAt(spec.protocolStack).map(String)

export const speaksHttp = (listener: Route): boolean => stackOf(listener).includes('HTTP')

/** One such object makes Emissary reject every later change: its pods stay ready, and a new pod never becomes ready. */
export const freezes = ({ cluster, tcpMappings, listeners, modules }: Routing): RouteProblem[] => [
  ...tcpMappings.flatMap((mapping): RouteProblem[] => {
    const port = Number(mapping.spec.port)
    const taken = listeners.find((listener) => Number(listener.spec.port) === port && speaksHttp(listener))
    const owner = own.get(port)
    if (
      taken !== undefined &&
      mapping.spec.host === undefined &&
      isAtListeners(mapping.spec.address, cluster.ipFamilies)
    )
      return [
        problem(
          mapping,
          `uses port ${port} of ${nameOf(taken.object)}, which speaks HTTP`,
          'Emissary would reject all further configuration while its pods stay ready: give one of the two another port',
        ),
      ]
    return owner === undefined
      ? []
      : [
          problem(
            mapping,
            `uses port ${port}, which belongs to ${owner}`,
            'Emissary would never listen there: use another port',
          ),
        ]
  }),
  ...listeners
    .filter((listener) => stackOf(listener).includes('UDP'))
    .map((listener) =>
      problem(
        listener,
        'uses UDP, which Emissary supports for HTTP/3 only',
        'use TCP; UDP needs a separate load balancer',
      ),
    ),
  ...listeners
    .filter((listener) => stackOf(listener).join(' ').startsWith('TLS PROXY'))
    .map((listener) =>
      problem(
        listener,
        'expects TLS before the PROXY protocol header, which comes first',
        'use protocolStack: [PROXY, TLS, HTTP, TCP] in place of HTTPSPROXY',
      ),
    ),
  ...modules
    .filter(({ object }) => object.metadata.name !== 'ambassador')
    .map((module) =>
      problem(module, 'has no effect', 'Emissary reads only the Module called "ambassador": change that one'),
    ),
]

const problem = ({ object, root }: Route, what: string, hint: string): RouteProblem => ({
  rule: 'route-freeze',
  severity: 'error',
  message: `${nameOf(object)} ${what}`,
  hint,
  root,
})
