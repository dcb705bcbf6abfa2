import type { Platform } from '../platform.ts'
import { substrateDefinition } from './definition.ts'
import { materialRequests } from './material.ts'
import { organizationOverlay } from './organization.ts'
import { nodeOverlay } from './overlay.ts'
import { peersIn } from './peers.ts'
import { probePlan } from './probe.ts'
import { rollout } from './rollout.ts'
import { materialProblems } from './rules/index.ts'
import type { SubstrateNode, SubstrateTop } from './schema.ts'
import { starter } from './starter.ts'
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
    consensusBudget: { base: 'disruption-budget', name: 'validators' },
    peersIn,
  },
  starter,
  operation: { rollout, probe: probePlan, tolerance, faultOf, risks: () => [] },
  texts,
}
