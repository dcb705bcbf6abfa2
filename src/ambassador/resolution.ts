import type { Cluster } from '../network/network.ts'
import { isIpAddress } from './address.ts'
import type { Route } from './routes.ts'

/** IP addresses of a name, every alias followed; empty when it has none. */
export type Lookup = (name: string) => Promise<readonly string[]>

/** Where a name leads, and whether that is the Ambassador. */
export interface Resolution {
  readonly name: string
  /** What is wrong; undefined when it leads to the Ambassador. */
  readonly failure?: string
}

/** Names that others dial in a cluster, each once. */
export const namesIn = (cluster: Cluster, routes: readonly Route[]): readonly string[] =>
  cluster.domain === undefined
    ? []
    : [...new Set(routes.filter((route) => route.cluster === cluster.name).map(({ host }) => host))].sort()

/**
 * Resolves the names of a cluster, and holds them against where its Ambassador is: IP addresses, or names of its load balancer.
 * A name may have more addresses than the load balancer tells, but has to have one of them.
 */
export async function resolutions(
  names: readonly string[],
  ambassador: readonly string[],
  lookup: Lookup,
): Promise<readonly Resolution[]> {
  const own = (await Promise.all(ambassador.map(async (one) => (isIpAddress(one) ? [one] : lookup(one))))).flat()
  return Promise.all(
    names.map(async (name): Promise<Resolution> => {
      const found = await lookup(name)
      if (found.length === 0) return { name, failure: 'does not resolve' }
      if (own.length === 0 || found.some((address) => own.includes(address))) return { name }
      return { name, failure: `leads to ${found.join(', ')}, and the Ambassador is at ${ambassador.join(', ')}` }
    }),
  )
}
