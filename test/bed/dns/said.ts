import { nameAdvice } from '../../../src/ambassador/name-advice.ts'
import { resolutions } from '../../../src/ambassador/resolution.ts'
import { lookupAt } from '../../../src/lookup.ts'
import { definition, networkOf } from '../../ambassador/tls-platform.ts'
import type { Line, NamedOptions } from './named.ts'

export const domain = 'eu.example.com'
export const one = `a.north.${domain}`
export const ambassador = '203.0.113.7'
export const wildcard: Line = [`*.${domain}`, 'A', ambassador]

export const zone = (...lines: readonly Line[]): NamedOptions => ({ zones: { 'example.com': lines } })

/** What `verify` says about one name, and what to do. */
export async function said(
  server: string,
  at: readonly string[] = [ambassador],
  name = one,
): Promise<readonly string[]> {
  const lookup = lookupAt([server])
  const [cluster] = networkOf(definition('{}')).network.clusters
  if (cluster === undefined) throw new Error('the definition has a cluster')
  const found = await resolutions([name], at, lookup)
  const texts = found.flatMap(({ failure, note }) => failure ?? note ?? 'right')
  return [...texts, ...(await nameAdvice(found, { cluster, ambassador: at, lookup }))]
}
