import pMap from 'p-map'
import { OperatorError } from '../errors.ts'
import { isIpAddress } from '../network/address.ts'
import type { Cluster } from '../network/network.ts'
import { isPrivate } from '../network/special-addresses.ts'
import type { Route } from './routes.ts'

/** IP addresses of a name, every alias followed; empty when it has none. Throws OperatorError when no DNS server answers. */
export type Lookup = (name: string) => Promise<readonly string[]>

/** The addresses of a name, and whether they are the Ambassador's. */
export interface Resolution {
  readonly name: string
  /** IP addresses. */
  readonly addresses: readonly string[]
  /** What is wrong, in words that follow the name; undefined when the name resolves to the Ambassador, or may. */
  readonly failure?: string
  /** What cannot be checked from here, in such words. */
  readonly note?: string
}

/** What others dial in a cluster, each once: names below its domain, or its one IP address. */
export const namesIn = (cluster: Cluster, routes: readonly Route[]): readonly string[] =>
  [...new Set(routes.filter((route) => route.cluster === cluster.name).map(({ host }) => host))].sort()

/** A wildcard record has many names, and a DNS server little patience. */
const atOnce = 16

/**
 * Resolves the names of a cluster, and holds them against where its Ambassador is: IP addresses, or names of its load balancer;
 * none where that is not known. A name may have more addresses than the load balancer tells, but has to have one of them.
 */
export async function resolutions(
  names: readonly string[],
  ambassador: readonly string[],
  lookup: Lookup,
): Promise<readonly Resolution[]> {
  const addressesOf: Lookup = async (name) => (isIpAddress(name) ? [name] : lookup(name))
  // A fault of the load balancer's own name is not a fault of this name.
  const own = (await Promise.all(ambassador.map((one) => addressesOf(one).catch(unknown)))).flat()
  return pMap(
    names,
    async (name): Promise<Resolution> => {
      const found = await addressesOf(name).catch(problem)
      if (typeof found === 'string') return { name, addresses: [], failure: found }
      if (found.length === 0) return { name, addresses: [], failure: 'does not resolve' }
      if (own.length === 0 || found.some((address) => own.includes(address))) return { name, addresses: found }
      const leads = isIpAddress(name) ? 'is the address that nodes dial' : `resolves to ${found.join(', ')}`
      const elsewhere = `${leads}, but the Ambassador is at ${ambassador.join(', ')}`
      // A firewall that translates addresses is in front of it, as is usual in data centres: the load balancer does not know.
      if (own.every(isPrivate) && !found.some(isPrivate))
        return { name, addresses: found, note: `${elsewhere}, which is private: a device in front must forward to it` }
      return { name, addresses: found, failure: elsewhere }
    },
    { concurrency: atOnce },
  )
}

function problem(error: unknown): string {
  if (error instanceof OperatorError) return error.message
  throw error
}

const unknown = (error: unknown): readonly string[] => {
  problem(error)
  return []
}
