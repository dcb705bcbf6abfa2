import { type Api, isSuccess } from './api.ts'
import { at, isObject, isRecord, type KubernetesObject, listAt, nameOf } from './objects.ts'
import { type OpenJob, openJobs, openJobText } from './open-jobs.ts'
import { type ClusterPlan, type ClusterPlanOptions, type DesiredState, planCluster } from './plan.ts'
import { podsOfNetwork } from './pods-of-network.ts'
import { isAwaited } from './readiness.ts'
import type { Step } from './rehearsal.ts'
import { resourcesOf } from './resources.ts'
import { statusOf } from './status/status.ts'
import { isReady } from './unready.ts'

/** A desired object that can be ready or not. */
export interface ObjectState {
  readonly object: KubernetesObject
  /** Undefined where it does not exist. */
  readonly live: KubernetesObject | undefined
  readonly ready: boolean
  readonly message: string
  /** Of a Job that is not done. */
  readonly job?: OpenJob
}

/** The comparison of a cluster with its desired state. */
export interface Verified {
  /** The changes that applying would make: the drift. */
  readonly plan: ClusterPlan
  /** The number of desired objects with a readiness. */
  readonly awaited: number
  /** The objects among them that are not ready, with the reason. */
  readonly unready: readonly string[]
  /** Each of them as the cluster has it. */
  readonly states: readonly ObjectState[]
  /** Addresses of the Ambassador: IP addresses or host names of its load balancer; empty while it has none. */
  readonly addresses: readonly string[]
  /** Whether it has a Service of the type LoadBalancer, which gets one. */
  readonly balanced: boolean
  /** Whether it may be without one. */
  readonly addressless: boolean
  /** Time of the last change by `apply`: ISO 8601; empty without one. */
  readonly applied: string
}

/** Compares without changes. */
export async function verifyCluster(api: Api, desired: DesiredState, options: ClusterPlanOptions): Promise<Verified> {
  const { plan, live, inventory } = await planCluster(api, resourcesOf(api), desired, options)
  const steps = plan.steps.filter(
    ({ object }) => isAwaited(object) && !(desired.addressless && object.kind === 'Service'),
  )
  const found = await Promise.all(steps.map(async (step) => stateOf(step, await live.get(step.object))))
  const states = await withLogs(found, api, desired.network, options.signal)
  const service = entranceOf(desired)
  const entrance = service === undefined ? undefined : await live.get(service)
  return {
    plan,
    awaited: states.length,
    unready: states.filter(({ ready }) => !ready).map(stateText),
    states,
    addresses: addressesOf(entrance),
    balanced: service !== undefined,
    addressless: desired.addressless,
    applied: inventory.applied,
  }
}

/** A Job that removed itself has run. */
function stateOf({ object, action, again }: Step, live: KubernetesObject | undefined): ObjectState {
  if (again?.old !== undefined) return { object, live, ready: false, message: 'has to run again' }
  if (live !== undefined) return { object, live, ready: isReady(object, live), message: statusOf(live).message }
  const ready = action === 'keep' && isReady(object, live)
  return { object, live, ready, message: ready ? 'has run' : 'it does not exist' }
}

/** One line. */
export const stateText = ({ object, message, job }: ObjectState): string =>
  job === undefined ? `${nameOf(object)}: ${message}` : openJobText(job, message)

/** The same, with what each Job that is not done wrote last. */
async function withLogs(
  states: readonly ObjectState[],
  api: Api,
  network: string,
  signal: AbortSignal,
): Promise<readonly ObjectState[]> {
  const open = states.flatMap(({ live, ready }) =>
    live?.kind === 'Job' && !ready && statusOf(live).state !== 'current' ? [live] : [],
  )
  if (open.length === 0) return states
  const jobs = await openJobs(open, (await podsOfNetwork(api, network, signal)) ?? [], { api, signal })
  return states.map((state) => {
    const job = jobs.find((one) => one.job === state.live)
    return job === undefined ? state : { ...state, job }
  })
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
