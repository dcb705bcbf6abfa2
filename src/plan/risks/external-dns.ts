import type { ExternalDns } from '../../network/external-dns.ts'
import type { Cluster } from '../../network/network.ts'
import type { Risk } from '../../network/risk.ts'
import { type Kept, keptClusters, type Revision } from './revision.ts'

/** The record of a cluster, which external-dns keeps, goes or gets another target. A new time to live is no risk. */
export const externalDnsRisks = (before: Revision, after: Revision): Risk[] =>
  keptClusters(before, after).flatMap((kept) => recordRisks(kept))

function recordRisks({ was, is }: Kept<Cluster>): Risk[] {
  const old = was.ambassador.externalDns
  // Another domain is another record: `host-changed`.
  if (old === undefined || is.domain === undefined || was.domain !== is.domain) return []
  const now = is.ambassador.externalDns
  const record = `*.${is.domain}`
  const common = {
    id: 'external-dns-changed',
    severity: 'caution',
    subject: is.name,
    path: [...is.path, 'ambassador', 'externalDns'],
  } as const
  if (now === undefined)
    return [
      {
        ...common,
        message: `external-dns no longer keeps the record ${record}: with --policy=sync it deletes the record, and names below ${is.domain} stop resolving`,
        hint: 'create the record by hand right after the merge',
      },
    ]
  if (targetOf(old) === targetOf(now)) return []
  return [
    {
      ...common,
      message: `the record ${record} points at ${targetOf(now)} instead of ${targetOf(old)}: nodes elsewhere and clients connect there`,
      hint: 'be sure that connections there reach the Ambassador, and keep the old target until the time to live of the record has passed',
    },
  ]
}

const targetOf = ({ targets, machines }: ExternalDns): string => {
  if (targets.length > 0) return [...targets].sort().join(', ')
  return machines === undefined ? "the Ambassador's Service" : `${machines} addresses of machines`
}
