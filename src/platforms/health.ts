import type { Material } from '../material/material.ts'
import type { LedgerNode, Network } from '../network/network.ts'

/** An HTTP request to a node that runs, sent to the container port of its pod. */
export interface Question {
  readonly port: number
  readonly path: string
  /** The node must know this name. */
  readonly host: string
  /** JSON that is sent with POST; without it the question is a GET. */
  readonly body?: object
}

interface Reply {
  readonly status: number
  readonly body: string
}

/** By the name of the question; one that got no answer is missing. */
export type Replies = Readonly<Record<string, Reply>>

/** What a node said twice, some time apart. */
export interface Observation<Own = unknown> {
  readonly node: LedgerNode<Own>
  readonly first: Replies
  readonly second: Replies
  readonly secondsBetween: number
}

/** Something that is so, or should not be so. */
export interface Verdict {
  readonly good: boolean
  readonly message: string
  /** What to do about it. */
  readonly hint?: string
}

export const good = (message: string): Verdict => ({ good: true, message })

/** Of what should not be so, and what to do about it. */
export const bad = (message: string, hint: string): Verdict => ({ good: false, message, hint })

/** How a roll-out sees that the ledger makes progress. */
interface LedgerProgress<Top = unknown, Own = unknown> {
  /** A number that grows while the ledger makes progress; undefined when the node did not tell. */
  head(replies: Replies): number | undefined
  /** Seconds in which the head has to grow at least once, if all is well. */
  pace(network: Network<Top, Own>, material: Material): number
}

/** How the ledger itself is: what its nodes are asked, and what the answers mean. Pure; others do the asking. */
export interface LedgerHealth<Top = unknown, Own = unknown> {
  questions(node: LedgerNode<Own>, network: Network<Top, Own>): Readonly<Record<string, Question>>
  /** Seconds between two questions to the same node, so that a change shows and a late answer is no outage. */
  interval(network: Network<Top, Own>, material: Material): number
  /** Of a ledger that makes blocks by itself. One that is idle without transactions has none. */
  readonly progress?: LedgerProgress<Top, Own>
  /** Of the nodes that could be asked: those of one cluster, or of several. */
  judge(network: Network<Top, Own>, material: Material, observed: readonly Observation<Own>[]): readonly Verdict[]
}
