import type { Finding } from '../network/finding.ts'
import type { Plan } from '../plan/plan.ts'

/** Where a command tells what it found and did. */
export interface Reporter {
  findings(findings: readonly Finding[]): void
  /** What a change would do. */
  plan(plan: Plan): void
  /** One line of progress or result. */
  say(text: string): void
  /** Does work that can take long: a terminal shows the title meanwhile, a workflow folds what is said meanwhile below it. */
  during<Value>(title: string, work: () => Promise<Value>): Promise<Value>
  /** Texts that must never be shown, whoever writes them from now on. */
  conceal(secrets: readonly string[]): void
}
