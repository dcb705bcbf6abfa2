import type { Risk } from '../../../network/risk.ts'
import { administratorRisks } from './administrators.ts'
import { approvalRisks } from './approvals.ts'
import { authorityRisks } from './authorities.ts'
import { serverRisks } from './chaincode-servers.ts'
import { chaincodeRisks } from './chaincodes.ts'
import { channelRisks } from './channels.ts'
import { clientRisks } from './clients.ts'
import { collectionRisks } from './collections.ts'
import { addedRisks, changedRisks } from './definitions.ts'
import { endorsementRisks } from './endorsement.ts'
import { keptChaincodes } from './kept-chaincodes.ts'
import { nodeRisks } from './nodes.ts'
import { ordererRisks } from './orderers.ts'
import { policyRisks } from './policies.ts'
import { recordRisks } from './records.ts'
import type { FabricRevision } from './revision.ts'
import { revocationRisks } from './revocations.ts'

/** What a change does to channels that run, to their orderers, peers and chaincodes. */
export const fabricRisks = (before: FabricRevision, after: FabricRevision): Risk[] => [
  ...ordererRisks(before, after),
  ...channelRisks(before, after),
  ...nodeRisks(before, after),
  ...chaincodeRisks(before, after),
  ...policyRisks(before, after),
  ...keptChaincodes(before, after).flatMap((kept) => [
    ...changedRisks(before, after, kept),
    ...serverRisks(after, kept),
    ...endorsementRisks(before, after, kept),
    ...collectionRisks(kept),
  ]),
  ...addedRisks(before, after),
  ...recordRisks(before, after),
  ...authorityRisks(before, after),
  ...revocationRisks(before, after),
  ...approvalRisks(before, after),
  ...administratorRisks(before, after),
  ...clientRisks(before, after),
]
