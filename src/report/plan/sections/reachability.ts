import type { Plan, PlannedRoute } from '../../../plan/plan.ts'
import { cut } from '../../../words.ts'
import { limited, type Tier } from '../tier.ts'
import { wrapped } from '../wrapped.ts'

/** Clusters in which a route comes or goes. */
export const reachedClusters = ({ routes }: Plan): string[] =>
  [...routes.added, ...routes.removed].map(({ cluster }) => cluster)

/** Routes of a cluster that come and go: `+ route rpc1.carrier.us.example.com:15000 (p2p)`. */
export function reachabilityLines({ routes }: Plan, cluster: string, tier: Tier): string[] {
  const own = (list: readonly PlannedRoute[], sign: string): { sign: string; route: PlannedRoute }[] =>
    list.filter((route) => route.cluster === cluster).map((route) => ({ sign, route }))
  const { shown, rest } = limited([...own(routes.added, '+'), ...own(routes.removed, '-')], tier.rows, 'routes')
  return [
    ...shown.flatMap(({ sign, route }) => wrapped(sign, cut(`route ${routeText(route)}`, tier.characters))),
    ...rest,
  ]
}

/** The node is named where its address does not begin with its name. */
function routeText({ node, endpoint, url }: PlannedRoute): string {
  const host = node.split('/').reverse().join('.')
  return `${url} (${url.replace(/^\w+:\/\//, '').startsWith(`${host}.`) ? endpoint : `${endpoint} of ${node}`})`
}
