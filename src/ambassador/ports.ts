import type { Problem } from '../network/finding.ts'
import { type Cluster, type LedgerNode, type Network, nodeId } from '../network/network.ts'
import type { Endpoint, Platform } from '../platforms/platform.ts'
import { providers } from '../providers/index.ts'
import { reservedPorts } from './reserved-ports.ts'

/** Port of every endpoint that has one: cluster name to `organization/node/endpoint` to port. */
export type Ports = Readonly<Record<string, Readonly<Record<string, number>>>>

export const endpointKey = (node: LedgerNode, endpoint: Endpoint): string => `${nodeId(node)}/${endpoint.name}`

interface Wanted {
  readonly key: string
  readonly node: LedgerNode
  /** Pinned by the definition. */
  readonly pinned?: number
}

/**
 * The port of every endpoint that is reached by port. What the lock has stays, unless the definition pins another; what is
 * new gets the lowest free port of the cluster's pool, in the order of names, so that the order of the file has no effect.
 */
export function allocatePorts(
  network: Network,
  platform: Platform,
  locked: Ports,
): { ports: Ports; problems: Problem[] } {
  const problems: Problem[] = []
  const ports: Record<string, Record<string, number>> = {}
  for (const cluster of network.clusters) {
    const wanted = wantedPorts(network, platform, cluster)
    const wrongPool = poolProblems(cluster)
    problems.push(...wrongPool, ...limitProblems(cluster, wanted.length))
    const others: Problem[] = []
    const allocated = allocate(cluster, wanted, locked[cluster.name] ?? {}, others)
    // Every port is outside of a pool that is none: that is said once.
    problems.push(...(wrongPool.length === 0 ? others : others.filter(({ rule }) => rule !== 'port-pool')))
    ports[cluster.name] = Object.fromEntries([...allocated].sort(([a], [b]) => (a < b ? -1 : 1)))
  }
  return { ports, problems }
}

const wantedPorts = (network: Network, platform: Platform, cluster: Cluster): Wanted[] =>
  network.nodes
    .filter((node) => node.cluster.name === cluster.name)
    .flatMap((node) =>
      platform
        .endpoints(node)
        .filter((endpoint) => endpoint.reached === 'by-port')
        .map((endpoint, index) => ({
          key: endpointKey(node, endpoint),
          node,
          // A pinned port is that of the first endpoint; platforms with several use the ports after it.
          ...(node.port === undefined ? {} : { pinned: node.port + index }),
        })),
    )
    .sort((a, b) => (a.key < b.key ? -1 : 1))

function allocate(
  cluster: Cluster,
  wanted: readonly Wanted[],
  locked: Readonly<Record<string, number>>,
  problems: Problem[],
): Map<string, number> {
  const allocated = new Map<string, number>()
  const holders = new Map<number, Wanted>()
  const take = (want: Wanted, port: number): void => {
    const holder = holders.get(port)
    if (holder?.key === want.key) return // the name that stands twice has been reported
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
  let next = cluster.ambassador.ports.first
  for (const want of wanted) {
    if (allocated.has(want.key)) continue
    while (holders.has(next) || reservedPorts.has(next)) next++
    if (next > cluster.ambassador.ports.last) {
      problems.push(exhausted(cluster, wanted.length))
      break
    }
    take(want, next)
  }
  return allocated
}

const pool = ({ ambassador: { ports } }: Cluster): string => `${ports.first}-${ports.last}`

const inPool = (cluster: Cluster, port: number): boolean =>
  port >= cluster.ambassador.ports.first && port <= cluster.ambassador.ports.last

function poolProblems(cluster: Cluster): Problem[] {
  const { first, last } = cluster.ambassador.ports
  const problem = (message: string, hint: string): Problem => ({
    rule: 'port-pool',
    severity: 'error',
    message: `the ports ${pool(cluster)} of cluster ${cluster.name} ${message}`,
    hint,
    path: [...cluster.path, 'ambassador', 'ports'],
  })
  if (first > last || last > 65535) return [problem('are no range', 'write the lower port first, and none above 65535')]
  if (first >= 1024) return []
  return [
    problem(
      'begin below 1024',
      'the Ambassador runs without privileges and cannot open those: use a range such as 15000-15049',
    ),
  ]
}

function limitProblems(cluster: Cluster, used: number): Problem[] {
  const { portLimit, title } = providers[cluster.provider]
  const httpPorts = 2
  if (portLimit === undefined || used + httpPorts <= portLimit) return []
  return [
    {
      rule: 'port-limit',
      severity: 'error',
      message: `cluster ${cluster.name} would open ${used} ports besides 80 and 443: a load balancer of ${title} has at most ${portLimit}`,
      hint: 'spread the nodes over more clusters',
      path: cluster.path,
    },
  ]
}

function pinnedProblems(cluster: Cluster, port: number, { node, key }: Wanted, problems: Problem[]): void {
  const path = [...node.path, 'port']
  const reserved = reservedPorts.get(port)
  if (reserved !== undefined) {
    problems.push({
      rule: 'port-reserved',
      severity: 'error',
      message: `port ${port} of ${key} belongs to ${reserved}`,
      hint: 'it would never work there, and Emissary would not say so: use another port of the pool, or none and let Chancery choose',
      path,
    })
  } else if (!inPool(cluster, port)) {
    problems.push({
      rule: 'port-pool',
      severity: 'error',
      message: `port ${port} of ${key} is outside of ${pool(cluster)}, the ports of cluster ${cluster.name}`,
      hint: 'use a port of the pool, widen the pool (ambassador.ports), or leave the port out and let Chancery choose',
      path,
    })
  }
}

function lockedProblems(cluster: Cluster, port: number, { node, key }: Wanted): Problem[] {
  const reserved = reservedPorts.get(port)
  if (reserved !== undefined) {
    return [
      {
        rule: 'port-reserved',
        severity: 'error',
        message: `${key} holds port ${port} (network.lock.yaml), which belongs to ${reserved}`,
        hint: 'it cannot work there: pin another port of the pool with `port:`, and tell those who dial it',
        path: node.path,
      },
    ]
  }
  if (inPool(cluster, port)) return []
  return [
    {
      rule: 'port-pool',
      severity: 'error',
      message: `${key} holds port ${port} (network.lock.yaml), which is outside of ${pool(cluster)}, the ports of cluster ${cluster.name}`,
      hint: `others dial this port: keep it in the pool (ambassador.ports), or move the node on purpose with \`port:\``,
      path: node.path,
    },
  ]
}

/** Reported where somebody wrote the port: both have it, and one of them by the lock. */
function taken(cluster: Cluster, port: number, holder: Wanted, want: Wanted): Problem {
  const at = want.pinned === undefined && holder.pinned !== undefined ? holder : want
  return {
    rule: 'port-collision',
    severity: 'error',
    message: `port ${port} of cluster ${cluster.name} is wanted by ${holder.key} and by ${want.key}`,
    hint: 'Emissary would split the connections between the two: give one of them another port',
    path: at.pinned === undefined ? at.node.path : [...at.node.path, 'port'],
  }
}

const exhausted = (cluster: Cluster, wanted: number): Problem => ({
  rule: 'port-pool',
  severity: 'error',
  message: `cluster ${cluster.name} needs ${wanted} ports, more than ${pool(cluster)} has to give`,
  hint: 'widen the pool (ambassador.ports); ports that the Ambassador itself needs are left out of it',
  path: [...cluster.path, 'ambassador'],
})
