import type { Risk } from '../../../plan/risk.ts'
import type { PlatformRevision } from '../../platform.ts'
import type { FabricNode, FabricTop } from '../schema.ts'
import { chaincodeRisks } from './chaincodes.ts'
import { channelRisks } from './channels.ts'
import { nodeRisks } from './nodes.ts'
import { ordererRisks } from './orderers.ts'

export type FabricRevision = PlatformRevision<FabricTop, FabricNode>

/** What a change does to channels that run, to their orderers, peers and chaincodes. */
export const fabricRisks = (before: FabricRevision, after: FabricRevision): Risk[] => [
  ...ordererRisks(before, after),
  ...channelRisks(before, after),
  ...nodeRisks(before, after),
  ...chaincodeRisks(before, after),
]
