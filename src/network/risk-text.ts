import type { Risk } from './risk.ts'

/** What a risk is, for people: `chancery explain` and tables of docs/plan.md are made from it. Texts are Markdown without links. */
interface RiskText {
  readonly severities: readonly [Risk['severity'], ...Risk['severity'][]]
  /** What the change does, and its consequences. */
  readonly title: string
  /** Where it is only a caution. */
  readonly caution?: string
  /** The safe way. */
  readonly remedy: string
}

/** Risks by their ids. */
export type RiskTexts = Readonly<Record<string, RiskText>>
