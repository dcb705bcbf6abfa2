import pMap from 'p-map'
import { OperatorError } from '../errors.ts'
import { isIpAddress } from '../network/address.ts'
import type { Cluster } from '../network/network.ts'
import { isPrivate } from '../network/special-addresses.ts'
import { type Lookup, NoAnswer } from './lookup.ts'
import type { Route } from './routes.ts'

/** The addresses of a name, and whether they are the Ambassador's. */
export interface Resolution {
  readonly name: string
  /** IP addresses. */
  readonly addresses: readonly string[]
  /** What is wrong, in words that follow the name; undefined when the name resolves to the Ambassador, or may. */
  readonly failure?: string
  /** What to do about it, when no DNS server answers. */
  readonly hint?: string
  /** What cannot be checked from here, in such words. */
  readonly note?: string
}

/** What others dial in a cluster, each once: names below its domain, or its one IP address. */
export const namesIn = (cluster: Cluster, routes: readonly Route[]): readonly string[] =>
  [...new Set(routes.filter((route) => route.cluster === cluster.name).map(({ host }) => host))].sort()

/** Where the names of a cluster have to lead: to the targets that external-dns publishes, or else to the load balancer. */
export const expectedAddresses = ({ ambassador }: Cluster, balancer: readonly string[]): readonly string[] => {
  const targets = ambassador.externalDns?.targets ?? []
  return targets.length > 0 ? targets : balancer
}

/** A wildcard record has many names, and a DNS server little patience. */
const atOnce = 16

/**
 * Resolves the names of a cluster, and compares them with the addresses of its Ambassador: IP addresses, or names of its load
 * balancer; none where they are not known. A name must have one of them.
 */
export async function resolutions(
  names: readonly string[],
  ambassador: readonly string[],
  lookup: Lookup,
): Promise<readonly Resolution[]> {
  const addressesOf = asking(lookup)
  // A fault of the load balancer's own name is not a fault of this name.
  const ofAmbassador = Promise.all(ambassador.map((one) => addressesOf(one).catch(unknown)))
  // The addresses of a load balancer with a name change, and an answer may have some of them only.
  const exact = ambassador.every(isIpAddress)
  return pMap(
    names,
    async (name): Promise<Resolution> => {
      const [found, balancer] = await Promise.all([addressesOf(name).catch(problem), ofAmbassador])
      const own = balancer.flat()
      if (found instanceof OperatorError) return { name, addresses: [], failure: found.message, hint: found.hint }
      if (found.length === 0) return { name, addresses: [], failure: missing }
      if (own.length === 0) return { name, addresses: found }
      const others = found.filter((address) => !own.includes(address) && !isSynthesized(address))
      if (others.length < found.length) return { name, addresses: found, ...(exact ? besides(found, others, own) : {}) }
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

/** Asks for addresses. After a name without any answer, it asks for no further one: each would wait as long. */
function asking(lookup: Lookup): (name: string) => Promise<readonly string[]> {
  let silence: NoAnswer | undefined
  return async (name) => {
    if (isIpAddress(name)) return [name]
    if (silence !== undefined) throw silence
    try {
      return await lookup.addresses(name)
    } catch (error) {
      if (error instanceof NoAnswer) silence = error
      throw error
    }
  }
}

/** A client uses the addresses of one family, and may have no other: each must be right. */
function besides(
  found: readonly string[],
  others: readonly string[],
  own: readonly string[],
): Pick<Resolution, 'failure' | 'note'> {
  for (const [type, family, isOfFamily] of families) {
    const [expected, given] = [own.filter(isOfFamily), found.filter(isOfFamily)]
    if (expected.length === 0) continue
    if (given.length === 0)
      return { note: `has no ${type} record: clients that have ${family} only do not reach the Ambassador` }
    if (given.every((address) => others.includes(address)))
      return { failure: `resolves to ${given.join(', ')}, but the Ambassador is at ${expected.join(', ')}` }
  }
  return others.length === 0
    ? {}
    : { note: `resolves also to ${others.join(', ')}, which is not the address of the Ambassador` }
}

const families = [
  ['A', 'IPv4', (address: string) => !address.includes(':')],
  ['AAAA', 'IPv6', (address: string) => address.includes(':')],
] as const

/** The failure of a name without addresses. */
export const missing = 'does not resolve'

/** A DNS64 server adds an IPv6 address to every name of IPv4: https://www.rfc-editor.org/rfc/rfc6052#section-2.1 */
const isSynthesized = (address: string): boolean => address.startsWith('64:ff9b:')

function problem(error: unknown): OperatorError {
  if (error instanceof OperatorError) return error
  throw error
}

const unknown = (error: unknown): readonly string[] => {
  problem(error)
  return []
}
