import type { Plan } from '../../plan/plan.ts'
import { code, prose } from '../../render/escape.ts'
import { cut } from '../../words.ts'
import { changeLine, comparison, labelLine, riskLine } from './counts.ts'
import { handSection } from './sections/by-hand.ts'
import { changeSection } from './sections/changes.ts'
import { findingSection } from './sections/findings.ts'
import { riskSection } from './sections/risks.ts'
import { toleranceSection } from './sections/tolerance.ts'
import { topologySection } from './sections/topology.ts'
import { type Tier, tiers } from './tier.ts'

/** A comment holds 65 536 characters; some are left for what is around it. */
export const commentBudget = 60_000

/** The job summary of one step holds 1 MiB: https://docs.github.com/actions/reference/workflow-commands-for-github-actions */
export const summaryBudget = 1024 * 1024 - 4096

/**
 * A plan in Markdown of at most `budget` bytes in UTF-8: with all there is to say, or as much of it as fits. Nothing in
 * the plan is taken for markup.
 */
export function planMarkdown(plan: Plan, budget = Number.POSITIVE_INFINITY): string {
  for (const tier of tiers) {
    const text = atTier(plan, tier)
    if (Buffer.byteLength(text) <= budget) return text
  }
  return '## Chancery: plan\n\nIt does not fit here at all. The whole plan is in the artifact of this run.\n'
}

function atTier(plan: Plan, tier: Tier): string {
  const sections = [
    handSection(plan, tier),
    riskSection(plan, tier),
    changeSection(plan, tier),
    toleranceSection(plan, tier),
    findingSection(plan, tier),
    topologySection(plan, tier),
  ]
  return [
    `## Chancery: plan for ${code(cut(plan.network, tier.characters))}\n`,
    `**${riskLine(plan)}** ${changeLine(plan)} (${prose(comparison(plan))})\n`,
    ...(plan.label === undefined ? [] : [`${prose(cut(labelLine(plan), tier.characters))}\n`]),
    ...(tier.omits === undefined
      ? []
      : [`_Shortened to fit: ${tier.omits}. The whole plan is in the artifact of this run._\n`]),
    ...sections.filter((section) => section !== ''),
  ].join('\n')
}
