import type { Risk } from '../../../network/risk.ts'
import { chaincodeRisks } from './chaincodes.ts'
import { channelRisks } from './channels.ts'
import { nodeRisks } from './nodes.ts'
import { ordererRisks } from './orderers.ts'
import type { FabricRevision } from './revision.ts'

/** What a change does to channels that run, to their orderers, peers and chaincodes. */
export const fabricRisks = (before: FabricRevision, after: FabricRevision): Risk[] => [
  ...ordererRisks(before, after),
  ...channelRisks(before, after),
  ...nodeRisks(before, after),
  ...chaincodeRisks(before, after),
]
