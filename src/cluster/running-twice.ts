import { OperatorError } from '../errors.ts'
import type { Api } from './api.ts'
import { type ClusterContext, type Inventory, readInventory } from './inventory.ts'
import { listObjects } from './list.ts'
import { getObject, type LiveObjects, selectorOf } from './live-objects.ts'
import { at, type KubernetesObject, keyOf, nameOf } from './objects.ts'
import { takesPart } from './orphans.ts'
import type { Refused, Step } from './rehearsal.ts'

/** Where else the nodes of a network may run. */
export interface Elsewhere {
  /** The other clusters of the definition. */
  readonly places: readonly NetworkPlace[]
  /** Ask about all nodes; otherwise about those that are created or changed. */
  readonly all: boolean
  /** Throws OperatorError when the kubeconfig has no such context, or the cluster does not answer. */
  connect(context: string): Promise<Api>
}

interface NetworkPlace extends ClusterContext {
  /** Of the Ambassador: the inventory is kept there. */
  readonly namespace: string
}

/** A node that this cluster has or gets, and that another cluster runs. */
interface RunningTwice {
  readonly object: KubernetesObject
  readonly place: ClusterContext
  /** Whether it does not run in this cluster yet. */
  readonly starts: boolean
}

export interface ElsewhereAnswer {
  readonly twice: readonly RunningTwice[]
  /** Places that could not be asked, with the reason. */
  readonly unasked: readonly { readonly place: ClusterContext; readonly reason: string }[]
}

export const nothingElsewhere: ElsewhereAnswer = { twice: [], unasked: [] }

export interface ElsewhereQuestion {
  readonly network: string
  readonly self: ClusterContext
  readonly inventory: Inventory
  readonly live: LiveObjects
  readonly elsewhere: Elsewhere
}

/**
 * Finds nodes that other clusters run as well. A node is a StatefulSet, whose namespace and name no other node of the network
 * has. Asks the other clusters of the definition, and contexts under which any of them was applied before: after a restore,
 * the old cluster is known by its old context.
 */
export async function findRunningTwice(steps: readonly Step[], question: ElsewhereQuestion): Promise<ElsewhereAnswer> {
  const { self, inventory, elsewhere } = question
  const nodes = steps.filter(
    ({ object, action }) => object.kind === 'StatefulSet' && (elsewhere.all || action !== 'keep'),
  )
  if (nodes.length === 0) return nothingElsewhere
  const others = elsewhere.places.filter(({ context }) => context !== self.context)
  const asked = await Promise.all(others.map((place) => askPlace(place, nodes, question)))
  const known = new Set([self.context, ...others.map(({ context }) => context)])
  const before = [inventory, ...asked.flatMap(({ inventory: theirs }) => theirs ?? [])].flatMap(({ places }) => places)
  const former = new Map(before.filter(({ context }) => !known.has(context)).map((place) => [place.context, place]))
  const found = [
    ...asked,
    ...(await Promise.all([...former.values()].map((place) => askPlace(place, nodes, question)))),
  ]
  return {
    twice: found.flatMap(({ twice }) => twice),
    unasked: found.flatMap(({ place, reason }) => (reason === undefined ? [] : [{ place, reason }])),
  }
}

interface PlaceAnswer {
  readonly place: ClusterContext
  readonly twice: readonly RunningTwice[]
  readonly inventory?: Inventory
  readonly reason?: string
}

async function askPlace(
  place: ClusterContext & Partial<NetworkPlace>,
  nodes: readonly Step[],
  { network, live, elsewhere }: ElsewhereQuestion,
): Promise<PlaceAnswer> {
  let api: Api | undefined
  try {
    api = await elsewhere.connect(place.context)
    const theirs = await statefulSets(api, network, nodes)
    const twice: RunningTwice[] = []
    for (const { object } of nodes) {
      const other = theirs.get(keyOf(object))
      if (other === undefined || !runs(other)) continue
      const own = await live.get(object)
      // Another name for the same cluster.
      if (own !== undefined && own.metadata.uid === other.metadata.uid) continue
      twice.push({ object, place, starts: own === undefined || !runs(own) })
    }
    const { namespace } = place
    const inventory = namespace === undefined ? undefined : await readInventory(api, network, namespace)
    return { place, twice, ...(inventory === undefined ? {} : { inventory }) }
  } catch (error) {
    if (!(error instanceof OperatorError)) throw error
    return { place, twice: [], reason: error.message }
  } finally {
    api?.close()
  }
}

/** Those of the network by their keys: one by one where listing is forbidden. */
async function statefulSets(
  api: Api,
  network: string,
  nodes: readonly Step[],
): Promise<ReadonlyMap<string, KubernetesObject>> {
  const type = { apiVersion: 'apps/v1', kind: 'StatefulSet' }
  const listed = await listObjects(api, '/apis/apps/v1/statefulsets', { type, selector: selectorOf(network) })
  if (!('status' in listed)) return new Map(listed.map((object) => [keyOf(object), object]))
  const single = nodes.map(({ object: { metadata } }) =>
    getObject(api, `/apis/apps/v1/namespaces/${metadata.namespace}/statefulsets/${metadata.name}`),
  )
  return new Map(
    (await Promise.all(single)).flatMap((object) => (object === undefined ? [] : [[keyOf(object), object]])),
  )
}

/** Whether it has a pod, or gets one. */
const runs = (object: KubernetesObject): boolean =>
  (at(object, 'spec', 'replicas') ?? 1) !== 0 || (at(object, 'status', 'replicas') ?? 0) !== 0

/** Nodes of the consensus that would start a second time. */
export const refusedTwice = ({ twice }: ElsewhereAnswer, consensusRoles: readonly string[]): readonly Refused[] =>
  twice
    .filter(({ object, starts }) => starts && takesPart(object, consensusRoles))
    .map(({ object, place }) => ({
      object,
      refusal: {
        kind: 'runs-elsewhere',
        message: `${nameOf(object)} still runs in cluster ${place.name} (context ${place.context}): a second copy of its key would break the consensus`,
        hint: stopIt(object, place),
        fields: [],
      },
    }))

/** What to do about one that runs twice. */
export const stopIt = ({ metadata }: KubernetesObject, { context }: ClusterContext): string =>
  `stop one of them for good; the one of context ${context}: kubectl -n ${metadata.namespace} scale statefulset ${metadata.name} --replicas=0`
