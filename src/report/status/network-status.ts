import type { LedgerTable } from '../../platforms/live-ledger.ts'

/** A network that runs, at one moment. Nothing secret is in it. */
export interface NetworkStatus {
  readonly clusters: readonly ClusterRow[]
  readonly nodes: readonly NodeRow[]
  /** Parts of the ledger, such as channels. */
  readonly tables: readonly LedgerTable[]
  readonly routes: readonly RouteRow[]
  readonly problems: readonly StatusProblem[]
  /** What could not be looked at, and why. */
  readonly notes: readonly string[]
}

export interface ClusterRow {
  readonly cluster: string
  readonly context: string
  readonly state: 'ok' | 'degraded' | 'unreachable'
  /** Nodes of the definition that run in the cluster, and those that are ready. */
  readonly nodes: number
  readonly readyNodes: number
  /** The rest is absent for a cluster that did not answer. Objects of the definition, and those that the cluster has like that. */
  readonly objects?: number
  readonly objectsAsDefined?: number
  /** IP addresses or host names of the Ambassador. */
  readonly addresses?: readonly string[]
  readonly kubernetes?: string
  readonly appliedBy?: 'Flux' | 'Chancery' | 'nobody'
}

export interface NodeRow {
  /** `organization/node` */
  readonly node: string
  readonly cluster: string
  readonly role: string
  /** Absent where the cluster did not answer, and for a node that runs elsewhere. */
  readonly ready?: boolean
  readonly elsewhere?: true
  /** Last block. */
  readonly height?: number
  /** Last block of each ledger, where the node keeps several. */
  readonly heights?: Readonly<Record<string, number>>
  readonly peers?: number
  /** Of all containers of its pod. */
  readonly restarts?: number
  /** Tag of the image that its pod runs. */
  readonly version?: string
  /** Days until its first certificate expires. */
  readonly certificateDays?: number
}

export interface RouteRow {
  /** `host:port`, or a URL. */
  readonly url: string
  readonly cluster: string
  readonly node: string
  readonly endpoint: string
  /** Whether the name resolves to the Ambassador; absent where nobody could tell. */
  readonly resolves?: boolean
  /** IP addresses of the name. */
  readonly resolvesTo: readonly string[]
}

/** Something that is wrong, and what to do next. */
export interface StatusProblem {
  readonly cluster?: string
  readonly message: string
  readonly hint?: string
}
