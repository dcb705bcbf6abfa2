/** What the loss of one thing does to the ledger. */
export interface Fault {
  readonly kind: 'node' | 'organization' | 'cluster'
  readonly name: string
  /** Consensus nodes that go with it. */
  readonly lost: number
  readonly survives: boolean
}

/** What the network can lose before it stops agreeing. */
export interface FaultReport {
  /** One sentence: how many consensus nodes, how many may fail. */
  readonly summary: string
  readonly faults: readonly Fault[]
}
