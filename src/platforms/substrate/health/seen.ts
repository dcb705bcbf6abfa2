import type { SubstrateLedgerNode } from '../network.ts'
import type { NodeAnswers } from './answers.ts'

/** A node, and what it told at both looks. */
export interface Seen {
  readonly node: SubstrateLedgerNode
  /** `carrier/v1` */
  readonly id: string
  readonly before: NodeAnswers | undefined
  readonly now: NodeAnswers | undefined
}

/** One that told something at the second look. */
export interface Answering extends Seen {
  readonly now: NodeAnswers
}

export const isAnswering = (one: Seen): one is Answering => one.now !== undefined
