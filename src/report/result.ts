import type { DnsRecord } from '../ambassador/dns.ts'
import type { ExitStatus } from '../errors.ts'
import type { Finding } from '../network/finding.ts'
import type { Plan } from '../plan/plan.ts'
import type { Verdict } from '../platforms/health.ts'
import type { AdoptedNetwork } from './adopted/adopted-network.ts'
import type { ClusterResult } from './cluster-result.ts'
import type { Description } from './descriptions.ts'
import type { ObjectDifference } from './diff/object-difference.ts'
import type { DoctorCheck } from './doctor/doctor-check.ts'
import type { ImportedNetwork } from './imported/imported-network.ts'
import type { NetworkStatus } from './status/network-status.ts'

/** The result of a command, for the outputs of the action. */
export interface Result {
  readonly status: ExitStatus
  readonly findings: readonly Finding[]
  readonly clusters: readonly string[]
  /** Whether any file changed, or would change. */
  readonly changed?: boolean
  /** Paths that were written or removed. */
  readonly files?: readonly string[]
  /** Paths that have other content than the command would write, and stay as they are. */
  readonly kept?: readonly string[]
  readonly dnsRecords?: readonly DnsRecord[]
  /** The network as a Mermaid flowchart. */
  readonly topology?: string
  /** The effects of merging the change. */
  readonly plan?: Plan
  /** The result for each cluster. */
  readonly clusterResults?: readonly ClusterResult[]
  /** The state of the ledger as its nodes report it, all clusters together. */
  readonly ledger?: readonly Verdict[]
  /** The network as it runs (status). */
  readonly live?: NetworkStatus
  /** What applying would do to each object, as unified diffs (diff). */
  readonly differences?: readonly ObjectDifference[]
  /** What was checked before the first apply (doctor). */
  readonly doctor?: readonly DoctorCheck[]
  /** Descriptions of rules and risks (explain). */
  readonly descriptions?: readonly Description[]
  /** What became of the files of another tool (import). */
  readonly imported?: ImportedNetwork
  /** What became of a ledger that runs (adopt). */
  readonly adopted?: AdoptedNetwork
  /** Text for standard output. */
  readonly output?: string
  /** Object name of the commit that was made. */
  readonly commit?: string
}
