import { httpRoutes } from '../ambassador/http.ts'
import type { Route } from '../ambassador/routes.ts'
import { openPorts } from '../ambassador/service.ts'
import type { Cluster, Network } from '../network/network.ts'
import { providers } from '../providers/index.ts'
import { code, prose } from './escape.ts'
import { table } from './markdown.ts'

/** How each Ambassador is reached, what a person has to do for it, and how to log in to its cluster. */
export function ambassadorsMarkdown(network: Network, routes: readonly Route[]): string[] {
  const routesOf = ({ name }: Cluster): Route[] => routes.filter(({ cluster }) => cluster === name)
  return [
    '## Ambassadors\n',
    table(
      ['cluster', 'Service', 'reached', 'ports', 'who may connect'],
      network.clusters.map((cluster) => [
        cluster.name,
        code(`${cluster.ambassador.namespace}/${cluster.ambassador.service}`),
        reached(cluster),
        numbers(openPorts(cluster, routesOf(cluster)).map(({ port }) => port)),
        cluster.ambassador.sourceRanges.map(code).join(', ') || 'everybody',
      ]),
    ),
    ...forOwners(network, routesOf),
    '## Logging in\n',
    table(
      ['cluster', 'context', 'for example'],
      network.clusters.map(({ name, context = name, provider }) => [
        name,
        code(context),
        prose(providers[provider].login(context)),
      ]),
    ),
    ...certificates(network, routesOf),
  ]
}

export function reached({ provider, ambassador: { existing, publish, loadBalancer, passthrough } }: Cluster): string {
  const shared = passthrough === 'sni' ? ', one port for TLS' : ''
  if (existing) return 'an Emissary that runs already'
  if (publish !== 'LoadBalancer') return `every machine (${publish})${shared}`
  return `${loadBalancer.visibility === 'internal' ? 'internal ' : ''}load balancer of ${providers[provider].title}${shared}`
}

/** Ports as few ranges as possible: those of a pool mostly follow each other. */
function numbers(ports: readonly number[]): string {
  const found: [first: number, last: number][] = []
  for (const port of ports.toSorted((a, b) => a - b)) {
    const open = found.at(-1)
    if (open !== undefined && port === open[1] + 1) open[1] = port
    else found.push([port, port])
  }
  return found.map(([first, last]) => (first === last ? `${first}` : `${first}-${last}`)).join(', ')
}

/** Nothing adds ports to a Service that is not ours. */
function forOwners(network: Network, routesOf: (cluster: Cluster) => readonly Route[]): string[] {
  const theirs = network.clusters.filter(({ ambassador }) => ambassador.existing)
  if (theirs.length === 0) return []
  return [
    '### Ports that the owner of an Emissary has to open\n',
    'In its Service, and in whatever is before it: each targets the same port of the pods, without PROXY protocol. HTTP and HTTPS are as they are there.\n',
    table(
      ['cluster', 'Service', 'port and target port'],
      theirs.map((cluster) => [
        cluster.name,
        code(`${cluster.ambassador.namespace}/${cluster.ambassador.service}`),
        numbers(
          routesOf(cluster)
            .filter(({ kind }) => kind === 'tcp')
            .map(({ port }) => port),
        ),
      ]),
    ),
  ]
}

function certificates(network: Network, routesOf: (cluster: Cluster) => readonly Route[]): string[] {
  const rows = network.clusters.flatMap((cluster) => {
    const { namespace, tlsSecret, cleartext, issuer } = cluster.ambassador
    const names = [...new Set(httpRoutes(routesOf(cluster)).map(({ host }) => host))]
    if (names.length === 0 || cleartext) return []
    const maker = issuer === undefined ? 'you' : `cert-manager (${issuer.kind} ${issuer.name})`
    return [[cluster.name, code(`${namespace}/${tlsSecret}`), prose(maker), names.map(code).join(', ')]]
  })
  if (rows.length === 0) return []
  return [
    '## TLS certificates\n',
    'A Secret of type `kubernetes.io/tls` in each cluster, whose certificate has these names.\n',
    table(['cluster', 'Secret', 'made by', 'names'], rows),
  ]
}
