import { type Route, routesOf } from '../../ambassador/routes.ts'
import { nodeId } from '../../network/network.ts'
import type { Risk } from '../../network/risk.ts'
import { providers } from '../../providers/index.ts'
import { several } from '../../words.ts'
import { isEverybody } from './address-ranges.ts'
import { keptClusters, missingFrom, type Revision } from './revision.ts'
import { whoMayConnect } from './source-ranges.ts'

/** Endpoints that clients outside can reach from now on, or not any more, or without TLS: those that `expose` of a node decides about. */
export function exposureRisks(before: Revision, after: Revision): Risk[] {
  const [was, is] = [exposed(before), exposed(after)]
  const stays = new Set(after.network.nodes.map(nodeId))
  return [
    ...missingFrom(is, was, endpointOf).map(opened),
    // A node that goes has been told.
    ...missingFrom(was, is, endpointOf)
      .filter(({ node }) => stays.has(nodeId(node)))
      .map((route) => closed(route, after)),
    ...cleartext(
      before,
      after,
      is.filter(({ kind }) => kind === 'http'),
    ),
  ]
}

/** A name that several nodes share is one endpoint. */
const exposed = ({ network, platform, ports }: Revision): Route[] => [
  ...new Map(
    routesOf(network, platform, ports)
      .filter(({ node, endpoint }) => node.expose.includes(endpoint.name))
      .map((route) => [endpointOf(route), route] as const),
  ).values(),
]

const ownerOf = ({ node, shared }: Route): string =>
  shared === undefined ? nodeId(node) : `${node.organization.name}/${shared}`

const endpointOf = (route: Route): string => `${ownerOf(route)}/${route.endpoint.name}`

function opened(route: Route): Risk {
  const { kind, node, endpoint, url } = route
  const { cluster } = node
  const toAll = isEverybody(cluster.ambassador.sourceRanges) && !providers[cluster.provider].local
  const asker = askerOf(route)
  return {
    id: 'endpoint-exposed',
    severity: toAll && asker === undefined ? 'danger' : 'caution',
    subject: endpointOf(route),
    message: `${endpoint.name} of ${ownerOf(route)} becomes reachable from outside at ${url}${kind === 'http' && cluster.ambassador.cleartext ? ', without TLS' : ''}, for ${whoMayConnect(cluster)}${asker === undefined ? '' : `; ${asker} authenticates clients`}`,
    hint:
      asker === undefined
        ? `the endpoint has no authentication: set authentication at the node or the Ambassador, or narrow ambassador.sourceRanges of ${cluster.name}`
        : 'check that clients outside should use it',
    path: [...node.path, 'expose'],
  }
}

/** What asks clients who they are. Nobody but the node sees into TCP. */
const askerOf = ({ kind, endpoint, cluster, node }: Route): string | undefined =>
  endpoint.authenticates === true || kind !== 'http'
    ? 'the node'
    : node.cluster.ambassador.authentication === undefined
      ? undefined
      : `the Ambassador of ${cluster}`

function closed(route: Route, { network }: Revision): Risk {
  const is = network.nodes.find((node) => nodeId(node) === nodeId(route.node))
  return {
    id: 'endpoint-closed',
    severity: 'caution',
    subject: endpointOf(route),
    message: `${route.endpoint.name} of ${ownerOf(route)} is no longer reachable from outside at ${route.url}`,
    hint: 'tell the clients that use it',
    path: is === undefined ? ['organizations'] : [...is.path, 'expose'],
  }
}

function cleartext(before: Revision, after: Revision, routes: readonly Route[]): Risk[] {
  return keptClusters(before, after).flatMap(({ was, is }): Risk[] => {
    const served = routes.filter(({ cluster }) => cluster === is.name)
    if (was.ambassador.cleartext || !is.ambassador.cleartext || served.length === 0) return []
    return [
      {
        id: 'cleartext-enabled',
        severity: providers[is.provider].local ? 'caution' : 'danger',
        subject: is.name,
        message: `exposed endpoints of ${is.name} are served without TLS (${several(served.map(endpointOf))}): anyone on the path can read and change what clients send`,
        content: served.map(endpointOf).join(' '),
        hint: 'leave cleartext out, and provide a certificate; it is for clusters on your own machine',
        path: [...is.path, 'ambassador', 'cleartext'],
      },
    ]
  })
}
