import type { Finding } from '../network/finding.ts'
import type { Plan } from '../plan/plan.ts'

/** Where a command tells what it found and did. */
export interface Reporter {
  findings(findings: readonly Finding[]): void
  /** What a change would do. */
  plan(plan: Plan): void
  /** One line of progress or result. */
  say(text: string): void
  /** Texts that must never be shown, whoever writes them from now on. */
  conceal(secrets: readonly string[]): void
}
