import type { LedgerNode, Network } from '../network/network.ts'
import type { Question, Replies, Verdict } from './health.ts'

/** What a node reports about its ledger. */
export interface NodeReport {
  /** Its last block. */
  readonly height?: number
  /** Where it keeps several ledgers: the last block of each, by name. */
  readonly heights?: Readonly<Record<string, number>>
  readonly peers?: number
}

/** A Deployment, StatefulSet or Job of the definition, and whether it is ready (a Job: whether it is complete). */
export interface Workload {
  readonly cluster: string
  readonly kind: string
  readonly namespace: string
  readonly name: string
  readonly ready: boolean
}

/** Everything that one look at the clusters found. */
export interface LiveLedger<Own = unknown> {
  /** Nodes of clusters that answered. A node that did not answer has no replies. */
  readonly nodes: readonly { readonly node: LedgerNode<Own>; readonly replies: Replies }[]
  readonly workloads: readonly Workload[]
}

/** Parts of a network beside its nodes, such as channels: a table with a row for each. */
export interface LedgerTable {
  /** `channels` */
  readonly name: string
  readonly columns: readonly string[]
  readonly rows: readonly Readonly<Record<string, string | number>>[]
}

/** How `status` reads a ledger. Pure; others send the questions. */
export interface LedgerStatus<Top = unknown, Own = unknown> {
  questions(node: LedgerNode<Own>, network: Network<Top, Own>): Readonly<Record<string, Question>>
  /** Undefined for a node that did not answer. */
  report(replies: Replies): NodeReport | undefined
  tables?(network: Network<Top, Own>, live: LiveLedger<Own>): readonly LedgerTable[]
  /** What is wrong with the ledger and shows at one look; what takes two looks is for LedgerHealth. */
  problems?(network: Network<Top, Own>, live: LiveLedger<Own>): readonly Verdict[]
}
