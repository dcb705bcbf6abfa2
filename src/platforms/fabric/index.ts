import type { Platform } from '../platform.ts'
import { adoption } from './adopt/adoption.ts'
import { jobReasons, tasks } from './after-merge.ts'
import { bevel } from './bevel/mapping.ts'
import { chaincodeApprove } from './commands/approve.ts'
import { connectionProfile } from './commands/connection-profile.ts'
import { channelImport } from './commands/import.ts'
import { channelSign } from './commands/sign.ts'
import { channelUpdate } from './commands/update.ts'
import { agreements, isOwnFile } from './consent.ts'
import { fabricDefinition } from './definition.ts'
import { nodeGuards } from './guards.ts'
import { health } from './health/health.ts'
import { callInquiry, callPlace, judgeCall } from './inquiry/call.ts'
import { inquiries, judgeInquiries } from './inquiry/inquiries.ts'
import { materialRequests } from './material.ts'
import { jobOverlays, organizationOverlay } from './organization.ts'
import { nodeOverlay } from './overlay.ts'
import { parts } from './parts.ts'
import { probePlan } from './probe.ts'
import { renewals } from './renewals.ts'
import { fabricRisks } from './risks/index.ts'
import { rollout } from './rollout.ts'
import { materialProblems } from './rules/index.ts'
import type { FabricNode, FabricTop } from './schema.ts'
import { sections } from './sections.ts'
import { starter } from './starter.ts'
import { status } from './status/status.ts'
import { texts } from './texts/index.ts'
import { faultOf, tolerance } from './tolerance.ts'

/** Hyperledger Fabric: channels ordered by Raft or SmartBFT, chaincode as services. */
export const fabric: Platform<FabricTop, FabricNode> = {
  definition: fabricDefinition,
  material: { requests: materialRequests, rules: materialProblems, renewals },
  rendering: {
    images: (_network, platformVersion) => [
      { name: 'hyperledger/fabric-peer', tag: platformVersion },
      { name: 'hyperledger/fabric-orderer', tag: platformVersion },
      { name: 'hyperledger/fabric-ca' },
      { name: 'couchdb' },
      { name: 'curlimages/curl' },
    ],
    node: nodeOverlay,
    organization: organizationOverlay,
    budgets: [
      { base: 'orderer-budget', name: 'orderers', roles: ['orderer'] },
      { base: 'peer-budget', name: 'peers', roles: ['peer'] },
    ],
    sections,
    jobs: jobOverlays,
  },
  operation: {
    rollout,
    probe: probePlan,
    health,
    inquiries,
    judgeInquiries,
    callPlace,
    callInquiry,
    judgeCall,
    status,
    tolerance,
    faultOf,
    parts,
    guards: nodeGuards,
    risks: fabricRisks,
    tasks,
    jobReasons,
  },
  starter,
  bevel,
  adoption,
  consent: { agreements, isOwnFile },
  texts,
  commands: [channelUpdate, channelSign, channelImport, chaincodeApprove, connectionProfile],
}
