import type { Path } from '../network/finding.ts'

/** How a file of Hyperledger Bevel, which describes a network of a ledger, becomes a definition of ours. */

/**
 * What becomes of a field: `kept` in a field of the definition, `derived` from other fields, `dropped` as nothing needs it, `secret` and
 * never copied, or `lost` as there is no support for it.
 */
export type BevelOutcome = 'kept' | 'derived' | 'dropped' | 'secret' | 'lost'

/** One field of the input, and everything below it that no other line is about. */
export interface BevelLine {
  /** From the value of `network` on: `['organizations', 0, 'services', 'peers', 1, 'rpc']`. */
  readonly path: Path
  readonly outcome: BevelOutcome
  /**
   * kept: as which field; derived: from what, or into what; dropped: why nothing needs it; secret: where it belongs now; lost: what to do
   * instead. It begins in lower case, and never has the value of a secret.
   */
  readonly text: string
}

/** An organization of the input with its names in the definition. */
export interface BevelOrganization {
  readonly name: string
  /** Its home cluster. */
  readonly cluster: string
  /** DNS domain of that cluster. */
  readonly domain: string
  /** `['organizations', 2]` */
  readonly path: Path
  readonly value: Readonly<Record<string, unknown>>
}

/** The network of one file, or of several files merged. */
export interface BevelInput {
  /** The value of the top key `network`. */
  readonly network: Readonly<Record<string, unknown>>
  /** In the order of the input, without those that it removes (`org_status: delete`). */
  readonly organizations: readonly BevelOrganization[]
  /** Texts of local files that fields in `files` of the platform name, by the value of the field. Absent for files that cannot be read. */
  readonly files: ReadonlyMap<string, string>
}

/** A node of the definition. */
export interface BevelNode {
  /** Name, role and others, as in the definition, without `port`. */
  readonly fields: { readonly name: string; readonly role: string } & Readonly<Record<string, unknown>>
  /** Its first port at the Ambassador, as the input has it. The core pins it where its ports are valid and free, and adds the line. */
  readonly port?: { readonly path: Path; readonly value: unknown }
  /** How many ports it has at the Ambassador, one after the other; 1 when absent. */
  readonly ports?: number
}

/** A short text at a place of the definition. */
export interface BevelComment {
  /** In the definition; an index counts as in this mapping. Of a key that is absent: the comment is the last line of its parent. */
  readonly path: Path
  readonly text: string
}

/** What a platform makes of an organization. */
export interface BevelOrganizationMapping {
  /** Name in the definition. */
  readonly name: string
  /** Fields of the organization beside name, cluster, subject and nodes; the platform's `subject` takes precedence. */
  readonly fields?: Readonly<Record<string, unknown>>
  /** An organization without nodes is left out of the definition, unless the platform allows one: the platform adds the line. */
  readonly nodes: readonly BevelNode[]
}

/** What a platform makes of the input. Names are those of the definition. */
export interface BevelMapping {
  readonly platformVersion: string
  /** The platform's top-level keys that come before clusters, such as a genesis. */
  readonly before?: Readonly<Record<string, unknown>>
  /** Its top-level keys that come after organizations, such as channels, and `monitoring`. */
  readonly after?: Readonly<Record<string, unknown>>
  /** Ports that the input opens in addition to those of nodes have another purpose: they are no part of pools. */
  readonly ownPortsOnly?: true
  /** IPv4 addresses of Ambassadors, by cluster: `address` of the cluster, in place of its domain. */
  readonly addresses?: ReadonlyMap<string, string>
  /** Fields of `ambassador` in every cluster. */
  readonly ambassador?: Readonly<Record<string, unknown>>
  readonly organizations: readonly BevelOrganizationMapping[]
  /** The list `external`. */
  readonly external?: readonly Readonly<Record<string, unknown>>[]
  readonly comments?: readonly BevelComment[]
  /** Files to write beside the definition, by their path in the repository: a genesis that exists, certificates. */
  readonly files?: ReadonlyMap<string, string>
  /** What people have to do that no field has room for, in sentences: an image to build, a file to commit. */
  readonly tasks?: readonly string[]
  /** Of all fields that belong to the platform. For one that the core has a line for, too, this one counts. */
  readonly lines: readonly BevelLine[]
}

/** How a platform reads files of Hyperledger Bevel. */
export interface PlatformBevel {
  /** Values of `network.type`. */
  readonly types: readonly string[]
  /** Keys of fields whose values name local files that `map` reads: `genesis`. */
  readonly files?: readonly string[]
  map(input: BevelInput): BevelMapping
}
