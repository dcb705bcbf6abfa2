import type { DnsRecord } from '../ambassador/dns.ts'
import type { Finding, Place } from '../network/finding.ts'
import type { Risk } from '../network/risk.ts'
import type { FaultReport } from '../platforms/tolerance.ts'
import type { HandTask } from './by-hand/task.ts'
import type { RootChange } from './objects.ts'
import type { Restarts } from './restarts.ts'

/** A risk, and what people said of it. */
export interface PlannedRisk extends Risk {
  /** Its place in the definition. */
  readonly place: Place
  /** The line of `acknowledge:` that acknowledges it. */
  readonly acknowledge: string
  /** True when the definition, or the caller, acknowledged it. */
  readonly acknowledged: boolean
}

/**
 * Why risks were not looked for. `new-network`, `base-broken`: there is nothing to compare with. `not-begun`: nothing of it can run yet, so
 * only who gets keys was looked at. `platform-changed`: the risks of a ledger are those of one platform.
 */
export type Unsearched = 'new-network' | 'base-broken' | 'not-begun' | 'platform-changed'

/** The label of a pull request that acknowledges all of its risks: for the commit that it was given for. */
export interface AcknowledgingLabel {
  readonly counts: boolean
  /** Who gave it, where it counts. */
  readonly by?: string
}

/** A finding, and whether it was there before the change. */
export interface PlannedFinding extends Finding {
  readonly known?: true
}

/** A route as people read it. */
export interface PlannedRoute {
  readonly cluster: string
  /** `carrier/rpc1` */
  readonly node: string
  readonly endpoint: string
  /** `rpc1.carrier.us.example.com:15003`, or a URL. */
  readonly url: string
}

export interface ListChange<Item> {
  readonly added: readonly Item[]
  readonly removed: readonly Item[]
}

/** What merging a change would do, from the files alone. */
export interface Plan {
  readonly network: string
  /** What it is compared with: a commit; undefined when there was no network before. */
  readonly base?: string
  /** What git calls the base: `main`, `the merge base with origin/main`; absent with it. */
  readonly baseName?: string
  /** Why the base is not the local name that was asked for; absent when it is. */
  readonly baseReason?: string
  /** What people have to do before the merge: so that it can make missing keys, and at the ledger. */
  readonly beforeMerge: readonly HandTask[]
  /** What people have to do after the merge. */
  readonly byHand: readonly HandTask[]
  /** Clusters in which pods that run are replaced. */
  readonly restarts: readonly Restarts[]
  /** Why Jobs come with the change: sentences. */
  readonly jobReasons: readonly string[]
  /** Clusters and their parts of which any object changes. */
  readonly roots: readonly RootChange[]
  /** Unacknowledged ones first, dangers first. */
  readonly risks: readonly PlannedRisk[]
  /** Absent when all risks were looked for. */
  readonly unsearched?: Unsearched
  /** Absent where there is no such label. */
  readonly label?: AcknowledgingLabel
  readonly routes: ListChange<PlannedRoute>
  readonly dnsRecords: ListChange<DnsRecord>
  readonly tolerance: { readonly before?: FaultReport; readonly after: FaultReport }
  /** Labels of keys that do not exist yet. */
  readonly madeOnMerge: readonly string[]
  readonly findings: readonly PlannedFinding[]
  /** The network as a Mermaid flowchart. */
  readonly topology: string
  /** Whether the change alters that picture. */
  readonly topologyChanged: boolean
}

/** What is in one list and not in the other, by a text that tells items apart. */
export function listChange<Item>(
  before: readonly Item[],
  after: readonly Item[],
  key: (item: Item) => string,
): ListChange<Item> {
  const [old, now] = [new Set(before.map(key)), new Set(after.map(key))]
  return {
    added: after.filter((item) => !old.has(key(item))),
    removed: before.filter((item) => !now.has(key(item))),
  }
}
