import type { Platform } from '../platform.ts'
import { bevel } from './bevel/mapping.ts'
import { agreements } from './consent.ts'
import { cordaDefinition } from './definition.ts'
import { nodeGuards } from './guards.ts'
import { inquiries } from './health/inquiries.ts'
import { judgeInquiries } from './health/judge.ts'
import { materialRequests } from './material.ts'
import { organizationOverlay } from './organization.ts'
import { nodeOverlay } from './overlay.ts'
import { parts } from './parts.ts'
import { probePlan } from './probe.ts'
import { tagOf } from './release.ts'
import { cordaRisks } from './risks/index.ts'
import { rollout } from './rollout.ts'
import { materialProblems } from './rules/index.ts'
import type { CordaNode, CordaTop } from './schema.ts'
import { sections } from './sections.ts'
import { starter } from './starter.ts'
import { tasks, tasksBefore } from './tasks.ts'
import { texts } from './texts/index.ts'
import { faultOf, tolerance } from './tolerance.ts'

/** Corda 4: nodes of parties and notaries in a compatibility zone whose doorman and network map somebody runs. */
export const corda: Platform<CordaTop, CordaNode> = {
  definition: cordaDefinition,
  material: { requests: materialRequests, rules: materialProblems },
  rendering: {
    images: ({ top }, platformVersion) => [
      { name: top.image, tag: tagOf(top.image, platformVersion) },
      { name: 'curlimages/curl' },
    ],
    node: nodeOverlay,
    organization: organizationOverlay,
    budgets: [{ base: 'disruption-budget', name: 'notaries', roles: ['notary'] }],
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
    guards: nodeGuards,
    risks: cordaRisks,
    tasks,
    tasksBefore,
  },
  consent: { agreements },
  texts,
  bevel,
}
