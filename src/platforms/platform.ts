import type { FileContent } from '../file-content.ts'
import type { Material, MaterialRequest } from '../material/material.ts'
import type { Renewal } from '../material/renewal.ts'
import type { Address } from '../network/address.ts'
import type { Problem } from '../network/finding.ts'
import type { LedgerRecord } from '../network/lock.ts'
import type { LedgerNode, Network, Organization } from '../network/network.ts'
import type { PlatformDefinition } from '../network/platform-definition.ts'
import type { Risk } from '../network/risk.ts'
import type { RiskTexts } from '../network/risk-text.ts'
import type { RuleTopic } from '../network/rule-text.ts'
import type { PlatformAdoption } from './adoption.ts'
import type { PlatformBevel } from './bevel.ts'
import type { PlatformCommand } from './command.ts'
import type { CallPlace, CallProblem, ContractCall } from './contract-call.ts'
import type { DisruptionBudget } from './disruption-budget.ts'
import type { Guard } from './guard.ts'
import type { LedgerHealth, Verdict } from './health.ts'
import type { Inquiry, InquiryAnswer } from './inquiry.ts'
import type { LedgerStatus, LedgerTable } from './live-ledger.ts'
import type { Outside } from './outside.ts'
import type { ProbePlan } from './probe-plan.ts'
import type { PlatformStarter } from './starter.ts'
import type { Fault, FaultReport, Loss } from './tolerance.ts'

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

/** The same for Jobs, which carry out requests to the ledger. */
export interface JobView<Top = unknown, Own = unknown> extends ClusterView<Top, Own> {
  /** What the lock keeps of requests to the ledger, those of this definition included. */
  readonly ledger: LedgerRecord
}

/** One kustomization: a base, and what is different from it. File names are relative to its own folder. */
export interface Overlay {
  /** Base folders of the platform, below its `base/`. */
  readonly bases: readonly string[]
  readonly configMaps: readonly ConfigMapOfFiles[]
  /** Content of those files. Bytes are for `binaryData`. */
  readonly files: Readonly<Record<string, FileContent>>
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
 * A Job: the base object is called `job`. It gets its name and a hash of all that it consists of, as a Job cannot be changed.
 * Its script can run any number of times, and ends within seconds if there is nothing to do. It prints a line for each new state. A line
 * that begins with `waiting for others: ` names what it needs from whom; the last line says what is so now.
 */
export interface JobOverlay extends Overlay {
  /** Unique in its organization and cluster: `join-trade-peer1`. At most 52 characters. */
  readonly name: string
  /** PersistentVolumeClaims in its namespace whose loss undoes what the Job did: it runs again, with direct apply and in the cluster. */
  readonly volumes: readonly string[]
  /**
   * 1, and higher after each reversal of what the Job asks for: a request that comes back makes a new Job. The lock counts (`record`).
   * 1 always where a repeated Job has the same effect.
   */
  readonly generation: number
}

/** An image that manifests of the platform name. */
export interface PlatformImage {
  /** Without tag, as in the manifests. */
  readonly name: string
  /** Tag where it follows the version of the ledger; the manifests pin the others. */
  readonly tag?: string
}

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

/** The same without its pods. */
export type PlatformState<Top = unknown, Own = unknown> = Omit<PlatformRevision<Top, Own>, 'pods'>

/** Keys, certificates and genesis. */
interface PlatformMaterial<Top = unknown, Own = unknown> {
  requests(network: Network<Top, Own>, outside: Outside): readonly MaterialRequest[]
  /** Rules that need public material: what is on disk must fit the definition. */
  rules?(network: Network<Top, Own>, material: Material, outside: Outside): readonly Problem[]
  /** Certificates that can be issued anew for the keys they have. */
  renewals?(network: Network<Top, Own>): readonly Renewal[]
  /** What the lock keeps of this definition; `recorded` is what it keeps so far. */
  record?(network: Network<Top, Own>, material: Material, recorded: LedgerRecord): LedgerRecord
  /** Rules that judge a change by what was asked for before. */
  recordRules?(network: Network<Top, Own>, material: Material, recorded: LedgerRecord): readonly Problem[]
}

/** A table of `deploy/README.md`. Texts may have code in backquotes. */
export interface PlatformSection {
  readonly title: string
  /** Sentences above the table. */
  readonly introduction?: string
  readonly columns: readonly string[]
  readonly rows: readonly (readonly string[])[]
}

/** Kustomize overlays. */
interface PlatformRendering<Top = unknown, Own = unknown> {
  /** Folders beside the platform's own whose `base/` it builds on, as other platforms of its family do. */
  readonly sharedBases?: readonly string[]
  /** Every image that its manifests and Jobs use, that of the ledger first, for nodes of a version. */
  images(network: Network<Top, Own>, platformVersion: string): readonly [PlatformImage, ...PlatformImage[]]
  /** The node as Kustomize. */
  node(node: LedgerNode<Own>, view: ClusterView<Top, Own>): Overlay
  /** What the nodes of one organization in one cluster share: a separate root, without any node. */
  organization(nodes: readonly LedgerNode<Own>[], view: ClusterView<Top, Own>): Overlay
  /** Of evictions, for the nodes of one organization in one cluster. A budget for a single node would forbid draining of its machine. */
  readonly budgets?: readonly DisruptionBudget[]
  /** What `deploy/README.md` has about the ledger: channels, chaincodes, policies. */
  sections?(network: Network<Top, Own>, material: Material): readonly PlatformSection[]
  /** Whom data of a ConfigMap lists as peers, with their addresses, by `carrier/rpc1`; undefined where it holds anything else. */
  peersIn?(
    data: Readonly<Record<string, unknown>>,
    view: ClusterView<Top, Own>,
  ): ReadonlyMap<string, string> | undefined
  /** Idempotent Jobs of one organization in one cluster. They wait for others by trying again. */
  jobs?(nodes: readonly LedgerNode<Own>[], view: JobView<Top, Own>): readonly JobOverlay[]
}

/** A ledger that runs, and what a change does to it. */
interface PlatformOperation<Top = unknown, Own = unknown> {
  /**
   * In which order the nodes of one cluster take up a change that restarts them: groups, one after the other. The nodes of a
   * group restart at once.
   */
  rollout(nodes: readonly LedgerNode<Own>[]): readonly (readonly LedgerNode<Own>[])[]
  /** What the nodes of one organization in one cluster dial: what has to answer for the ledger to work. */
  probe(nodes: readonly LedgerNode<Own>[], view: ClusterView<Top, Own>): ProbePlan
  /** How a ledger that runs is asked how it is. */
  readonly health?: LedgerHealth<Top, Own>
  /** What a probe asks with keys that stay in the cluster, or in the ledger's own protocol: Jobs for the nodes of one organization in one cluster. */
  inquiries?(nodes: readonly LedgerNode<Own>[], view: ClusterView<Top, Own>): readonly Inquiry[]
  /** What their answers mean. */
  judgeInquiries?(network: Network<Top, Own>, material: Material, answers: readonly InquiryAnswer[]): readonly Verdict[]
  /** Who can make a call of a contract, of one cluster or of all: the smoke test of `verify`. */
  callPlace?(network: Network<Top, Own>, call: ContractCall, cluster?: string): CallPlace | CallProblem
  /** The Job that makes it. */
  callInquiry?(place: CallPlace, call: ContractCall, view: ClusterView<Top, Own>): Inquiry
  /** What it printed. */
  judgeCall?(call: ContractCall, output: string): Verdict
  /** What `status` shows of the ledger: blocks, peers, and parts such as channels. */
  readonly status?: LedgerStatus<Top, Own>
  /** What the loss of one thing does to consensus, and to who reaches whom. The material has files of a ledger that the nodes join. */
  tolerance(network: Network<Top, Own>, material: Material): FaultReport
  /** The same for one loss, whatever it is: the nodes that fail together, and the Ambassadors. */
  faultOf(network: Network<Top, Own>, loss: Loss, material: Material): Fault
  /** Parts of the ledger beside its nodes, such as channels, as they are defined. */
  parts?(network: Network<Top, Own>): readonly LedgerTable[]
  /** What keeps others out of a node, with the values in effect: fields, and the settings that can override them. */
  guards?(node: LedgerNode<Own>, network: Network<Top, Own>, material: Material): readonly Guard[]
  /** What a change does to a ledger that runs, besides what it does to every network. Not for what is an error already. */
  risks(before: PlatformRevision<Top, Own>, after: PlatformRevision<Top, Own>): readonly Risk[]
  /** What people have to do at the ledger before a change is merged, as the merge comes too late for it: sentences, with code in backquotes. */
  tasksBefore?(before: PlatformState<Top, Own>, after: PlatformState<Top, Own>): readonly string[]
  /** What people have to do at the ledger after a change is merged, that was not to do before: sentences, with code in backquotes. */
  tasks?(before: PlatformState<Top, Own> | undefined, after: PlatformState<Top, Own>): readonly string[]
  /** Why Jobs come with a change: sentences. */
  jobReasons?(before: PlatformState<Top, Own> | undefined, after: PlatformState<Top, Own>): readonly string[]
}

/** What an organization with signers agrees to by its signature, beside its own entry, nodes and files. */
interface PlatformConsent<Top = unknown, Own = unknown> {
  /**
   * What the platform's own top-level keys require of an organization, by a word for people: ledgers that it takes part in, what its
   * administrators approve, for whom its nodes vote. Values as they are used, without those of absent fields; files that they name
   * by digest.
   */
  agreements(
    network: Network<Top, Own>,
    organization: Organization,
    material: Material,
  ): Readonly<Record<string, unknown>>
  /** Whether a file outside of the organization's folders in `material/` is one that only it could make: a signature. */
  isOwnFile?(path: string, organization: Organization): boolean
}

/** How a ledger continues with another platform of its family, which is not by a change of the same definition. */
export interface Continuation {
  /** Why the definition cannot change, as the rest of a sentence. */
  readonly message: string
  readonly hint: string
}

/** Descriptions of the rules and risks that a ledger adds, for people. */
export interface PlatformTexts {
  readonly rules: readonly RuleTopic[]
  readonly risks: RiskTexts
}

/**
 * A ledger. Adding one is a folder in `platforms/` (copy `_template/`), a line in `platforms/index.ts` and a golden case.
 * `Top` are its own top-level keys, `Own` its own fields of a node. Methods (not function properties), so that a
 * platform of known types is a platform of unknown ones: the table in index.ts holds them all.
 */
export interface Platform<Top = unknown, Own = unknown> {
  readonly definition: PlatformDefinition<Top, Own>
  readonly material: PlatformMaterial<Top, Own>
  readonly rendering: PlatformRendering<Top, Own>
  readonly operation: PlatformOperation<Top, Own>
  readonly starter: PlatformStarter
  readonly consent?: PlatformConsent<Top, Own>
  /** How a ledger that runs already comes into a definition. */
  readonly adoption?: PlatformAdoption
  readonly texts: PlatformTexts
  readonly commands?: readonly PlatformCommand<Top, Own>[]
  /** The way to another platform that shares its bases. */
  readonly continuation?: Continuation
  /** How files of Hyperledger Bevel for this ledger become a definition. */
  readonly bevel?: PlatformBevel
}
