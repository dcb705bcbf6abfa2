import type { Cluster } from '../../network/network.ts'
import { collisions } from './collisions.ts'
import { deadRoutes, missingServices } from './dead.ts'
import { freezes } from './freezes.ts'
import { type BuiltObject, type RouteProblem, routingOf } from './objects.ts'
import { terminations } from './termination.ts'
import { texts } from './texts.ts'

export type { BuiltObject, RouteProblem } from './objects.ts'

/**
 * What Emissary would take silently and do wrong, over the objects of one cluster as kustomize built them, people's overrides
 * included. `complete` says that these are the objects of all roots of the cluster.
 */
export function routeProblems(cluster: Cluster, objects: readonly BuiltObject[], complete: boolean): RouteProblem[] {
  const routing = routingOf(cluster, objects, complete)
  return [collisions, freezes, deadRoutes, missingServices, terminations, texts].flatMap((check) => check(routing))
}
