import type { Lookup } from '../../ambassador/lookup.ts'
import { nameAdvice } from '../../ambassador/name-advice.ts'
import { expectedAddresses, namesIn, resolutions } from '../../ambassador/resolution.ts'
import type { Route } from '../../ambassador/routes.ts'
import type { Verified } from '../../cluster/verify.ts'
import type { Cluster } from '../../network/network.ts'
import { providers } from '../../providers/index.ts'
import { type CheckInput, checksOf, verdict } from '../../report/checks.ts'
import { type ClusterResult, unfinishedJobs } from '../../report/cluster-result.ts'
import { countsOf } from './at-clusters.ts'

export interface NameInput {
  readonly routes: readonly Route[]
  readonly verified: Verified
  readonly lookup: Lookup
}

/** Names of an internal load balancer, or of a local machine, may resolve in other networks only. */
export async function namesOf(cluster: Cluster, { routes, verified, lookup }: NameInput): Promise<CheckInput['names']> {
  const ambassador = expectedAddresses(cluster, verified.addresses)
  const found = await resolutions(namesIn(cluster, routes), ambassador, lookup)
  return {
    found,
    advice: await nameAdvice(found, { cluster, ambassador, lookup }),
    matter: !providers[cluster.provider].local && cluster.ambassador.loadBalancer.visibility === 'public',
  }
}

/** The result of a cluster: every check of it, and all of them in lines after `text`. */
export function judged(looked: CheckInput, text: readonly string[]) {
  const checks = checksOf(looked)
  const { verified, names, probed } = looked
  const jobs = verified.states.flatMap(({ job }) => job ?? [])
  const wrong = checks.filter(({ good }) => !good)
  const outcome: ClusterResult['outcome'] = wrong.length === 0 ? 'verified' : 'differs'
  return {
    outcome,
    ...countsOf(verified.plan),
    plan: [],
    addresses: verified.addresses,
    checks,
    names: names.found,
    ...(jobs.length === 0 ? {} : { jobs: unfinishedJobs(jobs) }),
    ...(probed === undefined ? {} : { reachability: probed.outcomes }),
    lines: [...text, ...checks.flatMap(({ lines }) => lines), verdict(checks)],
    message: [verdict(checks), ...(wrong.length === 0 ? checks : wrong).map(({ message }) => message)].join('; '),
  }
}
