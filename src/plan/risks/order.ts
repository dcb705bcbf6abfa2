import type { Risk } from '../../network/risk.ts'

const weight: Record<Risk['severity'], number> = { danger: 0, caution: 1 }

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0)

/** Dangers first, then by what acknowledges them. */
export const byWeight = (a: Risk, b: Risk): number =>
  weight[a.severity] - weight[b.severity] || compare(a.id, b.id) || compare(a.subject, b.subject)
