import type * as z from 'zod'
import type { Address } from '../ambassador/address.ts'
import type { Material, MaterialRequest } from '../material/material.ts'
import type { Problem } from '../network/finding.ts'
import type { LedgerNode, Network, ResourceSettings } from '../network/network.ts'
import type { Risk } from '../plan/risk.ts'
import type { FaultReport } from './tolerance.ts'

/** Something a node serves, and how it may be routed. */
export interface Endpoint {
  /** Short name, unique for the node: `p2p`, `rpc`. */
  readonly name: string
  /** Container port and port of the Service. */
  readonly port: number
  readonly protocol: 'tcp' | 'tls' | 'http' | 'ws' | 'grpc'
  /** Service of the node that carries it. */
  readonly service: string
  /** `tcp` endpoints get a port of the Ambassador each; HTTP ones share its HTTP ports, when the node exposes them. */
  readonly reached: 'by-port' | 'by-host' | 'not'
  /** URL path below the node's host name, for endpoints reached by host. */
  readonly pathPrefix?: string
}

/** What a platform can see of the network while it renders for one cluster. */
export interface ClusterView<Top = unknown, Own = unknown> {
  readonly network: Network<Top, Own>
  readonly cluster: string
  readonly material: Material
  /** What a node in this cluster dials to reach an endpoint of `node`. */
  addressOf(node: LedgerNode<Own>, endpoint: string): Address
}

/** One kustomization: a base, and what is different from it. File names are relative to its own folder. */
export interface Overlay {
  /** Base folders of the platform, below its `base/`. */
  readonly bases: readonly string[]
  /** ConfigMaps made of files. A hashed one gets a new name with each content, which restarts what mounts it. */
  readonly configMaps: readonly { readonly name: string; readonly files: readonly string[]; readonly hashed: boolean }[]
  /** Content of those files. */
  readonly files: Readonly<Record<string, string>>
  /** Strategic merge patches: file name to (partial) Kubernetes objects. */
  readonly patches: Readonly<Record<string, readonly object[]>>
  /** New objects: file name to complete Kubernetes objects. */
  readonly objects: Readonly<Record<string, readonly object[]>>
  /** Base object names to the names they get. */
  readonly renames: Readonly<Record<string, string>>
}

/** A network before or after a change. */
export interface PlatformRevision<Top = unknown, Own = unknown> {
  readonly network: Network<Top, Own>
  /** With stand-ins for what is missing. */
  readonly material: Material
  /** What the pod of each node is made of, by `organization/node`: where it differs, the pod is replaced. */
  readonly pods: ReadonlyMap<string, string>
}

/**
 * A ledger. Adding one is a folder in `platforms/`, a line in `platforms/index.ts` and a golden case.
 * `Top` are its own top-level keys, `Own` its own fields of a node. Methods (not function properties), so that a
 * platform of known types is a platform of unknown ones: the table in index.ts holds them all.
 */
export interface Platform<Top = unknown, Own = unknown> {
  readonly id: string
  readonly title: string
  readonly roles: readonly [string, ...string[]]
  /** Roles of nodes that take part in consensus; base manifests have them as `app.kubernetes.io/component`. */
  readonly consensusRoles: readonly string[]
  /** Endpoints that `expose` may name. */
  readonly exposable: readonly [string, ...string[]]
  readonly nodeFields: z.ZodRawShape
  readonly externalNodeFields: z.ZodRawShape
  readonly topFields: z.ZodRawShape
  readonly defaultStorage: string
  /** Requests and limits of the base manifests, which a node's own are merged with. */
  readonly defaultResources: ResourceSettings
  /** Image of the ledger, without tag, and its tag for a platform version. */
  image(platformVersion: string): { readonly name: string; readonly tag: string }
  endpoints(node: LedgerNode<Own>): readonly Endpoint[]
  rules(network: Network<Top, Own>): readonly Problem[]
  /** Rules that need public material: what is on disk must fit the definition. */
  materialRules(network: Network<Top, Own>, material: Material): readonly Problem[]
  material(network: Network<Top, Own>): readonly MaterialRequest[]
  /** The node as Kustomize. */
  node(node: LedgerNode<Own>, view: ClusterView<Top, Own>): Overlay
  /** What the nodes of one organization in one cluster share. */
  organization(nodes: readonly LedgerNode<Own>[], view: ClusterView<Top, Own>): Overlay
  /** What the loss of one thing does to consensus, and to who reaches whom. */
  tolerance(network: Network<Top, Own>): FaultReport
  /** What a change does to a ledger that runs, besides what it does to every network. Not for what is an error already. */
  risks(before: PlatformRevision<Top, Own>, after: PlatformRevision<Top, Own>): readonly Risk[]
}
