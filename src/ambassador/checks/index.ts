import type { Cluster } from '../../network/network.ts'
import { collisions } from './collisions.ts'
import { deadRoutes, missingServices } from './dead.ts'
import { freezes } from './freezes.ts'
import { type BuiltObject, type RouteProblem, routingOf } from './objects.ts'
import { terminations } from './termination.ts'
import { texts } from './texts.ts'

export type { BuiltObject, RouteProblem } from './objects.ts'

/**
 * Finds what Emissary would accept silently and do wrong, in the objects of one cluster as kustomize built them, overrides
 * included. `complete`: the objects come from every root of the cluster.
 */
export function routeProblems(cluster: Cluster, objects: readonly BuiltObject[], complete: boolean): RouteProblem[] {
  const routing = routingOf(cluster, objects, complete)
  return [collisions, freezes, deadRoutes, missingServices, terminations, texts].flatMap((check) => check(routing))
}
