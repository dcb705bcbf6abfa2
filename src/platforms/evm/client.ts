import type { Panel } from '../monitoring.ts'
import type { Fork, Genesis, Transition } from './schema.ts'

/** A genesis file, https://besu.hyperledger.org/private-networks/reference/genesis-items */
export interface GenesisFile {
  readonly config: Readonly<Record<string, unknown>> & {
    readonly chainId: number
    readonly qbft: Readonly<Record<string, unknown>>
  }
  readonly alloc: Readonly<Record<string, Readonly<Record<string, unknown>>>>
  readonly extraData: string
  readonly [field: string]: unknown
}

/** Names of a ledger's metrics, and what is made of them. `of` is what their braces hold. */
interface Metrics {
  readonly path: string
  readonly height: string
  readonly peers: string
  /** Seconds since the last block. */
  age?(of: string): string
  readonly others: (of: string) => readonly Panel[]
}

/** What a ledger of this family does in its own way, as far as this folder has to know. */
export interface EvmClient {
  /** `app.kubernetes.io/name` of its objects. */
  readonly id: string
  readonly title: string
  readonly ports: { readonly p2p: number; readonly rpc: number; readonly ws: number; readonly metrics: number }
  /** What follows the port in an enode URL. */
  readonly enodeQuery: string
  /** Forks that a definition may have, in the order in which they build on each other. */
  readonly forks: readonly Fork[]
  /** What goes wrong with a chain id that changes, in a message. */
  readonly chainIdChanged: string
  /** `config` of a genesis file, for the first block. */
  config(genesis: Genesis): GenesisFile['config']
  /** What transitions add to `config`. `validators` gives the addresses of nodes. */
  transitions(
    list: readonly Transition[],
    validators: (names: readonly string[]) => readonly string[],
  ): Readonly<Record<string, unknown>>
  /** A transition can name the validators, whoever they were. */
  readonly replacesValidators: boolean
  /** JSON-RPC methods about validators. */
  readonly methods: {
    readonly validators: string
    readonly propose: string
    readonly discard: string
  }
  readonly metrics: Metrics
  /** The setting that says how many peers a node accepts. */
  readonly maxPeersOption: string
}
