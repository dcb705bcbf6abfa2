import { routesOf } from '../../../../src/ambassador/routes.ts'
import type { Address } from '../../../../src/network/address.ts'
import type { LedgerNode } from '../../../../src/network/network.ts'
import type { NetworkPart } from '../networks.ts'
import type { StandIn } from '../stand-in.ts'

/** An address that a pod dials. */
interface Dialled extends Address {
  /** The cluster whose Ambassador it is; absent for nodes of others. */
  readonly cluster?: string
}

/** What a ledger is meant to do, as its documentation says it: read from the definition, never from a policy. */
export interface LedgerModel {
  /** Whether a pod lets another one in at a port. */
  accepts(target: StandIn, port: number, source: StandIn): boolean
  /** Whether a pod of a network may dial another one of its cluster. */
  dials(source: StandIn, target: StandIn, port: number): boolean
  /** What a pod dials elsewhere: at the Ambassador of another cluster, or of its own. */
  dialled(source: StandIn): readonly Dialled[]
}

export const isSameNamespace = (one: StandIn, other: StandIn): boolean => one.namespace === other.namespace

/** All pods in the namespaces of a network count as its members: nodes and its Ambassador cannot be told apart further. */
export const isMember = (one: StandIn, other: StandIn): boolean =>
  one.part?.checked === other.part?.checked && !(one.kind === 'emissary' && isExisting(one))

export const isOfAmbassador = (pod: StandIn, { part }: StandIn): boolean =>
  part !== undefined &&
  part === pod.part &&
  pod.namespace === part.checked.network.clusters.find(({ name }) => name === part.cluster)?.ambassador.namespace

const isExisting = ({ part }: StandIn): boolean =>
  part?.checked.network.clusters.find(({ name }) => name === part.cluster)?.ambassador.existing === true

export function nodeOf({ part, namespace, of }: StandIn): LedgerNode | undefined {
  return part?.checked.network.nodes.find(
    ({ name, organization, cluster }) =>
      name === of && organization.namespace === namespace && cluster.name === part.cluster,
  )
}

export const isMonitoring = ({ part }: StandIn, { namespace }: StandIn): boolean =>
  part?.checked.network.monitoring.namespaces.includes(namespace) === true

/** Addresses of nodes at Ambassadors, of the whole network. */
export function routed({ checked }: NetworkPart): ReturnType<typeof routesOf> {
  return routesOf(checked.network, checked.platform, checked.lock.ports)
}
