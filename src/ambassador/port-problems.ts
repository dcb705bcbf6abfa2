import type { Problem } from '../network/finding.ts'
import type { Cluster } from '../network/network.ts'
import { providers } from '../providers/index.ts'
import { reservedPortsOf } from './entrances.ts'
import type { PortRequest } from './port-request.ts'
import { isSharedPort } from './sharing.ts'

const pool = ({ ambassador: { ports } }: Cluster): string => `${ports.first}-${ports.last}`

const inPool = (cluster: Cluster, port: number): boolean =>
  port >= cluster.ambassador.ports.first && port <= cluster.ambassador.ports.last

export function poolProblems(cluster: Cluster): Problem[] {
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

/** From here on somebody should know: nine of ten ports are in use. */
const nearly = 0.9

/** More ports than there are, or nearly so. `own` endpoints have a port each, `shared` ones have one together. */
export function limitProblems(
  cluster: Cluster,
  own: number,
  shared: number,
  wanted: readonly PortRequest[],
): Problem[] {
  const { portLimit, title } = providers[cluster.provider]
  const { first, last } = cluster.ambassador.ports
  const wayOut = wayOutOf(cluster, wanted)
  const used = own + (shared > 0 ? 1 : 0)
  const problem = (rule: 'port-limit' | 'port-pool', severity: 'error' | 'warning', message: string, hint: string) => ({
    rule,
    severity,
    message,
    hint,
    path: rule === 'port-limit' ? cluster.path : [...cluster.path, 'ambassador', 'ports'],
  })
  const httpPorts = 2
  if (cluster.ambassador.publish === 'LoadBalancer' && !cluster.ambassador.existing && portLimit !== undefined) {
    const what = `cluster ${cluster.name} would open ${used} ports besides 80 and 443: a load balancer of ${title} has at most ${portLimit}`
    if (used + httpPorts > portLimit) return [problem('port-limit', 'error', what, wayOut)]
    if (used + httpPorts > portLimit * nearly)
      return [problem('port-limit', 'warning', what.replace('would open', 'opens'), `before it is full: ${wayOut}`)]
  }
  const size = last - first + 1
  // A small pool was counted out by somebody.
  if (size < 10 || own <= size * nearly || own > size) return []
  const message = `cluster ${cluster.name} uses ${own} of the ${size} ports ${pool(cluster)}`
  return [
    problem(
      'port-pool',
      'warning',
      message,
      `before they are used up: widen the pool (ambassador.ports), or ${wayOut}`,
    ),
  ]
}

/** Whether one port could serve many: only endpoints that say in their TLS whom they want can share. */
const wayOutOf = ({ ambassador }: Cluster, wanted: readonly PortRequest[]): string =>
  ambassador.passthrough === 'port' && wanted.some(({ endpoint }) => endpoint.protocol === 'tls')
    ? 'let new nodes share one port (ambassador.passthrough: sni), or spread the nodes over more clusters'
    : 'spread the nodes over more clusters'

export function pinnedProblems(cluster: Cluster, port: number, { node, key }: PortRequest, problems: Problem[]): void {
  const path = [...node.path, 'port']
  const reserved = reservedPortsOf(cluster.ambassador).get(port)
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

export function lockedProblems(cluster: Cluster, port: number, { node, key }: PortRequest): Problem[] {
  const reserved = reservedPortsOf(cluster.ambassador).get(port)
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
  if (isSharedPort(port))
    return [
      {
        rule: 'port-pool',
        severity: 'error',
        message: `${key} holds port ${port} (network.lock.yaml), which it can share with others only with passthrough: sni and ${port} as passthroughPort`,
        hint: `others dial this port: put ambassador.passthrough of cluster ${cluster.name} back, or move the node on purpose with \`port:\``,
        path: node.path,
      },
    ]
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
export function taken(cluster: Cluster, port: number, holder: PortRequest, want: PortRequest): Problem {
  const at = want.pinned === undefined && holder.pinned !== undefined ? holder : want
  return {
    rule: 'port-collision',
    severity: 'error',
    message: `port ${port} of cluster ${cluster.name} is wanted by ${holder.key} and by ${want.key}`,
    hint: 'Emissary would split the connections between the two: give one of them another port',
    path: at.pinned === undefined ? at.node.path : [...at.node.path, 'port'],
  }
}

export const exhausted = (cluster: Cluster, wanted: number): Problem => ({
  rule: 'port-pool',
  severity: 'error',
  message: `cluster ${cluster.name} needs ${wanted} ports, more than ${pool(cluster)} has to give`,
  hint: 'widen the pool (ambassador.ports); ports that the Ambassador itself needs are left out of it',
  path: [...cluster.path, 'ambassador', 'ports'],
})
