import type { Severity } from './finding.ts'

/** What a rule is, for people: `chancery explain` and docs/rules.md are made from it. Texts are Markdown without links. */
interface RuleText {
  /** What the rule finds, in one sentence. */
  readonly title: string
  /** Why that is wrong or risky, where the title does not say it. */
  readonly why?: string
  readonly cases: readonly RuleCase[]
  /** A value that the rule finds, or one that it accepts, as YAML. */
  readonly example?: string
}

/** What one finding of a rule is about: a rule can be an error here and a warning there. */
interface RuleCase {
  readonly severity: Severity
  /** Absent where the title says all of it. */
  readonly finds?: string
  /** What to do. */
  readonly remedy: string
}

/** Rules by their names, as findings have them. */
export type RuleTexts = Readonly<Record<string, RuleText>>

/** Rules of one subject, as a section of docs/rules.md. */
export interface RuleTopic {
  readonly title: string
  readonly rules: RuleTexts
}
