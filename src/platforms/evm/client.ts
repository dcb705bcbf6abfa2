import type { Panel } from '../monitoring.ts'
import type { ReleaseFault } from './release.ts'
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

export type WrittenTransition = Readonly<Record<string, unknown>>

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
  /** Keys of `config` with another consensus that the client takes in place of `qbft`, where both are there. */
  readonly beforeQbft: readonly string[]
  /** Forks of a chain that begins, where the definition does not name them. */
  readonly defaultForks: Readonly<Partial<Record<Fork, number>>>
  /** What a genesis may ask for and releases do not do. Of forks, the later ones stand later. */
  readonly releaseFaults: readonly ReleaseFault[]
  /** What the client takes where a genesis file does not say it. */
  readonly defaultTimes: { readonly blockPeriodSeconds: number; readonly requestTimeoutSeconds: number }
  /** Bytes of a contract that `config` of a genesis file allows; undefined where it does not say. */
  contractSizeLimit(config: GenesisFile['config']): unknown
  /** What goes wrong with a chain id that changes, in a message. */
  readonly chainIdChanged: string
  /** `config` of a genesis file, for the first block. */
  config(genesis: Genesis): GenesisFile['config']
  /** A slot of storage, or what is in it, as the client reads it. */
  storageWord(word: string): string
  /** A transition as a genesis file has it. `validators` gives the addresses of nodes. */
  transition(one: Transition, validators: (names: readonly string[]) => readonly string[]): WrittenTransition
  /** Transitions that `config` of a genesis file has. */
  transitionsIn(config: GenesisFile['config']): readonly WrittenTransition[]
  /** What a list of transitions is in `config`, beside what is there. */
  transitionsConfig(list: readonly WrittenTransition[], config: GenesisFile['config']): object
  /** A transition can name the validators, whoever they were. */
  readonly replacesValidators: boolean
  /** JSON-RPC methods about validators. */
  readonly methods: {
    readonly validators: string
    readonly propose: string
    readonly discard: string
  }
  readonly metrics: Metrics
  /** The setting that says how many peers a node accepts, and its other names. */
  readonly maxPeersOptions: readonly [string, ...string[]]
}
