import { setTimeout as sleep } from 'node:timers/promises'
import { arrayAt, isJsonObject, type JsonObject, objectAt, textAt } from '../../kubernetes/json.ts'
import type { Cluster } from '../cluster.ts'
import { type Bed, firstNetwork } from '../clusters.ts'
import { blockOf } from '../lifetime/folder.ts'
import { dnsService } from '../machine/dns-pod.ts'
import { machineAddress } from '../machine/network.ts'
import { until } from '../until.ts'
import { applied, type PlacedPart, routed } from './applied.ts'
import { clusterOf, networkCases, partsOf } from './networks.ts'
import type { Places, PublishedPart, RunningPod } from './questions.ts'
import type { StandIn } from './stand-in.ts'
import { dnsPod, standInsOf, strangers } from './stand-ins.ts'

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
      return running(cluster, [...standIns, dnsPod(machine)])
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
