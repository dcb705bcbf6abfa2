import { at, isRecord, type KubernetesObject, listAt } from '../../cluster/objects.ts'
import { quantityValue } from '../../network/quantity.ts'

/** Processors, bytes, and pods, of which a machine runs a limited number. */
export interface Amounts {
  readonly cpu: number
  readonly memory: number
  readonly pods: number
}

const none: Amounts = { cpu: 0, memory: 0, pods: 0 }

export const plus = (a: Amounts, b: Amounts): Amounts => merged(a, b, (one, other) => one + other)
export const minus = (a: Amounts, b: Amounts): Amounts => merged(a, b, (one, other) => Math.max(0, one - other))
export const sum = (all: readonly Amounts[]): Amounts => all.reduce(plus, none)
export const covers = (free: Amounts, need: Amounts): boolean =>
  free.cpu >= need.cpu && free.memory >= need.memory && free.pods >= need.pods

const larger = (a: Amounts, b: Amounts): Amounts => merged(a, b, Math.max)

const merged = (a: Amounts, b: Amounts, by: (one: number, other: number) => number): Amounts => ({
  cpu: by(a.cpu, b.cpu),
  memory: by(a.memory, b.memory),
  pods: by(a.pods, b.pods),
})

/** Of a map such as `allocatable`. */
export const amountsIn = (map: unknown): Amounts => ({
  cpu: amount(map, 'cpu'),
  memory: amount(map, 'memory'),
  pods: amount(map, 'pods'),
})

const amount = (map: unknown, kind: string): number => quantityValue(String(at(map, kind) ?? '0')) ?? 0

/**
 * What the scheduler reserves for a pod: all its containers, or the largest init container, which runs before them. One that restarts
 * always runs beside them. https://kubernetes.io/docs/concepts/workloads/pods/sidecar-containers/#resource-sharing-within-containers
 */
export function requestsOf(podSpec: unknown): Amounts {
  let beside = none
  let most = none
  for (const init of listAt(podSpec, 'initContainers').filter(isRecord)) {
    if (init.restartPolicy === 'Always') beside = plus(beside, requestOf(init))
    else most = larger(most, plus(beside, requestOf(init)))
  }
  const together = sum([beside, ...listAt(podSpec, 'containers').filter(isRecord).map(requestOf)])
  return { ...larger(most, together), pods: 1 }
}

/** Without a request, the limit is the request. */
const requestOf = (container: object): Amounts =>
  amountsIn({ ...asRecord(at(container, 'resources', 'limits')), ...asRecord(at(container, 'resources', 'requests')) })

const asRecord = (value: unknown): object => (isRecord(value) ? value : {})

/** Pods that an object makes, by their name for people. */
export interface PodGroup {
  /** `supplychain-carrier/validator1` */
  readonly name: string
  /** One on every machine. */
  readonly everywhere: boolean
  readonly count: number
  readonly requests: Amounts
  readonly nodeSelector: Readonly<Record<string, unknown>>
  readonly tolerations: readonly unknown[]
  /** Pods with the same text never share a machine. */
  readonly apart?: string
}

/** Undefined for an object that makes no pods. */
export function podGroupOf({ kind, metadata, spec }: KubernetesObject): PodGroup | undefined {
  const podSpec = at(spec, 'template', 'spec')
  if (!['Deployment', 'StatefulSet', 'DaemonSet', 'Job'].includes(kind)) return undefined
  const nodeSelector = at(podSpec, 'nodeSelector')
  const apart = apartOf(podSpec, metadata.namespace)
  return {
    name: `${metadata.namespace ?? 'default'}/${metadata.name}`,
    everywhere: kind === 'DaemonSet',
    count: Number(at(spec, kind === 'Job' ? 'parallelism' : 'replicas') ?? 1),
    requests: requestsOf(podSpec),
    nodeSelector: isRecord(nodeSelector) ? nodeSelector : {},
    tolerations: listAt(podSpec, 'tolerations'),
    ...(apart === undefined ? {} : { apart }),
  }
}

/** Of the required anti-affinity that placements render: one term, for pods of a namespace or of the whole network. */
function apartOf(podSpec: unknown, namespace: string | undefined): string | undefined {
  const required = 'requiredDuringSchedulingIgnoredDuringExecution'
  const [term] = listAt(podSpec, 'affinity', 'podAntiAffinity', required)
  if (term === undefined) return undefined
  const where = at(term, 'namespaceSelector') ?? namespace
  return JSON.stringify([at(term, 'labelSelector'), where])
}

/** https://kubernetes.io/docs/concepts/scheduling-eviction/taint-and-toleration/#concepts */
export const tolerates = ({ tolerations }: Pick<PodGroup, 'tolerations'>, taint: unknown): boolean =>
  tolerations.some((toleration) => {
    const isSame = (field: string): boolean => at(toleration, field) === at(taint, field)
    const isOfAny = (field: string): boolean => at(toleration, field) === undefined || at(toleration, field) === ''
    if (!isOfAny('effect') && !isSame('effect')) return false
    if (!isOfAny('key') && !isSame('key')) return false
    return at(toleration, 'operator') === 'Exists' || (at(toleration, 'value') ?? '') === (at(taint, 'value') ?? '')
  })
