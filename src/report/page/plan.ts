import type { Finding, Place } from '../../network/finding.ts'
import type { Plan } from '../../plan/plan.ts'
import { kinds } from '../../render/tolerance.ts'
import { toleranceChanges } from '../../render/tolerance-changes.ts'
import { changeLine, comparison, countsOf, countsText, riskLine } from '../plan/counts.ts'
import type { PageFinding, PagePlan } from './data.ts'

export const pagePlan = (plan: Plan): PagePlan => ({
  comparison: comparison(plan),
  changes: changeLine(plan),
  verdict: riskLine(plan),
  beforeMerge: plan.beforeMerge.map(({ text, commands }) => ({ text, commands })),
  byHand: plan.byHand.map(({ text, commands }) => ({ text, commands })),
  risks: plan.risks.map(({ severity, id, message, hint, place, acknowledged }) => ({
    severity,
    id,
    message,
    hint,
    place: placeText(place),
    acknowledged,
  })),
  parts: plan.roots.map((root) => {
    const counts = countsOf([root])
    return { cluster: root.cluster, part: root.part, counts: countsText(counts), restarts: counts.restarts }
  }),
  tolerance:
    plan.tolerance.before === undefined
      ? []
      : toleranceChanges(plan.tolerance.before, plan.tolerance.after).map(
          ({ kind, name, verdict, before = '', after = '' }) => ({
            verdict,
            subject: kind === 'network' ? 'the network' : `${kinds[kind]} ${name}`,
            before,
            after,
          }),
        ),
})

export const pageFinding = ({ severity, rule, message, hint = '', place }: Finding): PageFinding => ({
  severity,
  rule,
  message,
  hint,
  place: placeText(place),
})

const placeText = ({ file, line, column }: Place): string => `${file}:${line}:${column}`
