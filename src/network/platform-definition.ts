import type * as z from 'zod'
import type { Endpoint } from './endpoint.ts'
import type { Path, Problem } from './finding.ts'
import type { KeyHolders } from './key-holders.ts'
import type { LedgerNode, Network } from './network.ts'
import type { Sizes } from './size.ts'

/** How a ledger writes its releases, which are the tags of its image. */
export interface ReleaseForm {
  /** Matches exact releases only, never a moving tag such as "latest". */
  readonly pattern: RegExp
  /** A release that exists, for messages and editors: `26.8.0`. */
  readonly example: string
}

/** Fields that a ledger adds to the definition. Unknown fields are errors, so an absent group adds none. */
export interface PlatformFields {
  readonly organization?: z.ZodRawShape
  readonly externalOrganization?: z.ZodRawShape
  readonly node?: z.ZodRawShape
  readonly externalNode?: z.ZodRawShape
  readonly top?: z.ZodRawShape
}

/** A file that the definition names. */
export interface NamedFile {
  /** Relative to the folder of the definition. */
  readonly file: string
  readonly path: Path
  /** It is read as bytes, not as text: a truststore, for instance. */
  readonly binary?: true
}

/** Memory of a node, as measured in containers. */
export interface MemoryNeed {
  /** With less the node does not start. */
  readonly starts: string
  /** With less the node is killed under load. */
  readonly serves: string
  /** Why, for people. */
  readonly reason: string
}

/** What of IPv6 a ledger lacks: phrases that follow its name, with their source. */
interface Ipv6Limits {
  /** Why nothing dials an IPv6 address. A name with AAAA records may still work. */
  readonly addresses: string
  /** Why its nodes neither listen at IPv6 nor dial it. */
  readonly nodes?: string
}

/** The fields of a definition for one ledger, and the endpoints of its nodes. `Top` and `Own` as in Platform. */
export interface PlatformDefinition<Top = unknown, Own = unknown> {
  readonly id: string
  /** The name of the product, for people. */
  readonly title: string
  readonly release: ReleaseForm
  readonly roles: readonly [string, ...string[]]
  /** What a node of each role does, in sentences for editors. */
  readonly rolesDescription: string
  /** Roles of nodes that take part in consensus; base manifests have them as `app.kubernetes.io/component`. */
  readonly consensusRoles: readonly string[]
  /** Endpoints that `expose` may name; without any, nodes do not have the field. */
  readonly exposable?: readonly [string, ...string[]]
  /** Exposed endpoints that several nodes can serve under one name, because any of them gives the same answers. */
  readonly shareable?: readonly string[]
  readonly fields: PlatformFields
  /** An organization may have no node: it takes part by keys of people. */
  readonly organizationsWithoutNodes?: true
  /** An external party may have no node that is known: it takes part by its certificates. */
  readonly externalWithoutNodes?: true
  /** People of each organization hold keys that no cluster may have: of its certificate authorities, for instance. */
  readonly keyHolders?: KeyHolders
  /** Nodes make their keys on their volumes: Secrets have passwords only. Elsewhere Secrets have the keys. */
  readonly keysOnVolume?: true
  /** Nodes have no metrics for Prometheus: there is nothing for a PodMonitor. */
  readonly withoutMetrics?: true
  readonly defaultStorage: string
  /** Requests and limits of a node of a role, by size. */
  sizes(role: string): Sizes
  /** Whether another container in the pod of a node has its size, too. */
  sizesBeside?(node: LedgerNode<Own>): boolean
  /** The minimum for a node of a role; undefined if it was not measured. */
  memory?(role: string): MemoryNeed
  endpoints(node: LedgerNode<Own>): readonly Endpoint[]
  /** What of IPv6 the ledger lacks; absent where it lacks nothing. */
  readonly ipv6?: Ipv6Limits
  /** Nodes dial what the ledger itself has, from inside the same cluster too: another address there counts only after a transaction. */
  readonly addressesOnLedger?: true
  /** Whether the fields of a node say that its pod does not run in its cluster yet. */
  isElsewhere?(own: Own): boolean
  /** Rules that need the definition only. */
  rules(network: Network<Top, Own>): readonly Problem[]
  /** Files of the repository that the definition names, with their place in it. The material has them by their path. */
  files?(network: Network<Top, Own>): readonly NamedFile[]
}
