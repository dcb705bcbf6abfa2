import type { Platform } from '../platform.ts'
import { record } from './agreement.ts'
import { bevel } from './bevel/mapping.ts'
import { commands } from './commands/index.ts'
import { agreements } from './consent.ts'
import { indyDefinition } from './definition.ts'
import { inquiries } from './health/inquiries.ts'
import { judgeInquiries } from './health/judge.ts'
import { materialRequests } from './material.ts'
import { organizationOverlay } from './organization.ts'
import { nodeOverlay } from './overlay.ts'
import { parts } from './parts.ts'
import { probePlan } from './probe.ts'
import { indyRisks } from './risks/index.ts'
import { rollout } from './rollout.ts'
import { materialProblems, recordProblems } from './rules/index.ts'
import type { IndyNode, IndyTop } from './schema.ts'
import { sections } from './sections.ts'
import { starter } from './starter.ts'
import { tasks, tasksBefore } from './tasks.ts'
import { texts } from './texts/index.ts'
import { faultOf, tolerance } from './tolerance.ts'

/** Hyperledger Indy: a pool of validators that agree by RBFT, and keep DIDs and what belongs to them. */
export const indy: Platform<IndyTop, IndyNode> = {
  definition: indyDefinition,
  material: { requests: materialRequests, rules: materialProblems, record, recordRules: recordProblems },
  rendering: {
    images: (_network, platformVersion) => [
      { name: 'ghcr.io/hyperledger/indy-node-container/indy_node', tag: platformVersion },
    ],
    node: nodeOverlay,
    organization: organizationOverlay,
    budgets: [{ base: 'disruption-budget', name: 'validators', roles: ['validator'] }],
    sections,
  },
  starter,
  operation: {
    rollout,
    probe: probePlan,
    inquiries,
    judgeInquiries,
    tolerance,
    faultOf,
    parts,
    risks: indyRisks,
    tasks,
    tasksBefore,
  },
  consent: { agreements },
  texts,
  commands,
  bevel,
}
