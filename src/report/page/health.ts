import { goodOutcomes } from '../cluster-result.ts'
import type { PageHealth } from './data.ts'
import type { PageInput } from './input.ts'

/** What `verify` found in the clusters. */
export const pageHealth = ({ clusterResults = [], ledger = [] }: NonNullable<PageInput['verified']>): PageHealth => ({
  clusters: clusterResults.map(({ cluster, outcome, checks = [], lines, message }) => ({
    cluster,
    good: goodOutcomes.has(outcome),
    checks: checks.map(({ name, good, message: text }) => ({ name, good, message: text })),
    lines: lines.length === 0 ? [message] : lines,
  })),
  ledger: ledger.map(({ good, message, hint = '' }) => ({ good, message, hint })),
})
