import { nameOf } from '../../cluster/objects.ts'
import { speaksHttp, stackOf } from './freezes.ts'
import { hostnamesMeet } from './hostnames.ts'
import {
  type BuiltObject,
  isRead,
  isRoute,
  listAt,
  type Route,
  type RouteProblem,
  type Routing,
  recordAt,
} from './objects.ts'

/** Objects that have no effect, which Emissary does not report. */
export const deadRoutes = (routing: Routing): RouteProblem[] => [
  ...unread(routing),
  ...ports(routing),
  ...withoutHost(routing),
  ...withoutListener(routing),
  ...proxyOnSome(routing),
  ...ignoredFields(routing),
]

const problem = (
  { object, root }: BuiltObject,
  what: string,
  hint: string,
  severity: 'error' | 'warning' = 'error',
): RouteProblem => ({ rule: 'route-dead', severity, message: `${nameOf(object)} ${what}`, hint, root })

/** Kinds that Emissary selects by identifier. */
function unread({ cluster, all }: Routing): RouteProblem[] {
  const { id, namespace, existing } = cluster.ambassador
  return all
    .filter(({ object }) => isRoute(object) && !isRead(object, cluster))
    .filter(({ object }) => !existing || object.metadata.namespace === namespace)
    .map((built) =>
      built.object.metadata.namespace === namespace
        ? problem(
            built,
            `lacks the identifier of its Ambassador, ${id}`,
            `no Ambassador reads it: add ambassador_id: [${id}]`,
          )
        : problem(
            built,
            `is not in ${namespace}, the namespace of the Ambassador`,
            `the Ambassador does not read it there: put it into overrides/${cluster.name}/ambassador`,
          ),
    )
}

/** Every port of the Service needs a listener, and every listener needs a port of the Service. */
function ports({ ports: open, tcpMappings, listeners }: Routing): RouteProblem[] {
  if (open === undefined) return []
  const listened = new Set([...tcpMappings, ...listeners].map(({ spec }) => Number(spec.port)))
  const targets = new Set(open.map(({ target }) => target))
  return [
    ...open
      .filter(({ target }) => typeof target === 'number' && !listened.has(target))
      .map(({ port, target, built }) =>
        problem(
          built,
          `opens port ${port}, but nothing listens on ${target}`,
          "the load balancer's health check would fail there: remove the port, or add a Listener or TCPMapping for it",
        ),
      ),
    ...tcpMappings
      .filter(({ spec }) => !targets.has(Number(spec.port)))
      .map((mapping) =>
        problem(
          mapping,
          `listens on ${mapping.spec.port}, but no port of the Service targets it`,
          'clients could not reach it: add the port to the Service, in the same override',
        ),
      ),
  ]
}

/** A Mapping is a route only when a Host matches it. */
const withoutHost = ({ mappings, hosts }: Routing): RouteProblem[] =>
  mappings
    .filter((mapping) => !hosts.some((host) => takes(host, mapping)))
    .map((mapping) =>
      problem(
        mapping,
        `matches no Host${mapping.spec.hostname === undefined ? ', as it has no hostname' : ` (${mapping.spec.hostname})`}`,
        'Emissary would ignore it: add a Host with its hostname',
      ),
    )

function takes({ spec: host }: Route, { spec: mapping, object }: Route): boolean {
  const selected = Object.entries(recordAt(recordAt(host.mappingSelector ?? host.selector).matchLabels))
  if (selected.length > 0) return selected.every(([key, value]) => object.metadata.labels?.[key] === value)
  const wanted = mapping.hostname ?? mapping.host
  return wanted !== undefined && hostnamesMeet(String(host.hostname ?? '*'), String(wanted))
}

/** A Host has an effect only with a Listener that speaks HTTP. */
const withoutListener = ({ hosts, listeners, cluster }: Routing): RouteProblem[] =>
  cluster.ambassador.existing || listeners.some(speaksHttp)
    ? []
    : hosts.map((host) =>
        problem(host, 'matches no Listener', 'nothing speaks HTTP there: add a Listener, or remove the Host'),
      )

/** A load balancer that sends the header of the PROXY protocol does so on every port. */
function proxyOnSome({ listeners, tcpMappings }: Routing): RouteProblem[] {
  const speaks = (listener: Route): boolean => stackOf(listener).includes('PROXY')
  if (!listeners.some(speaks)) return []
  const proxied = new Set(listeners.filter(speaks).map(({ spec }) => Number(spec.port)))
  const hint =
    'every connection there would break: give each port a Listener with PROXY, or none (ambassador.proxyProtocol)'
  return [...listeners, ...tcpMappings]
    .filter(({ spec }) => !proxied.has(Number(spec.port)))
    .map((route) => problem(route, `accepts no PROXY protocol on ${route.spec.port}, while other ports do`, hint))
}

/** Fields of the CRD that Emissary ignores. */
const ignoredFields = ({ tcpMappings, modules }: Routing): RouteProblem[] => [
  ...tcpMappings
    .filter(({ spec }) => spec.idle_timeout_ms !== undefined)
    .map((mapping) =>
      problem(
        mapping,
        'sets idle_timeout_ms, which has no effect',
        "an hour holds, as Envoy's own: remove it",
        'warning',
      ),
    ),
  ...modules
    .filter(({ spec }) => recordAt(spec.config).use_proxy_proto !== undefined)
    .map((module) =>
      problem(
        module,
        'sets use_proxy_proto, which has no effect',
        'set ambassador.proxyProtocol in the definition',
        'warning',
      ),
    ),
]

/** The Services that routes target. Services outside the namespaces of the network are unknown. */
export function missingServices({ cluster, all, tcpMappings, mappings, complete }: Routing): RouteProblem[] {
  if (!complete) return []
  const known = new Set(all.flatMap(({ object: { kind, metadata } }) => (kind === 'Namespace' ? [metadata.name] : [])))
  const services = new Map<string, readonly number[]>(
    all
      .filter(({ object }) => object.kind === 'Service')
      .map(({ object: { metadata, spec } }) => [
        `${metadata.name}.${metadata.namespace}`,
        listAt(recordAt(spec).ports).map((entry) => Number(recordAt(entry).port)),
      ]),
  )
  return [...tcpMappings, ...mappings].flatMap((route): RouteProblem[] => {
    const [, name = '', namespace = cluster.ambassador.namespace, , port] =
      /^(?:[a-z]+:\/\/)?([^.:/]+)(?:\.([^.:/]+))?(\.[^:/]*)?(?::(\d+))?/.exec(String(route.spec.service)) ?? []
    // Handed on in the pod: listening.ts.
    if (!known.has(namespace) || String(route.spec.service).startsWith('127.0.0.1:')) return []
    const found = services.get(`${name}.${namespace}`)
    const at = (what: string) =>
      problem(route, what, 'every connection would be refused: correct the name, or add the Service')
    if (found === undefined) return [at(`targets the Service ${namespace}/${name}, which does not exist`)]
    return port === undefined || found.includes(Number(port))
      ? []
      : [at(`targets port ${port} of the Service ${namespace}/${name}, which has ${found.join(', ')}`)]
  })
}
