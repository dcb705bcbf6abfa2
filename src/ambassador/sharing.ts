import { hostOf } from '../network/address.ts'
import type { Endpoint } from '../network/endpoint.ts'
import type { Cluster, LedgerNode } from '../network/network.ts'
import { entrancesOf } from './entrances.ts'
import type { PortRequest } from './port-request.ts'

/**
 * The name that clients of an endpoint with TLS of its own ask for (SNI, RFC 6066, 3): what the platform says, else the host that
 * they dial. Undefined where there is none: an IP address is never one, and nothing else says whom a client wants.
 */
export function serverNameOf(node: LedgerNode, endpoint: Endpoint): string | undefined {
  if (endpoint.protocol !== 'tls' || endpoint.reached !== 'by-port') return undefined
  if (endpoint.sni !== undefined) return endpoint.sni
  return node.cluster.domain === undefined ? undefined : hostOf(node)
}

export const sharedPort = ({ ambassador }: Cluster): number => entrancesOf(ambassador).passthrough.port

/** Whether endpoints may share a port, in this definition or an earlier one. */
export const isSharedPort = (port: number): boolean => [443, 8443, 30082].includes(port)

/**
 * Which endpoints share one port. Those that have a port keep it: others dial it. Of two that would be asked for by the same name,
 * only the first can.
 */
export function sharing(
  cluster: Cluster,
  wanted: readonly PortRequest[],
  locked: Readonly<Record<string, number>>,
): ReadonlySet<PortRequest> {
  if (cluster.ambassador.passthrough !== 'sni') return new Set()
  const port = sharedPort(cluster)
  const names = new Set<string>()
  const taken = new Set<PortRequest>()
  const take = (want: PortRequest): void => {
    const name = want.pinned === undefined ? serverNameOf(want.node, want.endpoint)?.toLowerCase() : undefined
    if (name === undefined || names.has(name)) return
    names.add(name)
    taken.add(want)
  }
  const inOrder = wanted.toSorted((a, b) => a.place - b.place)
  for (const want of inOrder) if (locked[want.key] === port) take(want)
  for (const want of inOrder) if (locked[want.key] === undefined) take(want)
  return taken
}
