import type { Panel } from '../dashboard.ts'
import type { GenesisKeys } from './genesis-keys.ts'
import type { ReleaseFault } from './release.ts'
import type { Consensus, Fork, Genesis, Transition } from './schema.ts'

/** A genesis file, https://besu.hyperledger.org/private-networks/reference/genesis-items */
export interface GenesisFile {
  readonly config: Readonly<Record<string, unknown>>
  readonly alloc: Readonly<Record<string, Readonly<Record<string, unknown>>>>
  readonly extraData: string
  readonly [field: string]: unknown
}

/** The consensus of a chain that exists. */
export interface ChainConsensus {
  /** Its names in a definition: a chain that changes its consensus at a block has two, the later one first. */
  readonly names: readonly [Consensus, ...Consensus[]]
  /** Options of the consensus in the genesis file. */
  options(name: Consensus): Readonly<Record<string, unknown>>
  /** The times of blocks and rounds are options of the command line, not of the genesis file. */
  readonly timesByCommandLine?: true
}

export type WrittenTransition = Readonly<Record<string, unknown>>

/** Names of a ledger's metrics, and expressions over them. `of` is the label selector. */
interface Metrics {
  readonly path: string
  readonly height: string
  readonly peers: string
  /** Time of the last block, in seconds of Unix. */
  readonly blockTime?: string
  /** The highest block that a node has heard of. */
  readonly knownHeight?: string
  /** Bytes of memory. */
  readonly memory: string
  readonly others: (of: string) => readonly Panel[]
}

interface ValidatorMethods {
  readonly validators: string
  readonly propose: string
  readonly discard: string
  /** The pending votes of a node: an object of address to true or false. */
  readonly proposals: string
}

/** The differences between ledgers of this family, as far as this folder needs them. */
export interface EvmClient {
  /** `app.kubernetes.io/name` of its objects. */
  readonly id: string
  readonly title: string
  readonly ports: { readonly p2p: number; readonly rpc: number; readonly ws: number; readonly metrics: number }
  /** The suffix after the port in an enode URL. */
  readonly enodeQuery: string
  /** Forks that a definition may have, in the order in which they build on each other. */
  readonly forks: readonly Fork[]
  /** Consensus protocols that a definition may have. */
  readonly consensuses: readonly Consensus[]
  /** How a chain of IBFT continues with QBFT. */
  readonly changeToQbft: string
  /** The consensus by `config` of a genesis file; undefined when no chain of Chancery can have it. */
  consensusOf(config: GenesisFile['config']): ChainConsensus | undefined
  /** The release in an answer to `web3_clientVersion`; undefined for another client, and for a build that is none. */
  releaseIn(answer: string): string | undefined
  /** Keys of `config` that limit the size of contracts, in small letters. */
  readonly contractSizeKeys: readonly string[]
  /** Why the client does not start with a genesis file, in words; undefined when it does. The shape of the file has been checked. */
  refuses(file: GenesisFile, text: string): string | undefined
  /** Keys of a genesis file that it ignores, and keys that it reads and that no field has. */
  readonly genesisKeys: readonly GenesisKeys[]
  /** Whether a definition has rewards for blocks. */
  readonly hasRewards: boolean
  /** Whether an option of the consensus that is 0 has its default. */
  readonly zeroIsDefault: boolean
  /** The nonce of an account, as the client reads it. */
  nonce(written: unknown): unknown
  /** Default forks of a new chain. */
  readonly defaultForks: Readonly<Partial<Record<Fork, number>>>
  /** Features of a genesis that some releases lack. Later forks come later. */
  readonly releaseFaults: readonly ReleaseFault[]
  /** The client's defaults for a genesis file. */
  readonly defaultTimes: { readonly blockPeriodSeconds: number; readonly requestTimeoutSeconds: number }
  /** Largest size of a contract in `config` of a genesis file, in bytes; undefined when absent. */
  contractSizeLimit(config: GenesisFile['config']): unknown
  /** The consequence of a changed chain id, for a message. */
  readonly chainIdChanged: string
  /** `config` of a genesis file, for the first block. */
  config(genesis: Genesis): GenesisFile['config']
  /** A slot of storage or its value, as the client reads it. */
  storageWord(word: string): string
  /** A transition in the form of a genesis file. `validators` returns the addresses of nodes. */
  transition(one: Transition, validators: (names: readonly string[]) => readonly string[]): WrittenTransition
  /** The transitions of a consensus in `config` of a genesis file. */
  transitionsIn(config: GenesisFile['config'], consensus: Consensus): readonly WrittenTransition[]
  /** `config` with a list of transitions in place of the one that it has. */
  withTransitions(
    config: GenesisFile['config'],
    list: readonly WrittenTransition[],
    consensus: Consensus,
  ): GenesisFile['config']
  /** Whether a transition can replace the validators. */
  readonly replacesValidators: boolean
  /** JSON-RPC methods about validators. */
  methods(consensus: Consensus): ValidatorMethods
  readonly metrics: Metrics
  /** The setting for the largest number of peers of a node, and its aliases. */
  readonly maxPeersOptions: readonly [string, ...string[]]
}
