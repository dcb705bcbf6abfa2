import type * as z from 'zod'
import type { Address } from '../ambassador/address.ts'
import type { Outside } from '../ambassador/outside.ts'
import type { Material, MaterialRequest } from '../material/material.ts'
import type { Renewal } from '../material/renewal.ts'
import type { Path, Problem } from '../network/finding.ts'
import type { LedgerNode, Network, ResourceSettings } from '../network/network.ts'
import type { Risk } from '../plan/risk.ts'
import type { ProbePlan } from '../probe/target.ts'
import type { PlatformCommand } from './command.ts'
import type { LedgerHealth } from './health.ts'
import type { FaultReport } from './tolerance.ts'

/** Something a node serves, and how it may be routed. */
export interface Endpoint {
  /** Short name, unique for the node: `p2p`, `rpc`. */
  readonly name: string
  /** Container port and port of the Service. */
  readonly port: number
  /** `tls` is TLS of the ledger's own, which the Ambassador never ends; `https` is HTTP over TLS of the node's own. */
  readonly protocol: 'tcp' | 'tls' | 'http' | 'https' | 'ws' | 'grpc'
  /** Service of the node that carries it. */
  readonly service: string
  /** `tcp` endpoints get a port of the Ambassador each; HTTP ones share its HTTP ports, when the node exposes them. */
  readonly reached: 'by-port' | 'by-host' | 'not'
  /** URL path below the node's host name, for endpoints reached by host. */
  readonly pathPrefix?: string
  /** The name that clients ask for in TLS, when it is not the host they dial. For `tls`. */
  readonly sni?: string
  /** The node itself asks its HTTP clients who they are. */
  readonly authenticates?: boolean
}

/** What a platform can see of the network while it renders for one cluster. */
export interface ClusterView<Top = unknown, Own = unknown> {
  readonly network: Network<Top, Own>
  readonly cluster: string
  readonly material: Material
  /** What a node in this cluster dials to reach an endpoint of `node`. */
  addressOf(node: LedgerNode<Own>, endpoint: string): Address
  /** What everybody else dials, and what nodes of this cluster may dial too. */
  readonly outside: Outside
}

/** One kustomization: a base, and what is different from it. File names are relative to its own folder. */
export interface Overlay {
  /** Base folders of the platform, below its `base/`. */
  readonly bases: readonly string[]
  readonly configMaps: readonly ConfigMapOfFiles[]
  /** Content of those files. */
  readonly files: Readonly<Record<string, string>>
  /** Strategic merge patches: file name to (partial) Kubernetes objects. */
  readonly patches: Readonly<Record<string, readonly object[]>>
  /** New objects: file name to complete Kubernetes objects. */
  readonly objects: Readonly<Record<string, readonly object[]>>
  /** Sealed material that goes with it: file name to its path in `material/sealed`. What is not made yet is left out. */
  readonly sealed: Readonly<Record<string, string>>
  /** Base object names to the names they get. */
  readonly renames: Readonly<Record<string, string>>
}

export interface ConfigMapOfFiles {
  readonly name: string
  readonly files: readonly string[]
  /**
   * `hashed` gets a new name with each content, which restarts what mounts it. `kept` is for what other roots mount: its name
   * has its content's hash already (contentName), and the old one stays while a pod may still mount it.
   */
  readonly naming: 'hashed' | 'plain' | 'kept'
  /** Its files have lines NAME=value, and each of these is an entry: for variables of a container. */
  readonly environment?: true
}

/**
 * A Job: the base object is called `job`, with the annotation `chancery.dev/wait: "false"`, as it waits for others by itself.
 * It gets its name and a hash of all that it consists of, as a Job cannot be changed.
 */
export interface JobOverlay extends Overlay {
  /** Unique in its organization and cluster: `join-trade-peer1`. At most 52 characters. */
  readonly name: string
}

/** A file that the definition names. */
export interface NamedFile {
  /** From the folder of the definition. */
  readonly file: string
  readonly path: Path
}

/** An image that manifests of the platform name. */
export interface PlatformImage {
  /** Without tag, as in the manifests. */
  readonly name: string
  /** Tag where it follows the version of the ledger; the manifests pin the others. */
  readonly tag?: string
}

/** What a ledger was asked for, by a name that never changes: kept in the lock, for the next change to be judged by. */
export type LedgerRecord = Readonly<Record<string, Readonly<Record<string, string>>>>

/** A network before or after a change. */
export interface PlatformRevision<Top = unknown, Own = unknown> {
  readonly network: Network<Top, Own>
  /** With stand-ins for what is missing. */
  readonly material: Material
  /** Where others reach its nodes. */
  readonly outside: Outside
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
  /** Its own fields of an organization, of an external one, of a node, of an external node, and at the top. */
  readonly organizationFields: z.ZodRawShape
  readonly externalOrganizationFields: z.ZodRawShape
  readonly nodeFields: z.ZodRawShape
  readonly externalNodeFields: z.ZodRawShape
  readonly topFields: z.ZodRawShape
  readonly defaultStorage: string
  /** Requests and limits of the base manifests, which a node's own are merged with. */
  readonly defaultResources: ResourceSettings
  /** Every image that its manifests and Jobs use, that of the ledger first, for nodes of a version. */
  images(network: Network<Top, Own>, platformVersion: string): readonly [PlatformImage, ...PlatformImage[]]
  endpoints(node: LedgerNode<Own>): readonly Endpoint[]
  rules(network: Network<Top, Own>): readonly Problem[]
  /** Rules that need public material: what is on disk must fit the definition. */
  materialRules(network: Network<Top, Own>, material: Material, outside: Outside): readonly Problem[]
  material(network: Network<Top, Own>, outside: Outside): readonly MaterialRequest[]
  /** Certificates that can be issued anew for the keys they have. */
  renewals(network: Network<Top, Own>): readonly Renewal[]
  /** Files of the repository that the definition names, with the place where it does. They are in the material, by their path. */
  files?(network: Network<Top, Own>): readonly NamedFile[]
  /** What the lock keeps of this definition; `recorded` is what it keeps so far. */
  record?(network: Network<Top, Own>, material: Material, recorded: LedgerRecord): LedgerRecord
  /** Rules that judge a change by what was asked for before. */
  recordRules?(network: Network<Top, Own>, material: Material, recorded: LedgerRecord): readonly Problem[]
  /** The node as Kustomize. */
  node(node: LedgerNode<Own>, view: ClusterView<Top, Own>): Overlay
  /** What the nodes of one organization in one cluster share: a root of its own, without any node. */
  organization(nodes: readonly LedgerNode<Own>[], view: ClusterView<Top, Own>): Overlay
  /** Idempotent Jobs of one organization in one cluster. They wait for others by trying again, so nobody waits for them. */
  jobs(nodes: readonly LedgerNode<Own>[], view: ClusterView<Top, Own>): readonly JobOverlay[]
  /**
   * In which order the nodes of one cluster take up a change that restarts them: groups, one after the other. The nodes of a
   * group restart at once.
   */
  rollout(nodes: readonly LedgerNode<Own>[]): readonly (readonly LedgerNode<Own>[])[]
  /** What the nodes of one organization in one cluster dial: what has to answer for the ledger to work. */
  probe(nodes: readonly LedgerNode<Own>[], view: ClusterView<Top, Own>): ProbePlan
  /** How a ledger that runs is asked how it is. */
  readonly health?: LedgerHealth<Top, Own>
  /** Commands of its own. */
  readonly commands: readonly PlatformCommand<Top, Own>[]
  /** What the loss of one thing does to consensus, and to who reaches whom. */
  tolerance(network: Network<Top, Own>): FaultReport
  /** What a change does to a ledger that runs, besides what it does to every network. Not for what is an error already. */
  risks(before: PlatformRevision<Top, Own>, after: PlatformRevision<Top, Own>): readonly Risk[]
}
