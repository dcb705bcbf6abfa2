import type { Risk } from '../../../network/risk.ts'
import { handoverRisks } from './adopted.ts'
import { dataRisks } from './data.ts'
import { identityRisks } from './identities.ts'
import { notaryRisks } from './notaries.ts'
import { restartRisks } from './restarts.ts'
import type { CordaRevision } from './revision.ts'
import { rpcRisks } from './rpc.ts'
import { zoneRisks } from './zone.ts'

/** The effects of a change on nodes that run, and on the states that they and their notaries have. */
export const cordaRisks = (before: CordaRevision, after: CordaRevision): Risk[] => [
  ...handoverRisks(before, after),
  ...identityRisks(before, after),
  ...notaryRisks(before, after),
  ...zoneRisks(before, after),
  ...dataRisks(before, after),
  ...restartRisks(before, after),
  ...rpcRisks(before, after),
]
