import { arrayAt, isJsonObject, objectAt, textAt } from '../../kubernetes/json.ts'
import type { Cluster, KubernetesObject } from '../cluster.ts'
import type { Bed } from '../clusters.ts'
import { blockOf } from '../lifetime/folder.ts'
import { machineAddress } from '../machine/network.ts'
import { until } from '../until.ts'
import { onMachine } from './asked.ts'
import type { NetworkPart } from './networks.ts'
import { podObject, type StandIn } from './stand-in.ts'

/** A part of a network, and the machine that it runs on. */
export interface PlacedPart {
  readonly part: NetworkPart
  readonly machine: number
  /** Of its Ambassador, for everybody. */
  readonly address: string
}

const isAmbassadorService = ({ kind, metadata }: KubernetesObject): boolean =>
  kind === 'Service' && metadata.name === 'ambassador'

/** Applies policies, Services and stand-ins to a cluster. */
export async function applied(
  cluster: Cluster,
  placed: readonly PlacedPart[],
  standIns: readonly StandIn[],
): Promise<void> {
  const objects = placed.flatMap(({ part }) => part.objects)
  const known = objects.filter(({ kind }) => kind === 'Namespace')
  const names = new Set(known.map(({ metadata }) => metadata.name))
  const others = [...new Set(standIns.map(({ namespace }) => namespace))].filter((name) => !names.has(name))
  for (const object of [
    ...known,
    ...others.map((name) => ({ apiVersion: 'v1', kind: 'Namespace', metadata: { name } })),
  ]) {
    await cluster.apply(object)
  }
  const policies = objects.filter(({ kind }) => kind === 'NetworkPolicy')
  const services = objects.filter(({ kind }) => kind === 'Service').map(withoutRanges)
  for (const object of [...policies, ...services]) await cluster.apply(object)
  for (const standIn of standIns) {
    await until(async () => (await cluster.apply(podObject(standIn))) !== undefined) // its service account may be missing
  }
  for (const { part, address } of placed) {
    const service = part.objects.find(isAmbassadorService)
    if (service === undefined || textAt(objectAt(service, 'spec'), 'type') === 'ClusterIP') continue
    await publishedAt(cluster, service, address)
  }
}

/** The load balancer filters with these, not a policy. */
function withoutRanges(object: KubernetesObject): KubernetesObject {
  const { loadBalancerSourceRanges: _, ...spec } = objectAt(object, 'spec')
  return { ...object, spec }
}

/** Another address than the one that the bed gives first, which all share. */
async function publishedAt(cluster: Cluster, service: KubernetesObject, ip: string): Promise<void> {
  const addressOf = async (): Promise<string> => {
    const balancer = objectAt((await cluster.get(service)) ?? {}, 'status', 'loadBalancer')
    return textAt(arrayAt(balancer, 'ingress').filter(isJsonObject)[0] ?? {}, 'ip')
  }
  await until(async () => (await addressOf()) !== '')
  await until(async () => {
    const status = { status: { loadBalancer: { ingress: [{ ip }] } } }
    await cluster.request('PATCH', `${await cluster.path(service)}/status`, status, {
      'Content-Type': 'application/merge-patch+json',
    })
    return (await addressOf()) === ip
  })
}

/** Ways to the Ambassadors of the other machine. */
export async function routed(bed: Bed, machine: number, placed: readonly PlacedPart[]): Promise<void> {
  const name = bed.clusters[machine]?.name ?? ''
  for (const other of placed.filter((one) => one.machine !== machine)) {
    const via = machineAddress(blockOf(bed.folder), other.machine)
    if (other.address === via) continue
    await onMachine(bed, name, ['ip', 'route', 'replace', `${other.address}/32`, 'via', via])
  }
}
