import { stewards } from '../../network/key-holders.ts'
import type { LedgerNode } from '../../network/network.ts'
import type { Platform } from '../platform.ts'
import { materialRequests } from './material.ts'
import { nodeOverlay, organizationOverlay } from './overlay.ts'
import { probePlan } from './probe.ts'
import { indyProblems } from './rules.ts'
import {
  externalNodeFields,
  externalOrganizationFields,
  type IndyNode,
  type IndyTop,
  nodeFields,
  organizationFields,
  topFields,
} from './schema.ts'
import { indySizes } from './sizes.ts'
import { texts } from './texts.ts'
import { faultOf, tolerance } from './tolerance.ts'

/** Hyperledger Indy: a pool of validators that agree by RBFT, and keep DIDs and what belongs to them. */
export const indy: Platform<IndyTop, IndyNode> = {
  definition: {
    id: 'indy',
    title: 'Hyperledger Indy',
    release: { pattern: /^\d+\.\d+\.\d+-debian\d+-\d+\.\d+\.\d+$/, example: '1.13.2-debian12-1.2.7' },
    roles: ['validator'],
    rolesDescription: 'A `validator` keeps the ledger, and agrees with the others on transactions.',
    consensusRoles: ['validator'],
    keyHolders: stewards,
    fields: {
      organization: organizationFields,
      externalOrganization: externalOrganizationFields,
      node: nodeFields,
      externalNode: externalNodeFields,
      top: topFields,
    },
    defaultStorage: '10Gi',
    sizes: () => indySizes,
    endpoints: ({ name }) => [
      { name: 'node', port: 9701, protocol: 'tcp', service: name, reached: 'by-port' },
      { name: 'client', port: 9702, protocol: 'tcp', service: name, reached: 'by-port' },
    ],
    rules: indyProblems,
  },
  material: { requests: materialRequests },
  rendering: {
    images: (_network, platformVersion) => [
      { name: 'ghcr.io/hyperledger/indy-node-container/indy_node', tag: platformVersion },
    ],
    node: nodeOverlay,
    organization: organizationOverlay,
  },
  starter: { roles: [{ role: 'validator', total: () => 4, fields: { storage: '10Gi' } }] },
  operation: { rollout: oneByOne, probe: probePlan, tolerance, faultOf, risks: () => [] },
  texts,
}

/** A change that restarts nodes is taken up by one node after the other. */
function oneByOne<Node extends LedgerNode>(nodes: readonly Node[]): readonly (readonly Node[])[] {
  return nodes.map((node) => [node])
}
