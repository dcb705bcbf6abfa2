import { createHash } from 'node:crypto'
import type { Material } from '../../material/material.ts'
import type { LedgerRecord } from '../../network/lock.ts'
import type { IndyNetwork } from './network.ts'
import type { IndyTop } from './schema.ts'

type Agreement = NonNullable<IndyTop['transactionAuthorAgreement']>

/** Name of its record in the lock: digests by version. */
const recordName = 'transaction author agreements'

/** What the ledger compares when a version comes again: the digest of version and text (StaticTAAHelper of indy-plenum), and the day. */
export const agreementDigest = ({ version, ratified }: Agreement, text: string): string =>
  `sha256:${createHash('sha256').update(version).update(text).digest('hex')} ${ratified}`

/** Versions that a definition had so far. */
export const recordedAgreements = (recorded: LedgerRecord): Readonly<Record<string, string>> =>
  recorded[recordName] ?? {}

/** The lock keeps each version of the agreement as it was first. */
export function record({ top }: IndyNetwork, material: Material, recorded: LedgerRecord): LedgerRecord {
  const agreement = top.transactionAuthorAgreement
  const text = agreement === undefined ? undefined : material.text(agreement.file)
  if (agreement === undefined || text === undefined) return recorded
  const known = recordedAgreements(recorded)
  return { ...recorded, [recordName]: { [agreement.version]: agreementDigest(agreement, text), ...known } }
}
