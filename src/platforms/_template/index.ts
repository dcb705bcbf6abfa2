import type { LedgerNode } from '../../network/network.ts'
import type { Platform } from '../platform.ts'
import { materialRequests } from './material.ts'
import { nodeOverlay, organizationOverlay } from './overlay.ts'
import { probePlan } from './probe.ts'
import { templateProblems } from './rules.ts'
import { nodeFields, type TemplateNode, type TemplateTop, topFields } from './schema.ts'
import { templateSizes } from './sizes.ts'
import { texts } from './texts.ts'
import { faultOf, tolerance } from './tolerance.ts'

/**
 * A ledger to copy: one role, one endpoint with a separate port, one key for each node, no consensus to count. It is not in the
 * table of platforms, so no definition can name it. What a group leaves out (Jobs, health, renewals, commands) is optional.
 */
export const template: Platform<TemplateTop, TemplateNode> = {
  definition: {
    id: 'template',
    title: 'Template Ledger',
    release: { pattern: /^\d+\.\d+(\.\d+)?(-rc\d+)?$/, example: '1.13' },
    roles: ['validator'],
    rolesDescription: 'A `node` keeps the ledger.',
    consensusRoles: ['validator'],
    fields: { node: nodeFields, top: topFields },
    defaultStorage: '10Gi',
    sizes: () => templateSizes,
    endpoints: ({ name }) => [{ name: 'p2p', port: 9700, protocol: 'tcp', service: name, reached: 'by-port' }],
    rules: templateProblems,
  },
  material: { requests: materialRequests },
  rendering: {
    images: (_network, platformVersion) => [{ name: 'example.com/template-ledger', tag: platformVersion }],
    node: nodeOverlay,
    organization: organizationOverlay,
    budgets: [{ base: 'disruption-budget', name: 'validators', roles: ['validator'] }],
  },
  starter: { roles: [{ role: 'validator', total: () => 4, fields: { storage: '10Gi' } }] },
  operation: { rollout: oneByOne, probe: probePlan, tolerance, faultOf, risks: () => [] },
  texts,
}

/** A change that restarts nodes is taken up by one node after the other. */
function oneByOne<Node extends LedgerNode>(nodes: readonly Node[]): readonly (readonly Node[])[] {
  return nodes.map((node) => [node])
}
