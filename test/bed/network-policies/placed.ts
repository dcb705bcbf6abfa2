import { setTimeout as sleep } from 'node:timers/promises'
import { arrayAt, isJsonObject, type JsonObject, objectAt, textAt } from '../../kubernetes/json.ts'
import type { Cluster, KubernetesObject } from '../cluster.ts'
import { type Bed, firstNetwork } from '../clusters.ts'
import { blockOf } from '../lifetime/folder.ts'
import { dnsService } from '../machine/dns-pod.ts'
import { machineAddress } from '../machine/network.ts'
import { until } from '../until.ts'
import { onMachine } from './asked.ts'
import { type NetworkPart, networkCases, partsOf } from './networks.ts'
import { clusterOf, podObject, type StandIn, standInsOf, strangers } from './pods.ts'
import type { Places, PublishedPart, RunningPod } from './questions.ts'

interface PlacedPart {
  readonly part: NetworkPart
  readonly machine: number
  /** Of its Ambassador, for everybody. */
  readonly address: string
}

/** Applies policies, Services and stand-ins of all networks, and returns when they run. */
export async function started(bed: Bed): Promise<Places> {
  const servers = bed.clusters.map(({ client }) => new URL(client.getCurrentCluster()?.server ?? ''))
  const placed = await placedParts(bed, {
    apiServer: servers[1]?.hostname ?? '',
    apiServerPort: Number(servers[1]?.port),
  })
  // To render takes a while, and API servers close connections that are not used.
  await Promise.all(
    bed.clusters.map(({ request }) => until(async () => (await request('GET', '/readyz')).status === 200)),
  )
  await bed.setNames(
    Object.fromEntries(
      placed.flatMap(({ part, address }) => {
        const { domain } = clusterOf(part)
        return domain === undefined ? [] : [[`*.${domain}`, address]]
      }),
    ),
  )
  const pods = await Promise.all(
    bed.clusters.map(async (cluster, machine) => {
      const own = placed.filter((one) => one.machine === machine)
      const standIns = [...own.flatMap(({ part }) => standInsOf(part, machine)), ...strangers(machine)]
      await applied(cluster, own, standIns)
      await routed(bed, machine, placed)
      return running(cluster, [...standIns, dns(machine)])
    }),
  )
  const all = pods.flat()
  return {
    pods: all,
    parts: placed.flatMap(({ part, address }): PublishedPart[] => {
      const emissary = all.find((pod) => pod.part === part && pod.kind === 'emissary')
      return emissary === undefined ? [] : [{ part, address, emissary }]
    }),
    apiServers: servers.map(({ host, hostname, port }, index) => ({
      addresses: [host, `10.${firstNetwork + index}.0.1:443`],
      server: hostname,
      port: Number(port),
    })),
    dns: bed.clusters.map((_, index) => dnsService({ network: firstNetwork + index })),
  }
}

async function placedParts(bed: Bed, surroundings: Parameters<typeof partsOf>[1]): Promise<readonly PlacedPart[]> {
  const found: PlacedPart[] = []
  for (const [number, one] of networkCases.entries()) {
    const parts = await partsOf(one, surroundings)
    parts.forEach((part, machine) => {
      if (part === undefined) return
      const { address, ambassador } = clusterOf(part)
      // Each has an address of its own: several have the same ports.
      const own =
        ambassador.publish === 'hostPort'
          ? machineAddress(blockOf(bed.folder), machine)
          : `198.19.${number}.${machine + 1}`
      found.push({ part, machine, address: address ?? own })
    })
  }
  return found
}

const isAmbassadorService = ({ kind, metadata }: KubernetesObject): boolean =>
  kind === 'Service' && metadata.name === 'ambassador'

async function applied(cluster: Cluster, placed: readonly PlacedPart[], standIns: readonly StandIn[]): Promise<void> {
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
async function routed(bed: Bed, machine: number, placed: readonly PlacedPart[]): Promise<void> {
  const name = bed.clusters[machine]?.name ?? ''
  for (const other of placed.filter((one) => one.machine !== machine)) {
    const via = machineAddress(blockOf(bed.folder), other.machine)
    if (other.address === via) continue
    await onMachine(bed, name, ['ip', 'route', 'replace', `${other.address}/32`, 'via', via])
  }
}

async function running(cluster: Cluster, standIns: readonly StandIn[]): Promise<readonly RunningPod[]> {
  for (;;) {
    const { body } = await cluster.request('GET', '/api/v1/pods')
    const pods = arrayAt(isJsonObject(body) ? body : {}, 'items').filter(isJsonObject)
    const addresses = new Map(
      pods
        .filter((pod) => textAt(objectAt(pod, 'status'), 'phase') === 'Running')
        .map((pod) => [placeOf(objectAt(pod, 'metadata')), textAt(objectAt(pod, 'status'), 'podIP')]),
    )
    const found = standIns.flatMap((standIn) => {
      const address = addresses.get(placeOf({ ...standIn }))
      return address === undefined ? [] : [{ ...standIn, address }]
    })
    if (found.length === standIns.length) return found
    await sleep(500)
  }
}

const placeOf = ({ namespace, name }: JsonObject): string => `${namespace}/${name}`

const dns = (machine: number): StandIn => {
  const labels = { 'k8s-app': 'kube-dns' }
  return {
    kind: 'dns',
    machine,
    namespace: 'kube-system',
    name: 'coredns',
    labels,
    ports: [53],
    of: '',
    namedPorts: [],
    hostPorts: [],
  }
}
