import { endpointKey } from '../network/endpoint.ts'
import type { Problem } from '../network/finding.ts'
import type { AllocatedPorts } from '../network/lock.ts'
import { type Cluster, type Network, nodeId } from '../network/network.ts'
import type { Platform } from '../platforms/platform.ts'
import { compareTexts } from '../words.ts'
import { reservedPortsOf } from './entrances.ts'
import { exhausted, limitProblems, lockedProblems, pinnedProblems, poolProblems, taken } from './port-problems.ts'
import type { PortRequest } from './port-request.ts'
import { sharedPort, sharing } from './sharing.ts'
import { sourceRuleProblems } from './source-rules.ts'

/**
 * The port of every endpoint that is reached by port. What the lock has stays, unless the definition pins another; what is
 * new gets the lowest free port of the cluster's pool, in the order of names, so that the order of the file has no effect.
 * Endpoints of one node are in the order of the platform. With `passthrough: sni` what is new and can be told by its name shares
 * one.
 */
export function allocatePorts(
  network: Network,
  platform: Platform,
  locked: AllocatedPorts,
): { ports: AllocatedPorts; problems: Problem[] } {
  const problems: Problem[] = []
  const ports: Record<string, Record<string, number>> = {}
  for (const cluster of network.clusters) {
    const wanted = wantedPorts(network, platform, cluster)
    const wrongPool = poolProblems(cluster)
    const others: Problem[] = []
    const shared = sharing(cluster, wanted, locked[cluster.name] ?? {})
    const allocated = allocate(
      cluster,
      wanted.filter((want) => !shared.has(want)),
      locked[cluster.name] ?? {},
      others,
    )
    problems.push(...wrongPool, ...limitProblems(cluster, wanted.length - shared.size, shared.size, wanted))
    const own = wanted.length - shared.size + (shared.size > 0 ? 1 : 0)
    problems.push(...sourceRuleProblems(network, platform, cluster, own))
    for (const { key } of shared) allocated.set(key, sharedPort(cluster))
    // Every port is outside an invalid pool, which is reported once.
    problems.push(...(wrongPool.length === 0 ? others : others.filter(({ rule }) => rule !== 'port-pool')))
    ports[cluster.name] = Object.fromEntries([...allocated].sort(([a], [b]) => (a < b ? -1 : 1)))
  }
  return { ports, problems }
}

const wantedPorts = (network: Network, platform: Platform, cluster: Cluster): PortRequest[] =>
  network.nodes
    .filter((node) => node.cluster.name === cluster.name)
    // Endpoints of one node stay in the order of the platform.
    .sort((a, b) => compareTexts(`${nodeId(a)}/`, `${nodeId(b)}/`))
    .flatMap((node) =>
      platform.definition
        .endpoints(node)
        .filter((endpoint) => endpoint.reached === 'by-port')
        .map((endpoint, index) => ({
          key: endpointKey(node, endpoint),
          node,
          endpoint,
          place: index,
          // A pinned port is that of the first endpoint; platforms with several use the ports after it.
          ...(node.port === undefined ? {} : { pinned: node.port + index }),
        })),
    )

function allocate(
  cluster: Cluster,
  wanted: readonly PortRequest[],
  locked: Readonly<Record<string, number>>,
  problems: Problem[],
): Map<string, number> {
  const allocated = new Map<string, number>()
  const holders = new Map<number, PortRequest>()
  const take = (want: PortRequest, port: number): void => {
    const holder = holders.get(port)
    if (holder?.key === want.key) return // the name that is a duplicate has been reported
    if (holder !== undefined) problems.push(taken(cluster, port, holder, want))
    else holders.set(port, want)
    allocated.set(want.key, port)
  }
  for (const want of wanted) if (want.pinned !== undefined) pinnedProblems(cluster, want.pinned, want, problems)
  for (const want of wanted) if (want.pinned !== undefined) take(want, want.pinned)
  for (const want of wanted) {
    const port = locked[want.key]
    if (port === undefined || want.pinned !== undefined) continue
    problems.push(...lockedProblems(cluster, port, want))
    take(want, port)
  }
  const reserved = reservedPortsOf(cluster.ambassador)
  let next = cluster.ambassador.ports.first
  for (const want of wanted) {
    if (allocated.has(want.key)) continue
    while (holders.has(next) || reserved.has(next)) next++
    if (next > cluster.ambassador.ports.last) {
      problems.push(exhausted(cluster, wanted.length))
      break
    }
    take(want, next)
  }
  return allocated
}
