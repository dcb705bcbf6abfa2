import { nameAdvice } from '../../ambassador/name-advice.ts'
import { expectedAddresses, namesIn, resolutions } from '../../ambassador/resolution.ts'
import type { Route } from '../../ambassador/routes.ts'
import { missingRights, rightsToApply, rightText } from '../../cluster/access-review.ts'
import { type Api, isSuccess, messageOf } from '../../cluster/api.ts'
import { listObjects } from '../../cluster/list.ts'
import { getObject } from '../../cluster/live-objects.ts'
import { at, type KubernetesObject } from '../../cluster/objects.ts'
import { resourcesOf } from '../../cluster/resources.ts'
import { addressesOf } from '../../cluster/verify.ts'
import { OperatorError } from '../../errors.ts'
import type { Cluster, Network } from '../../network/network.ts'
import { failed, type Judgement, ok, unknown, warning } from '../../report/doctor/doctor-check.ts'
import { counted, several } from '../../words.ts'
import type { DoctorPorts } from '../ports.ts'

/** A cluster that answers, and what the definition has for it. */
export interface ClusterSubject {
  readonly api: Api
  readonly network: Network
  readonly cluster: Cluster
  readonly context: string
  readonly routes: readonly Route[]
  /** Undefined where nothing can be rendered yet. */
  readonly objects: readonly KubernetesObject[] | undefined
  readonly ports: DoctorPorts
  readonly lookup: ReturnType<DoctorPorts['lookupAt']>
}

/** Versions whose server-side apply and Pod Security are what is rendered for. */
const oldestMinor = 28

/** Seconds: a token or certificate is refused by a clock that is far off, long before people see it. */
const clockWarning = 30
const clockFailure = 300

/** The version and the clock, which come with one answer. */
export async function serverChecks({ api, context, ports }: ClusterSubject) {
  const asked = ports.now()
  const answer = await api.request('GET', '/version', { signal: ports.signal })
  const received = ports.now()
  if (!isSuccess(answer))
    throw new OperatorError(
      `the API server of the context ${context} answers: ${messageOf(answer)}`,
      'is the kubeconfig the right one?',
    )
  const version = String(at(answer.body, 'gitVersion'))
  const [, major = '0', minor = '0'] = /^v(\d+)\.(\d+)/.exec(version) ?? []
  const isOld = Number(major) < 1 || (Number(major) === 1 && Number(minor) < oldestMinor)
  return {
    'API server': isOld
      ? warning(`Kubernetes ${version}`, `upgrade to 1.${oldestMinor} or newer`)
      : ok(`Kubernetes ${version}, context ${context}`),
    clock: clockCheck(answer.date, (asked.getTime() + received.getTime()) / 2),
  }
}

function clockCheck(server: Date | undefined, here: number): Judgement {
  if (server === undefined) return unknown('the API server does not tell its time')
  // The header has whole seconds.
  const seconds = Math.round(Math.max(0, Math.abs(server.getTime() - here) - 1000) / 1000)
  const seen =
    seconds === 0
      ? 'no difference to the API server'
      : `${seconds} s ${server.getTime() > here ? 'behind' : 'ahead of'} the API server`
  const hint = 'synchronize the clocks of this machine and of the cluster (NTP)'
  if (seconds > clockFailure) return failed(seen, hint)
  return seconds > clockWarning ? warning(seen, hint) : ok(seen)
}

/** Asks the server for each right that `apply` needs. */
export async function rightsCheck({ api, objects, ports }: ClusterSubject, hasFlux: boolean): Promise<Judgement> {
  if (objects === undefined) return unknown('what would be applied cannot be rendered yet')
  const rights = await rightsToApply(objects, resourcesOf(api))
  const missing = await missingRights(api, rights, ports.signal)
  if (missing.length === 0) return ok(`this account has all ${rights.length} rights to apply`)
  const seen = `${missing.length} of ${rights.length} rights to apply are missing: ${several(missing.map(rightText), 3)}`
  const hint = 'bind the ClusterRole of docs/apply.md#rights to this account'
  return hasFlux ? warning(seen, `${hint}; Flux applies without them`) : failed(seen, hint)
}

/** Namespaces that exist already keep their labels until the first apply: another level may refuse pods. */
export async function podSecurityCheck({ api, objects }: ClusterSubject): Promise<Judgement> {
  if (objects === undefined) return unknown('what would be applied cannot be rendered yet')
  const label = 'pod-security.kubernetes.io/enforce'
  const namespaces = objects.filter(({ kind }) => kind === 'Namespace')
  const levels = await Promise.all(
    namespaces.map(async ({ metadata }) => {
      const live = await getObject(api, `/api/v1/namespaces/${metadata.name}`)
      return {
        name: metadata.name,
        desired: metadata.labels?.[label],
        live: live?.metadata.labels?.[label],
        exists: live !== undefined,
      }
    }),
  )
  const other = levels.filter(({ exists, desired, live }) => exists && desired !== undefined && live !== desired)
  if (other.length > 0)
    return warning(
      other
        .map(({ name, live = 'no level', desired }) => `namespace ${name} enforces ${live} in place of ${desired}`)
        .join(', '),
      'applying sets the label; see who set the other one',
    )
  const existing = levels.filter(({ exists }) => exists).length
  return ok(`${existing} of ${counted(levels.length, 'namespace')} exist, none enforces another level`)
}

/** The load balancer of the Ambassador, and the names that must resolve to it. */
export async function entranceChecks(subject: ClusterSubject) {
  const { api, cluster, routes, lookup } = subject
  const { ambassador } = cluster
  if (ambassador.publish !== 'LoadBalancer')
    return {
      'load balancer': ok(`none is needed: the Ambassador uses ${ambassador.publish}`),
      DNS: unknown('ask `chancery verify` once the Ambassador runs'),
    }
  const path = `/api/v1/namespaces/${ambassador.namespace}/services/${ambassador.service}`
  const addresses = addressesOf(await getObject(api, path))
  if (addresses.length === 0)
    return { 'load balancer': await otherLoadBalancers(subject), DNS: unknown('the Ambassador has no address yet') }
  const expected = expectedAddresses(cluster, addresses)
  const found = await resolutions(namesIn(cluster, routes), expected, lookup)
  const wrong = found.filter(({ failure }) => failure !== undefined)
  const advice = await nameAdvice(found, { cluster, ambassador: expected, lookup })
  return {
    'load balancer': ok(`the Ambassador has the address ${addresses.join(', ')}`),
    DNS:
      wrong.length === 0
        ? ok(`${counted(found.length, 'name resolves', 'names resolve')} to the Ambassador`)
        : warning(
            `${wrong.length} of ${found.length} names: ${wrong[0]?.name} ${wrong[0]?.failure}`,
            advice.join('; ') ||
              `make ${cluster.address} an address of the Ambassador, or correct it in the definition`,
          ),
  }
}

/** Whether anybody got an address: Kubernetes does not tell which load balancers it could make. */
async function otherLoadBalancers({ api, objects, ports }: ClusterSubject): Promise<Judgement> {
  const service = objects?.find(({ kind, spec }) => kind === 'Service' && at(spec, 'type') === 'LoadBalancer')
  const className = at(service, 'spec', 'loadBalancerClass')
  const type = { apiVersion: 'v1', kind: 'Service' }
  const services = await listObjects(api, '/api/v1/services', { type, signal: ports.signal })
  if ('status' in services) return unknown(`Services of the cluster cannot be listed: ${messageOf(services)}`)
  const balanced = services.filter((one) => at(one, 'spec', 'type') === 'LoadBalancer')
  const same = balanced.filter((one) => className === undefined || at(one, 'spec', 'loadBalancerClass') === className)
  const which = className === undefined ? 'LoadBalancer Services' : `Services of the class ${className}`
  const served = same.filter((one) => addressesOf(one).length > 0)
  if (served.length > 0)
    return ok(`${served.length} of ${counted(same.length, 'other Service')} of the type LoadBalancer have an address`)
  if (same.length > 0)
    return warning(`none of ${same.length} ${which} has an address`, 'see whether its load balancer controller runs')
  return unknown(
    `no ${which} in the cluster show whether a load balancer is available`,
    'docs/providers.md says what each provider needs',
  )
}
