import type { Endpoint } from '../../network/endpoint.ts'
import type { Platform } from '../platform.ts'
import { jobReasons, tasks } from './after-merge.ts'
import { bevel } from './bevel/mapping.ts'
import { chaincodeApprove } from './commands/approve.ts'
import { connectionProfile } from './commands/connection-profile.ts'
import { channelImport } from './commands/import.ts'
import { channelSign } from './commands/sign.ts'
import { channelUpdate } from './commands/update.ts'
import { ports } from './config.ts'
import { agreements, isOwnFile } from './consent.ts'
import { nodeGuards } from './guards.ts'
import { health } from './health/health.ts'
import { callInquiry, callPlace, judgeCall } from './inquiry/call.ts'
import { inquiries, judgeInquiries } from './inquiry/inquiries.ts'
import { materialRequests } from './material.ts'
import { type FabricLedgerNode, isAuthority, isOrderer } from './network.ts'
import { jobOverlays, organizationOverlay } from './organization.ts'
import { externalOrganizationFields, organizationFields } from './organization-schema.ts'
import { hasCouchdb, nodeOverlay } from './overlay.ts'
import { parts } from './parts.ts'
import { probePlan } from './probe.ts'
import { renewals } from './renewals.ts'
import { fabricRisks } from './risks/index.ts'
import { rollout } from './rollout.ts'
import { fabricProblems, materialProblems } from './rules/index.ts'
import { externalNodeFields, type FabricNode, type FabricTop, nodeFields, topFields } from './schema.ts'
import { sections } from './sections.ts'
import { sizesOf } from './sizes.ts'
import { starter } from './starter.ts'
import { status } from './status/status.ts'
import { texts } from './texts/index.ts'
import { faultOf, tolerance } from './tolerance.ts'

/** Hyperledger Fabric: channels ordered by Raft or SmartBFT, chaincode as services. */
export const fabric: Platform<FabricTop, FabricNode> = {
  definition: {
    id: 'fabric',
    title: 'Hyperledger Fabric',
    release: { pattern: /^\d+\.\d+\.\d+$/, example: '2.5.16' },
    roles: ['peer', 'orderer', 'ca'],
    rolesDescription:
      'A `peer` has ledgers and runs chaincodes. An `orderer` creates the blocks of channels. A `ca` (fabric-ca) issues certificates to people and applications; nodes do not need it.',
    consensusRoles: ['orderer'],
    exposable: ['ca'],
    fields: {
      organization: organizationFields,
      externalOrganization: externalOrganizationFields,
      node: nodeFields,
      externalNode: externalNodeFields,
      top: topFields,
    },
    certificates: true,
    externalWithoutNodes: true,
    defaultStorage: '20Gi',
    sizes: sizesOf,
    sizesBeside: hasCouchdb,
    // Working sets that were seen: a peer 33 to 86 MiB, an orderer 13 to 18, a CA less.
    memory: (role) =>
      role === 'peer'
        ? {
            starts: '64Mi',
            serves: '256Mi',
            reason: 'a peer validates blocks and their private data in memory',
          }
        : { starts: '32Mi', serves: '128Mi', reason: 'an orderer queues transactions in memory' },
    endpoints,
    rules: fabricProblems,
  },
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
  consent: { agreements, isOwnFile },
  texts,
  commands: [channelUpdate, channelSign, channelImport, chaincodeApprove, connectionProfile],
}

/**
 * All have their own TLS, which must not end at the Ambassador: a port each. Administration and operations are for the
 * namespace alone; a CA is for it too, unless the definition exposes it.
 */
function endpoints(node: FabricLedgerNode): Endpoint[] {
  const own = (name: string, port: number, reached: Endpoint['reached']): Endpoint => ({
    name,
    port,
    protocol: name === 'operations' ? 'http' : 'tls',
    service: node.name,
    reached,
  })
  const operations = own('operations', ports.operations, 'not')
  if (isAuthority(node)) return [own('ca', ports.ca, node.expose.includes('ca') ? 'by-port' : 'not'), operations]
  return isOrderer(node)
    ? [own('grpc', ports.orderer, 'by-port'), own('administration', ports.administration, 'not'), operations]
    : [own('grpc', ports.peer, 'by-port'), operations]
}
