import { type Api, messageOf } from '../../cluster/api.ts'
import { listObjects } from '../../cluster/list.ts'
import { at, isRecord, type KubernetesObject, listAt } from '../../cluster/objects.ts'
import { failed, type Judgement, ok, unknown, warning } from '../../report/doctor/doctor-check.ts'
import { counted } from '../../words.ts'
import {
  type Amounts,
  amountsIn,
  covers,
  minus,
  type PodGroup,
  plus,
  podGroupOf,
  requestsOf,
  sum,
  tolerates,
} from './requests.ts'

/** Whether the machines of a cluster have room for all pods of the network: Kubernetes would leave pods pending. */
export async function capacityCheck(
  api: Api,
  objects: readonly KubernetesObject[] | undefined,
  signal: AbortSignal,
): Promise<Judgement> {
  if (objects === undefined) return unknown('what would be applied cannot be rendered yet')
  const hint = 'list nodes and pods of the whole cluster, or ask its administrators'
  const nodes = await listObjects(api, '/api/v1/nodes', { type: { apiVersion: 'v1', kind: 'Node' }, signal })
  if ('status' in nodes) return unknown(`machines cannot be listed: ${messageOf(nodes)}`, hint)
  const pods = await listObjects(api, '/api/v1/pods', { type: { apiVersion: 'v1', kind: 'Pod' }, signal })
  if ('status' in pods) return unknown(`pods cannot be listed: ${messageOf(pods)}`, hint)
  return judged(objects, nodes, pods)
}

interface MachineRoom {
  readonly labels: unknown
  /** Those that keep pods without a toleration away. */
  readonly taints: readonly unknown[]
  /** Pods on it that share no machine. */
  readonly taken: readonly string[]
  /** For all pods. */
  readonly whole: Amounts
  /** Besides pods of others. */
  readonly free: Amounts
}

/** Pods of the network that run already are replaced, and do not count twice. */
export function judged(
  objects: readonly KubernetesObject[],
  nodes: readonly KubernetesObject[],
  pods: readonly KubernetesObject[],
): Judgement {
  const groups = objects.flatMap((object) => podGroupOf(object) ?? [])
  const own = new Set(objects.map(({ metadata }) => metadata.namespace))
  const others = pods.filter((pod) => !own.has(pod.metadata.namespace) && !isFinished(pod))
  const rooms = nodes
    .filter(isOpen)
    .map((node) => roomOf(node, others))
    .filter((room) => room.taints.length === 0 || groups.some((group) => isLetIn(group, room)))
  const needs = groups.flatMap((group) => (group.everywhere ? [] : Array<PodGroup>(group.count).fill(group)))
  const everywhere = sum(groups.filter((group) => group.everywhere).map(({ requests }) => requests))
  const total = plus(sum(needs.map(({ requests }) => requests)), sum(rooms.map(() => everywhere)))
  const free = sum(rooms.map((room) => room.free))
  const size = 'add machines, or choose a smaller size or smaller resources (docs/sizes.md)'

  const misfit = largestFirst(groups).find(
    (group) => !rooms.some((room) => matches(group, room) && covers(room.whole, group.requests)),
  )
  if (misfit !== undefined)
    return failed(misfitText(misfit, rooms), size.replace('add machines', 'add a larger machine'))
  const summary = `${counted(needs.length + rooms.length * groups.filter((group) => group.everywhere).length, 'pod requests', 'pods request')} ${text(total)}; ${counted(rooms.length, 'machine has', 'machines have')} ${text(free)} free`
  const pending = firstPending(needs, rooms, everywhere)
  if (pending === undefined) return ok(summary)
  return warning(
    `${summary}: ${pending.name}, which requests ${text(pending.requests)}, stays pending`,
    `${size}; nothing is to do where an autoscaler adds machines`,
  )
}

const isFinished = ({ status }: KubernetesObject): boolean =>
  ['Succeeded', 'Failed'].includes(String(at(status, 'phase')))

function isOpen({ spec, status }: KubernetesObject): boolean {
  const ready = listAt(status, 'conditions').some((one) => at(one, 'type') === 'Ready' && at(one, 'status') === 'True')
  return ready && at(spec, 'unschedulable') !== true
}

function roomOf({ metadata, spec, status }: KubernetesObject, others: readonly KubernetesObject[]): MachineRoom {
  const whole = amountsIn(at(status, 'allocatable'))
  const used = others.filter(({ spec }) => at(spec, 'nodeName') === metadata.name).map(({ spec }) => requestsOf(spec))
  const taints = listAt(spec, 'taints').filter((taint) => closing.has(String(at(taint, 'effect'))))
  return { labels: metadata.labels, taints, taken: [], whole, free: minus(whole, sum(used)) }
}

const closing: ReadonlySet<string> = new Set(['NoSchedule', 'NoExecute'])

const isLetIn = (group: PodGroup, { taints }: MachineRoom): boolean => taints.every((taint) => tolerates(group, taint))

const matches = (group: PodGroup, room: MachineRoom): boolean =>
  isLetIn(group, room) &&
  !room.taken.includes(group.apart ?? '') &&
  Object.entries(group.nodeSelector).every(([key, value]) => isRecord(room.labels) && room.labels[key] === value)

/** Each pod goes to the first machine with room, the largest pod first: undefined when all have found one. */
function firstPending(
  needs: readonly PodGroup[],
  rooms: readonly MachineRoom[],
  everywhere: Amounts,
): PodGroup | undefined {
  const left = rooms.map((room) => ({ ...room, free: minus(room.free, everywhere) }))
  for (const need of largestFirst(needs)) {
    const place = left.findIndex((room) => matches(need, room) && covers(room.free, need.requests))
    const room = left[place]
    if (room === undefined) return need
    const taken = need.apart === undefined ? room.taken : [...room.taken, need.apart]
    left[place] = { ...room, taken, free: minus(room.free, need.requests) }
  }
  return undefined
}

const largestFirst = (groups: readonly PodGroup[]): readonly PodGroup[] =>
  groups.toSorted((a, b) => b.requests.memory - a.requests.memory || b.requests.cpu - a.requests.cpu)

function misfitText({ name, requests }: PodGroup, rooms: readonly MachineRoom[]): string {
  const [largest] = rooms.toSorted((a, b) => b.whole.memory - a.whole.memory || b.whole.cpu - a.whole.cpu)
  const machines =
    largest === undefined
      ? 'no machine is ready for pods'
      : `the largest of ${counted(rooms.length, 'machine')} has ${text(largest.whole)}`
  return `${name} requests ${text(requests)} and fits on no machine: ${machines}`
}

const text = ({ cpu, memory }: Amounts): string => `${rounded(cpu)} CPU and ${rounded(memory / 2 ** 30)}Gi`

const rounded = (value: number): string => String(Math.round(value * 100) / 100)
