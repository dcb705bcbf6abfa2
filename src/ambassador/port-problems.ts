import type { Problem } from '../network/finding.ts'
import type { Cluster } from '../network/network.ts'
import { providers } from '../providers/index.ts'
import { reservedPortsOf } from './entrances.ts'
import type { PortRequest } from './port-request.ts'
import { isSharedPort } from './sharing.ts'

const pool = ({ ambassador: { ports } }: Cluster): string => `${ports.first}-${ports.last}`

const inPool = (cluster: Cluster, port: number): boolean =>
  port >= cluster.ambassador.ports.first && port <= cluster.ambassador.ports.last

/** Each is a rule for connections on every machine, and an entry of the pod. */
const mostHostPorts = 250

export function poolProblems(cluster: Cluster): Problem[] {
  const { ports, publish } = cluster.ambassador
  const { first, last } = ports
  const problem = (message: string, hint: string): Problem => ({
    rule: 'port-pool',
    severity: 'error',
    message: `ports ${pool(cluster)} of cluster ${cluster.name}: ${message}`,
    hint,
    path: [...cluster.path, 'ambassador', 'ports'],
  })
  if (first > last || last > 65535)
    return [
      problem(
        first > last ? 'the first port is higher than the last' : 'the last port is above 65535',
        'write the lower port first, and none above 65535',
      ),
    ]
  if (publish === 'hostPort' && last - first >= mostHostPorts)
    return [
      problem(
        `${last - first + 1} ports are too many with hostPort, which opens all of them on every machine`,
        `use at most ${mostHostPorts}, for example ${first}-${first + 49}`,
      ),
    ]
  if (first >= 1024) return []
  return [
    problem(
      'the range begins below 1024',
      'the Ambassador runs without privileges and cannot open ports below 1024: use a range such as 15000-15049',
    ),
  ]
}

/** The share of ports in use from which on a warning appears. */
const nearly = 0.9

/** Too many ports, or nearly so. `own` endpoints have a port each, `shared` ones have one together. */
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
    const what = `cluster ${cluster.name} would open ${used} ports besides 80 and 443: a load balancer of ${title} opens at most ${portLimit}`
    if (used + httpPorts > portLimit) return [problem('port-limit', 'error', what, wayOut)]
    if (used + httpPorts > portLimit * nearly)
      return [problem('port-limit', 'warning', what.replace('would open', 'opens'), `before it is full: ${wayOut}`)]
  }
  const size = last - first + 1
  // A small pool is deliberate.
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

/** The way out when ports run short: endpoints with TLS can share one port by the name in their TLS. */
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
      hint: 'Emissary would silently ignore the route: use another port of the pool, or remove the port and let Chancery choose',
      path,
    })
  } else if (!inPool(cluster, port)) {
    problems.push({
      rule: 'port-pool',
      severity: 'error',
      message: `port ${port} of ${key} is outside ${pool(cluster)}, the ports of cluster ${cluster.name}`,
      hint: 'use a port of the pool, widen the pool (ambassador.ports), or remove the port and let Chancery choose',
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
        hint: 'the port cannot work there: pin another port of the pool with `port:`, and tell the parties that dial it',
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
        message: `${key} holds port ${port} (network.lock.yaml), which endpoints share only with passthrough: sni and passthroughPort: ${port}`,
        hint: `other parties dial this port: restore ambassador.passthrough of cluster ${cluster.name}, or move the node on purpose with \`port:\``,
        path: node.path,
      },
    ]
  return [
    {
      rule: 'port-pool',
      severity: 'error',
      message: `${key} holds port ${port} (network.lock.yaml), which is outside ${pool(cluster)}, the ports of cluster ${cluster.name}`,
      hint: `other parties dial this port: keep it in the pool (ambassador.ports), or move the node on purpose with \`port:\``,
      path: node.path,
    },
  ]
}

/** Two endpoints have one port. Reported at the one whose port is in the definition. */
export function taken(cluster: Cluster, port: number, holder: PortRequest, want: PortRequest): Problem {
  const at = want.pinned === undefined && holder.pinned !== undefined ? holder : want
  return {
    rule: 'port-collision',
    severity: 'error',
    message: `${holder.key} and ${want.key} both have port ${port} of cluster ${cluster.name}`,
    hint: 'Emissary would silently split connections between the two: give one of them another port',
    path: at.pinned === undefined ? at.node.path : [...at.node.path, 'port'],
  }
}

export const exhausted = (cluster: Cluster, wanted: number): Problem => ({
  rule: 'port-pool',
  severity: 'error',
  message: `cluster ${cluster.name} needs ${wanted} ports, more than ${pool(cluster)} has free`,
  hint: 'widen the pool (ambassador.ports); ports that the Ambassador itself needs do not count',
  path: [...cluster.path, 'ambassador', 'ports'],
})
