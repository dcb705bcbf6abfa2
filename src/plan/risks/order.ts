import type { Risk } from '../../network/risk.ts'
import { compareTexts } from '../../words.ts'

const weight: Record<Risk['severity'], number> = { danger: 0, caution: 1 }

/** Dangers first, then by what acknowledges them. */
export const byWeight = (a: Risk, b: Risk): number =>
  weight[a.severity] - weight[b.severity] || compareTexts(a.id, b.id) || compareTexts(a.subject, b.subject)
