import { type Accounts, noAccounts } from './accounts.ts'
import type { Api } from './api.ts'
import type { DesiredCommit } from './commit.ts'
import { compare } from './comparison.ts'
import { type ClusterContext, type Inventory, readInventory, without } from './inventory.ts'
import { type LiveObjects, liveObjects } from './live-objects.ts'
import type { KubernetesObject } from './objects.ts'
import { findOrphans, type Orphan } from './orphans.ts'
import { type Refused, rehearse, type Step } from './rehearsal.ts'
import { type Resources, serverVersion } from './resources.ts'
import type { Rollout } from './rollout.ts'
import { withJobsToRunAgain } from './run-again.ts'
import {
  type Elsewhere,
  type ElsewhereAnswer,
  findRunningTwice,
  nothingElsewhere,
  refusedTwice,
} from './running-twice.ts'
import { inOrder } from './stages.ts'

/** The desired state of a network in a cluster. */
export interface DesiredState {
  readonly network: string
  /** The cluster's name in the definition. */
  readonly cluster: string
  /** Of the Ambassador: the inventory is kept there. */
  readonly namespace: string
  /** With decrypted Secrets: never print them. */
  readonly objects: readonly KubernetesObject[]
  /** Sealed Secrets were left out without a key: then no Secret is read, which would need a further right. */
  readonly withoutSecrets?: boolean
  /** The accounts that apply its objects; all with the caller's rights when absent. */
  readonly accounts?: Accounts
  /** All clusters of the network. */
  readonly places: readonly ClusterContext[]
  /** Values of `app.kubernetes.io/component` of nodes that take part in consensus. */
  readonly consensusRoles: readonly string[]
  /** True for a cluster on a person's machine, where a load balancer may never get an address. */
  readonly addressless: boolean
  /** The commit of its objects; undefined outside git. */
  readonly commit?: DesiredCommit
  /** The order in which its nodes restart; all at once when absent. */
  readonly rollout?: Rollout
}

/** The difference between the desired and the live state of a cluster. */
export interface ClusterPlan {
  readonly serverVersion: string
  readonly steps: readonly Step[]
  readonly refused: readonly Refused[]
  readonly warnings: readonly string[]
  readonly orphans: readonly Orphan[]
  /** Clusters of the inventory that left the definition. */
  readonly leftClusters: readonly ClusterContext[]
  /** Its nodes in other clusters. */
  readonly elsewhere: ElsewhereAnswer
}

export interface ClusterPlanOptions {
  readonly force: boolean
  /** See RehearsalInput; false when absent. */
  readonly heedFlux?: boolean
  /** Compare by reading live objects, instead of a dry run, which needs the rights to write. */
  readonly readOnly?: boolean
  /** Objects to prune although a guard would keep them, as `Kind namespace/name`. */
  readonly named: ReadonlySet<string>
  /** Where else its nodes may run; nobody is asked when absent. */
  readonly elsewhere?: Elsewhere
  readonly signal: AbortSignal
}

export interface Planned {
  readonly plan: ClusterPlan
  readonly inventory: Inventory
  readonly live: LiveObjects
}

/** Compares without changes. Throws OperatorError when the cluster refuses. */
export async function planCluster(
  api: Api,
  resources: Resources,
  desired: DesiredState,
  options: ClusterPlanOptions,
): Promise<Planned> {
  const { network, namespace, objects, places, consensusRoles } = desired
  const [version, inventory] = await Promise.all([serverVersion(api), readInventory(api, network, namespace)])
  const live = liveObjects(api, resources, network)
  const {
    steps: found,
    refused,
    warnings,
  } = await (options.readOnly === true ? compare : rehearse)(inOrder(objects), {
    api,
    resources,
    live,
    inventory,
    force: options.force,
    heedFlux: options.heedFlux ?? false,
    accounts: desired.accounts ?? noAccounts,
    signal: options.signal,
  })
  const steps = await withJobsToRunAgain(found, live, inventory)
  const isLookedAt = ({ kind }: { readonly kind: string }): boolean =>
    kind !== 'Secret' || desired.withoutSecrets !== true
  const gone = without(inventory.entries, objects).filter(isLookedAt)
  const orphans = await findOrphans(gone, live, {
    network,
    consensusRoles,
    named: options.named,
  })
  const names = new Set(places.map(({ name }) => name))
  const self = places.find(({ name }) => name === desired.cluster)
  const elsewhere =
    options.elsewhere === undefined || self === undefined
      ? nothingElsewhere
      : await findRunningTwice(steps, { network, self, inventory, live, elsewhere: options.elsewhere })
  return {
    plan: {
      serverVersion: version,
      steps,
      refused: [...refused, ...refusedTwice(elsewhere, consensusRoles)],
      warnings,
      orphans,
      leftClusters: inventory.places.filter(({ name }) => !names.has(name)),
      elsewhere,
    },
    inventory,
    live,
  }
}

/** Objects that can become ready: no Job that ran and removed itself, and no address where none is assigned. */
export async function waitable(
  { steps }: ClusterPlan,
  live: LiveObjects,
  { addressless }: DesiredState,
): Promise<readonly KubernetesObject[]> {
  const there = await Promise.all(
    steps.map(
      async ({ object, action }) =>
        !(addressless && object.kind === 'Service') &&
        (object.kind !== 'Job' || action !== 'keep' || (await live.get(object)) !== undefined),
    ),
  )
  return steps.map(({ object }) => object).filter((_, index) => there[index])
}

export const changes = ({ steps }: Pick<ClusterPlan, 'steps'>): Step[] =>
  steps.filter(({ action }) => action !== 'keep')
