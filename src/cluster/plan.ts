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
import { inOrder } from './stages.ts'

/** What a cluster should hold of a network. */
export interface DesiredState {
  readonly network: string
  /** The cluster's name in the definition. */
  readonly cluster: string
  /** Of the Ambassador: the inventory is kept there. */
  readonly namespace: string
  /** With Secrets as they are meant to be read: never print them. */
  readonly objects: readonly KubernetesObject[]
  /** Sealed Secrets were left out for want of a key: then no Secret is looked at, which is a right of its own. */
  readonly withoutSecrets?: boolean
  /** As whom its objects are applied; all with the rights of whoever applies when absent. */
  readonly accounts?: Accounts
  /** All clusters of the network. */
  readonly places: readonly ClusterContext[]
  /** Values of `app.kubernetes.io/component` of nodes that take part in consensus. */
  readonly consensusRoles: readonly string[]
  /** True for a cluster on a person's machine, where a load balancer may never get an address. */
  readonly addressless: boolean
  /** Where its objects come from; undefined where nothing is in git. */
  readonly commit?: DesiredCommit
  /** In which order its nodes restart; without it all at once. */
  readonly rollout?: Rollout
}

/** The difference between what a cluster should hold and what it holds. */
export interface ClusterPlan {
  readonly serverVersion: string
  readonly steps: readonly Step[]
  readonly refused: readonly Refused[]
  readonly warnings: readonly string[]
  readonly orphans: readonly Orphan[]
  /** Clusters that the network was applied to, and that have left the definition. */
  readonly leftClusters: readonly ClusterContext[]
}

export interface ClusterPlanOptions {
  readonly force: boolean
  /** See RehearsalInput; false when absent. */
  readonly heedFlux?: boolean
  /** Compare what is there by reading it, in place of a dry run, which takes the rights to write. */
  readonly readOnly?: boolean
  /** Objects that may be pruned although a guard would keep them, as `Kind namespace/name`. */
  readonly named: ReadonlySet<string>
  readonly signal: AbortSignal
}

export interface Planned {
  readonly plan: ClusterPlan
  readonly inventory: Inventory
  readonly live: LiveObjects
}

/** Compares without changing anything. Throws OperatorError when the cluster does not let us. */
export async function planCluster(
  api: Api,
  resources: Resources,
  desired: DesiredState,
  options: ClusterPlanOptions,
): Promise<Planned> {
  const { network, namespace, objects, places, consensusRoles } = desired
  const [version, inventory] = await Promise.all([serverVersion(api), readInventory(api, network, namespace)])
  const live = liveObjects(api, resources, network)
  const { steps, refused, warnings } = await (options.readOnly === true ? compare : rehearse)(inOrder(objects), {
    api,
    resources,
    live,
    inventory,
    force: options.force,
    heedFlux: options.heedFlux ?? false,
    accounts: desired.accounts ?? noAccounts,
    signal: options.signal,
  })
  const isLookedAt = ({ kind }: { readonly kind: string }): boolean =>
    kind !== 'Secret' || desired.withoutSecrets !== true
  const gone = without(inventory.entries, objects).filter(isLookedAt)
  const orphans = await findOrphans(gone, live, {
    network,
    consensusRoles,
    named: options.named,
  })
  const names = new Set(places.map(({ name }) => name))
  return {
    plan: {
      serverVersion: version,
      steps,
      refused,
      warnings,
      orphans,
      leftClusters: inventory.places.filter(({ name }) => !names.has(name)),
    },
    inventory,
    live,
  }
}

/** What can become ready: not a Job that has run and is gone, nor an address where nobody gives any. */
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
