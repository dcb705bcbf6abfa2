import { publicResult } from './cluster-result.ts'
import type { Result } from './result.ts'

/** What became of clusters, for programs. */
export function resultJson({ status, findings, clusterResults = [], ledger = [], dnsRecords = [] }: Result): string {
  const flat = findings.map(({ place, ...finding }) => ({ ...finding, ...place }))
  const clusters = clusterResults.map(publicResult)
  return `${JSON.stringify({ version: 1, status, clusters, ledger, dnsRecords, findings: flat }, null, 2)}\n`
}
