import type { Material, MaterialRequest } from '../../material/material.ts'
import type { Finding } from '../../network/finding.ts'
import type { AllocatedPorts } from '../../network/lock.ts'
import type { Network } from '../../network/network.ts'
import type { Plan } from '../../plan/plan.ts'
import type { Platform } from '../../platforms/platform.ts'
import type { TextTree } from '../../render/tree.ts'
import type { Result } from '../result.ts'

/** Everything that a page is made from: no clock and no files, so the same input gives the same page. */
export interface PageInput {
  readonly network: Network
  readonly platform: Platform
  readonly ports: AllocatedPorts
  /** With throw-away keys for those that are missing. */
  readonly material: Material
  readonly requests: readonly MaterialRequest[]
  /** Those of the requests whose files do not exist yet. */
  readonly missing: readonly MaterialRequest[]
  /** When certificates expire, by path: RFC 3339. */
  readonly certificates: Readonly<Record<string, string>>
  /** All base manifests, by path below `deploy/base`. */
  readonly bases: TextTree
  readonly findings: readonly Finding[]
  /** Where somebody asked what a change would do. */
  readonly plan?: Plan
  /** Where somebody asked the clusters. */
  readonly verified?: Pick<Result, 'clusterResults' | 'ledger'>
}
