import { createHash } from 'node:crypto'
import type { Material } from '../../material/material.ts'
import type { LedgerRecord } from '../../network/lock.ts'
import type { IndyNetwork } from './network.ts'
import type { IndyTop } from './schema.ts'
import { agreementDigest } from './transactions/agreement.ts'

type Agreement = NonNullable<IndyTop['transactionAuthorAgreement']>

/** Name of its record in the lock: a line for each version. */
const recordName = 'transaction author agreements'

/** What the ledger compares when a version comes again: digest of version and text, and day. It takes mechanisms of a version once. */
export function agreementRecord({ version, ratified, mechanisms }: Agreement, text: string): string {
  const ways = Object.entries(mechanisms).sort(([a], [b]) => (a < b ? -1 : 1))
  const digest = createHash('sha256').update(JSON.stringify(ways)).digest('hex')
  return `text:${agreementDigest({ version, text })} mechanisms:${digest} ratified:${ratified}`
}

/** Versions that a definition had so far. */
export const recordedAgreements = (recorded: LedgerRecord): Readonly<Record<string, string>> =>
  recorded[recordName] ?? {}

/** The lock keeps each version of the agreement as it was first. */
export function record({ top }: IndyNetwork, material: Material, recorded: LedgerRecord): LedgerRecord {
  const agreement = top.transactionAuthorAgreement
  const text = agreement === undefined ? undefined : material.text(agreement.file)
  if (agreement === undefined || text === undefined) return recorded
  const known = recordedAgreements(recorded)
  return { ...recorded, [recordName]: { [agreement.version]: agreementRecord(agreement, text), ...known } }
}
