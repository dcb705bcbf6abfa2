import type { Finding } from '../network/finding.ts'
import type { Plan } from '../plan/plan.ts'

export type Tone = 'heading' | 'good' | 'bad' | 'quiet'

export interface TonedLine {
  readonly text: string
  readonly tone?: Tone
}

/** Receives the results and progress of a command. */
export interface Reporter {
  findings(findings: readonly Finding[]): void
  /** The effects of a change. */
  plan(plan: Plan): void
  /** One line of progress or result. Where there is colour, its tone shows. */
  say(text: string, tone?: Tone): void
  /** Shows lines in place of those that it showed last. Absent where nothing can be replaced: a file, a log. */
  redraw?(lines: readonly TonedLine[]): void
  /** Runs work that can take long: a terminal shows the title meanwhile, a workflow groups the lines of the work below it. */
  during<Value>(title: string, work: () => Promise<Value>): Promise<Value>
  /** Secrets to mask in all later output. */
  conceal(secrets: readonly string[]): void
}
