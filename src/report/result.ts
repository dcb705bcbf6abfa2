import type { DnsRecord } from '../ambassador/dns.ts'
import type { ExitStatus } from '../errors.ts'
import type { Finding } from '../network/finding.ts'
import type { Plan } from '../plan/plan.ts'
import type { Verdict } from '../platforms/health.ts'
import type { ClusterResult } from './cluster-result.ts'
import type { NetworkStatus } from './status/network-status.ts'

/** What a command found and did: the outputs of the action. */
export interface Result {
  readonly status: ExitStatus
  readonly findings: readonly Finding[]
  readonly clusters: readonly string[]
  /** Whether any file was written or would have been. */
  readonly changed?: boolean
  /** Paths that were written or removed. */
  readonly files?: readonly string[]
  readonly dnsRecords?: readonly DnsRecord[]
  /** The network as a Mermaid flowchart. */
  readonly topology?: string
  /** What merging the change would do. */
  readonly plan?: Plan
  /** What became of each cluster that was applied to. */
  readonly clusterResults?: readonly ClusterResult[]
  /** What the nodes say of their ledger, all clusters together. */
  readonly ledger?: readonly Verdict[]
  /** The network as it runs (status). */
  readonly live?: NetworkStatus
  /** What a command gives that is no file: for standard output. */
  readonly output?: string
  /** Object name of the commit that was made. */
  readonly commit?: string
}
