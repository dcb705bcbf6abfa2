import type { Platform } from '../platforms/platform.ts'
import type { ProviderId } from '../providers/index.ts'

export interface ClusterAnswer {
  readonly name: string
  readonly provider: ProviderId
  /** A domain, or an IPv4 address. */
  readonly place: string
  /** Who may connect; everybody when empty. */
  readonly sourceRanges: readonly string[]
  readonly recipients: readonly string[]
}

export interface OrganizationAnswer {
  readonly name: string
  /** Its home. */
  readonly cluster: string
  /** Of people with keys that no cluster may have; none where the platform has no such people. */
  readonly holderRecipients: readonly string[]
}

/** What a person answers about a new network. */
export interface Answers {
  readonly name: string
  readonly platform: Platform
  readonly clusters: readonly [ClusterAnswer, ...ClusterAnswer[]]
  readonly organizations: readonly [OrganizationAnswer, ...OrganizationAnswer[]]
  /** Nodes of the whole network, by role; the platform chooses the others. */
  readonly counts: ReadonlyMap<string, number>
}

/** What the files of a repository beside the definition depend on. */
export interface RepositoryFacts {
  readonly name: string
  readonly platform: Platform
  readonly clusters: readonly { readonly name: string; readonly recipients: readonly string[] }[]
  readonly organizations: readonly { readonly name: string; readonly holderRecipients: readonly string[] }[]
}
