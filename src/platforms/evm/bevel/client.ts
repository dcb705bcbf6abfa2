import type { BevelOutcome } from '../../bevel.ts'

/** A value of `consensus` of the input. */
export interface BevelConsensus {
  readonly outcome: BevelOutcome
  readonly text: string
}

/** What one client of the family decides about files of Bevel. */
export interface EvmBevel {
  /** Values of `network.type`. */
  readonly types: readonly string[]
  /** The release in the definition for one of the input, and why it differs. */
  release(given: string | undefined): { readonly version: string; readonly reason?: string }
  /** By the value of `consensus`, in lower case. */
  consensus(given: string): BevelConsensus
  /** Fields of the genesis that Bevel's charts set for this client alone. */
  readonly genesis: Readonly<Record<string, unknown>>
  /** What became of private transactions: in a sentence without its full stop. */
  readonly privacy: string
}
