import type { Route } from '../../ambassador/routes.ts'
import type { CheckedNetwork } from '../../check/checked-network.ts'
import type { Verified } from '../../cluster/verify.ts'
import type { Finding } from '../../network/finding.ts'
import type { Verdict } from '../../platforms/health.ts'
import type { Look } from './look.ts'

/** All that rows and problems are made from. */
export interface StatusInput {
  readonly checked: CheckedNetwork
  readonly routes: readonly Route[]
  readonly look: Look
  /** What is wrong with the ledger. */
  readonly ledger: readonly Verdict[]
  /** Certificates that expire. */
  readonly expiring: readonly Finding[]
  readonly now: Date
}

/** Who applies to a cluster, as its objects show. */
export const appliedBy = ({ plan, applied }: Verified): 'Flux' | 'Chancery' | 'nobody' =>
  plan.steps.some(({ byFlux }) => byFlux) ? 'Flux' : applied === '' ? 'nobody' : 'Chancery'
