import type { Finding } from '../network/finding.ts'
import type { Plan } from '../plan/plan.ts'

export type Tone = 'heading' | 'good' | 'bad' | 'quiet'

export interface TonedLine {
  readonly text: string
  readonly tone?: Tone
}

/** Where a command tells what it found and did. */
export interface Reporter {
  findings(findings: readonly Finding[]): void
  /** What a change would do. */
  plan(plan: Plan): void
  /** One line of progress or result. Where there is colour, its tone shows. */
  say(text: string, tone?: Tone): void
  /** Shows lines in place of those that it showed last. Absent where nothing can be replaced: a file, a log. */
  redraw?(lines: readonly TonedLine[]): void
  /** Does work that can take long: a terminal shows the title meanwhile, a workflow folds what is said meanwhile below it. */
  during<Value>(title: string, work: () => Promise<Value>): Promise<Value>
  /** Texts that must never be shown, whoever writes them from now on. */
  conceal(secrets: readonly string[]): void
}
