import { type Api, isSuccess } from './api.ts'
import { at, isObject, isRecord, type KubernetesObject, listAt, nameOf } from './objects.ts'
import { type ClusterPlan, type ClusterPlanOptions, type DesiredState, planCluster, waitable } from './plan.ts'
import { isAwaited, notReady } from './readiness.ts'
import { resourcesOf } from './resources.ts'
import { statusOf } from './status/status.ts'

/** How a cluster compares with what it should hold. */
export interface Verified {
  /** What applying would do: the drift. */
  readonly plan: ClusterPlan
  /** How many of the desired objects can be ready or not. */
  readonly awaited: number
  /** Those of them that are not, with the reason. */
  readonly unready: readonly string[]
  /** Where the Ambassador is reached: IP addresses or host names of its load balancer; empty while it has none. */
  readonly addresses: readonly string[]
  /** Whether it has to have one. */
  readonly addressless: boolean
  /** When something was last changed by `apply`: ISO 8601; empty when it never was. */
  readonly applied: string
}

/** Looks, and changes nothing. */
export async function verifyCluster(api: Api, desired: DesiredState, options: ClusterPlanOptions): Promise<Verified> {
  const { plan, live, inventory } = await planCluster(api, resourcesOf(api), desired, options)
  const awaited = (await waitable(plan, live, desired)).filter(isAwaited)
  const unready = await Promise.all(
    (await notReady(awaited, live)).map(async (object) => {
      const found = await live.get(object)
      return `${nameOf(object)}: ${found === undefined ? 'it is not there' : statusOf(found).message}`
    }),
  )
  const service = entranceOf(desired)
  const found = service === undefined ? undefined : await live.get(service)
  return {
    plan,
    awaited: awaited.length,
    unready,
    addresses: addressesOf(found),
    addressless: desired.addressless,
    applied: inventory.applied,
  }
}

/** Where the Ambassador is, as `addresses` above; empty too where the server does not tell. */
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

const addressesOf = (service: KubernetesObject | undefined): string[] =>
  listAt(service, 'status', 'loadBalancer', 'ingress')
    .filter(isRecord)
    .flatMap(({ ip, hostname }) => [ip, hostname].filter((address) => typeof address === 'string'))
