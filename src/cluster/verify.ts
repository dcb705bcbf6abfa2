import { type Api, isSuccess } from './api.ts'
import { at, isObject, isRecord, type KubernetesObject, listAt, nameOf } from './objects.ts'
import { type ClusterPlan, type ClusterPlanOptions, type DesiredState, planCluster } from './plan.ts'
import { canBeReady, isAwaited } from './readiness.ts'
import type { Step } from './rehearsal.ts'
import { resourcesOf } from './resources.ts'
import { statusOf } from './status/status.ts'
import { isReady } from './unready.ts'

/** A desired object that can be ready or not. */
export interface ObjectState {
  readonly object: KubernetesObject
  /** False for what takes its own time, such as a Job that waits for other clusters: it may be open for long. */
  readonly awaited: boolean
  /** Undefined where it does not exist. */
  readonly live: KubernetesObject | undefined
  readonly ready: boolean
  readonly message: string
}

/** The comparison of a cluster with its desired state. */
export interface Verified {
  /** The changes that applying would make: the drift. */
  readonly plan: ClusterPlan
  /** The number of desired objects with a readiness. */
  readonly awaited: number
  /** The objects among them that are not ready, with the reason. */
  readonly unready: readonly string[]
  /** Each of them as the cluster has it, and what takes its own time. */
  readonly states: readonly ObjectState[]
  /** Addresses of the Ambassador: IP addresses or host names of its load balancer; empty while it has none. */
  readonly addresses: readonly string[]
  /** Whether it must have one. */
  readonly addressless: boolean
  /** Time of the last change by `apply`: ISO 8601; empty without one. */
  readonly applied: string
}

/** Compares without changes. */
export async function verifyCluster(api: Api, desired: DesiredState, options: ClusterPlanOptions): Promise<Verified> {
  const { plan, live, inventory } = await planCluster(api, resourcesOf(api), desired, options)
  const steps = plan.steps.filter(
    ({ object }) => canBeReady(object) && !(desired.addressless && object.kind === 'Service'),
  )
  const states = await Promise.all(steps.map(async (step) => stateOf(step, await live.get(step.object))))
  const awaited = states.filter((state) => state.awaited)
  const service = entranceOf(desired)
  const found = service === undefined ? undefined : await live.get(service)
  return {
    plan,
    awaited: awaited.length,
    unready: awaited.filter(({ ready }) => !ready).map(({ object, message }) => `${nameOf(object)}: ${message}`),
    states,
    addresses: addressesOf(found),
    addressless: desired.addressless,
    applied: inventory.applied,
  }
}

/** A Job that has run and is gone is ready, and nobody waits for it. */
function stateOf({ object, action }: Step, live: KubernetesObject | undefined): ObjectState {
  if (live !== undefined)
    return { object, awaited: isAwaited(object), live, ready: isReady(object, live), message: statusOf(live).message }
  const isJob = object.kind === 'Job'
  const ready = isJob && action === 'keep'
  return { object, awaited: isAwaited(object) && !isJob, live, ready, message: ready ? 'has run' : 'it does not exist' }
}

/** The addresses of the Ambassador, as `addresses` above; also empty where reading is forbidden. */
export async function ambassadorAddresses(api: Api, desired: DesiredState): Promise<readonly string[]> {
  const service = entranceOf(desired)
  if (service === undefined) return []
  const { name, namespace } = service.metadata
  const answer = await api.request('GET', `/api/v1/namespaces/${namespace}/services/${name}`)
  return isSuccess(answer) && isObject(answer.body) ? addressesOf(answer.body) : []
}

const entranceOf = ({ objects, namespace }: DesiredState): KubernetesObject | undefined =>
  objects.find(
    ({ kind, metadata, spec }) =>
      kind === 'Service' && metadata.namespace === namespace && at(spec, 'type') === 'LoadBalancer',
  )

export const addressesOf = (service: KubernetesObject | undefined): string[] =>
  listAt(service, 'status', 'loadBalancer', 'ingress')
    .filter(isRecord)
    .flatMap(({ ip, hostname }) => [ip, hostname].filter((address) => typeof address === 'string'))
