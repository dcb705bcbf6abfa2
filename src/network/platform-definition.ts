import type * as z from 'zod'
import type { Endpoint } from './endpoint.ts'
import type { Path, Problem } from './finding.ts'
import type { LedgerNode, Network, ResourceSettings } from './network.ts'

/** How a ledger writes its releases, which are the tags of its image. */
export interface ReleaseForm {
  /** Every exact release and nothing else; never a tag that moves, such as "latest". */
  readonly pattern: RegExp
  /** A release that exists, for messages and editors: `26.8.1`. */
  readonly example: string
}

/** Fields that a ledger adds to the definition; unknown ones are errors, so what is absent adds none. */
export interface PlatformFields {
  readonly organization?: z.ZodRawShape
  readonly externalOrganization?: z.ZodRawShape
  readonly node?: z.ZodRawShape
  readonly externalNode?: z.ZodRawShape
  readonly top?: z.ZodRawShape
}

/** A file that the definition names. */
export interface NamedFile {
  /** From the folder of the definition. */
  readonly file: string
  readonly path: Path
  /** It is read as bytes, never as text: a truststore, say. */
  readonly binary?: true
}

/** Memory of a node, as it was seen in the containers themselves. */
export interface MemoryNeed {
  /** With less it does not run at all. */
  readonly starts: string
  /** With less it is killed when it has something to do. */
  readonly serves: string
  /** Why, for people. */
  readonly reason: string
}

/** What a definition may say of one ledger, and what its nodes serve. `Top` and `Own` as in Platform. */
export interface PlatformDefinition<Top = unknown, Own = unknown> {
  readonly id: string
  /** The product's own name, for people. */
  readonly title: string
  readonly release: ReleaseForm
  readonly roles: readonly [string, ...string[]]
  /** Roles of nodes that take part in consensus; base manifests have them as `app.kubernetes.io/component`. */
  readonly consensusRoles: readonly string[]
  /** Endpoints that `expose` may name; without any, nodes have no such field. */
  readonly exposable?: readonly [string, ...string[]]
  readonly fields: PlatformFields
  /** Organizations have certificate authorities, whose keys are sealed for `issuerRecipients`. */
  readonly certificates?: true
  readonly defaultStorage: string
  /** Requests and limits of the base manifests, which a node's own are merged with. */
  readonly defaultResources: ResourceSettings
  /** What a node of a role needs at least; undefined when nobody has measured it. */
  memory?(role: string): MemoryNeed
  endpoints(node: LedgerNode<Own>): readonly Endpoint[]
  /** Rules that the definition alone decides. */
  rules(network: Network<Top, Own>): readonly Problem[]
  /** Files of the repository that the definition names, with the place where it does. They are in the material, by their path. */
  files?(network: Network<Top, Own>): readonly NamedFile[]
}
