import type { Platform } from '../platform.ts'
import { adoption } from './adopt/adoption.ts'
import { announceJobs } from './announcements.ts'
import { bevel } from './bevel/mapping.ts'
import { commands } from './commands/index.ts'
import { agreements } from './consent.ts'
import { substrateDefinition } from './definition.ts'
import { nodeGuards } from './guards.ts'
import { health, status } from './health/index.ts'
import { materialRequests } from './material.ts'
import { organizationOverlay } from './organization.ts'
import { nodeOverlay } from './overlay.ts'
import { parts } from './parts.ts'
import { peersIn } from './peers.ts'
import { probePlan } from './probe.ts'
import { substrateRisks } from './risks/index.ts'
import { rollout } from './rollout.ts'
import { materialProblems } from './rules/index.ts'
import type { SubstrateNode, SubstrateTop } from './schema.ts'
import { sections } from './sections.ts'
import { starter } from './starter.ts'
import { jobReasons, tasks, tasksBefore } from './tasks.ts'
import { texts } from './texts/index.ts'
import { faultOf, tolerance } from './tolerance.ts'

/** Solo chains of the Polkadot SDK: people bring their own node, with its runtime. */
export const substrate: Platform<SubstrateTop, SubstrateNode> = {
  definition: substrateDefinition,
  material: { requests: materialRequests, rules: materialProblems },
  rendering: {
    images: ({ top }, platformVersion) => [
      { name: top.chain.image, tag: platformVersion },
      { name: 'curlimages/curl' },
    ],
    node: nodeOverlay,
    organization: organizationOverlay,
    budgets: [{ base: 'disruption-budget', name: 'validators', roles: ['validator'] }],
    sections,
    peersIn,
    jobs: announceJobs,
  },
  starter,
  operation: {
    rollout,
    probe: probePlan,
    health,
    status,
    tolerance,
    faultOf,
    parts,
    guards: nodeGuards,
    risks: substrateRisks,
    tasks,
    tasksBefore,
    jobReasons,
  },
  consent: { agreements },
  texts,
  commands,
  bevel,
  adoption,
}
