import { reservedPorts } from '../ambassador/entrances.ts'
import type { BevelLine, BevelNode, BevelOrganizationMapping } from '../platforms/bevel.ts'
import type { InputCluster } from './clusters.ts'
import { isPort } from './environment.ts'

/** Nodes with the ports that they keep at the Ambassador of their cluster. */
export interface PinnedNodes {
  /** Ports by `organization/node`. */
  readonly ports: ReadonlyMap<string, number>
  /** The pool of each cluster, by its name; absent for the default. */
  readonly pools: ReadonlyMap<string, string>
  readonly lines: readonly BevelLine[]
}

/** Ports of nodes are pinned, so that others reach them where they did. One port belongs to one node of a cluster. */
export function pinned(
  clusters: readonly InputCluster[],
  organizations: readonly BevelOrganizationMapping[],
  opened: readonly number[],
): PinnedNodes {
  const ports = new Map<string, number>()
  const pools = new Map<string, string>()
  const lines: BevelLine[] = []
  for (const cluster of clusters) {
    const holders = new Map<number, string>()
    for (const { name: home } of cluster.organizations)
      for (const { fields, port, ports: count = 1 } of organizations.find(({ name }) => name === home)?.nodes ?? []) {
        const node = `${home}/${fields.name}`
        if (port === undefined || elsewhere(fields, cluster)) continue
        const own = portsFrom(port.value, count)
        const problem = problemOf(own, holders)
        if (problem === undefined && isPort(port.value)) {
          for (const one of own) holders.set(Number(one), node)
          ports.set(node, port.value)
          lines.push({ path: port.path, outcome: 'kept', text: 'as `port` of the node' })
        } else
          lines.push({
            path: port.path,
            outcome: 'derived',
            text: `${problem}: the node gets the lowest free ${count === 1 ? 'port' : 'ports'}`,
          })
      }
    const all = [...opened, ...holders.keys()]
    const nodes = organizations.flatMap((organization) =>
      organization.nodes.filter(({ fields }) => (fields.cluster ?? homeOf(organization, clusters)) === cluster.name),
    )
    const needed = nodes.reduce((sum, { ports: count = 1 }) => sum + count, 0)
    if (all.length > 0) pools.set(cluster.name, poolWith(Math.min(...all), Math.max(...all), needed))
  }
  return { ports, pools, lines }
}

const homeOf = ({ name }: BevelOrganizationMapping, clusters: readonly InputCluster[]): string | undefined =>
  clusters.find(({ organizations }) => organizations.some((organization) => organization.name === name))?.name

/** The ports of a node, one after the other. */
const portsFrom = (first: unknown, count: number): readonly unknown[] =>
  typeof first === 'number' ? Array.from({ length: count }, (_, index) => first + index) : [first]

/** The range with these two ports, and with room for a number of ports: nodes without a port of the input need them too. */
function poolWith(lowest: number, highest: number, needed: number): string {
  let [first, last] = [lowest, highest]
  const hasRoom = (): boolean =>
    last - first + 1 - [...reservedPorts.keys()].filter((port) => port >= first && port <= last).length >= needed
  while (!hasRoom() && last < 65535) last++
  while (!hasRoom() && first > 1024) first--
  return `${first}-${last}`
}

/** A node in another cluster than its home keeps no port: the ports of that cluster are not known. */
const elsewhere = (fields: BevelNode['fields'], { name }: InputCluster): boolean =>
  fields.cluster !== undefined && fields.cluster !== name

function problemOf(ports: readonly unknown[], holders: ReadonlyMap<number, string>): string | undefined {
  for (const port of ports) {
    if (!isPort(port)) return 'not a port from 1024 to 65535'
    const holder = holders.get(port)
    if (holder !== undefined) return `port ${port} belongs to ${holder} in the same cluster`
    const reserved = reservedPorts.get(port)
    if (reserved !== undefined) return `port ${port} belongs to ${reserved}`
  }
  return undefined
}
