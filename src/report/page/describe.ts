import { dnsRecords } from '../../ambassador/dns.ts'
import { routesOf } from '../../ambassador/routes.ts'
import { groupBy } from '../../group-by.ts'
import { addressText, serviceAddress } from '../../network/address.ts'
import { type LedgerNode, type Network, nodeId } from '../../network/network.ts'
import type { LedgerTable } from '../../platforms/live-ledger.ts'
import type { ClusterView, Platform } from '../../platforms/platform.ts'
import { viewOf } from '../../render/compile.ts'
import { pageClusters } from './ambassadors.ts'
import type { PageData, PageNode, PageTable } from './data.ts'
import { dialsOf } from './dials.ts'
import { pageHealth } from './health.ts'
import type { PageInput } from './input.ts'
import { pageKeys } from './keys.ts'
import { pageTolerance } from './losses.ts'
import { pageFinding, pagePlan } from './plan.ts'
import { podsOf } from './pods.ts'

/** A network as data of a page. */
export function pageData(input: PageInput): PageData {
  const { network, platform, ports, plan, verified } = input
  const { definition } = platform
  const routes = routesOf(network, platform, ports)
  const views = new Map(network.clusters.map((cluster) => [cluster.name, viewOf(input, cluster)]))
  const viewIn = (cluster: string): ClusterView => {
    const view = views.get(cluster)
    if (view === undefined) throw new Error(`there is no cluster ${cluster}`)
    return view
  }
  const pods = podsOf({ network, platform, bases: input.bases, viewOf: viewIn })
  const dials = dialsOf(network, platform, viewIn)
  const steps = stepsOf(network, platform)
  const dialledFrom = (id: string) => dials.from.get(id) ?? []
  const ownRoutes = routes.filter(({ shared }) => shared === undefined)
  const outside = new Map(ownRoutes.map(({ node, endpoint, url }) => [`${nodeId(node)} ${endpoint.name}`, url]))
  const describe = (node: LedgerNode): PageNode => {
    const id = nodeId(node)
    return {
      id,
      name: node.name,
      organization: node.organization.name,
      cluster: node.cluster.name,
      role: node.role,
      ...(node.elsewhere ? { elsewhere: true as const } : {}),
      version: node.platformVersion,
      storage: node.storage,
      endpoints: definition.endpoints(node).map((endpoint) => {
        const { host, port } = serviceAddress(node, endpoint)
        const url = outside.get(`${id} ${endpoint.name}`)
        return {
          name: endpoint.name,
          protocol: endpoint.protocol,
          inside: addressText({ host, port }),
          ...(url === undefined ? {} : { outside: url }),
        }
      }),
      dialledFrom: dialledFrom(id),
      pod: pods.indexOf(node),
      step: steps.get(node) ?? [1, 1],
    }
  }
  return {
    network: { name: network.name, platform: definition.title, version: network.platformVersion },
    roles: definition.roles.map((name) => ({ name, consensus: definition.consensusRoles.includes(name) })),
    clusters: pageClusters(network, routes),
    organizations: network.organizations.map(({ name, legalName, namespace, cluster }) => {
      return { name, legalName, namespace, cluster }
    }),
    nodes: network.nodes.map(describe),
    external: network.external.map((node) => ({
      id: nodeId(node),
      name: node.name,
      organization: node.organization,
      role: node.role,
      address: addressText(node),
      dialledFrom: dialledFrom(nodeId(node)),
    })),
    pods: pods.all,
    dials: dials.all,
    routes: routes.map(({ cluster, node, endpoint, url }) => ({
      cluster,
      node: nodeId(node),
      endpoint: endpoint.name,
      address: url,
      service: `${endpoint.service}.${node.organization.namespace}:${endpoint.port}`,
    })),
    dnsRecords: dnsRecords(network, routes).map(({ cluster, name, type, target }) => ({ cluster, name, type, target })),
    keys: pageKeys(input),
    tolerance: pageTolerance(network, platform, input.material),
    ledger: (platform.operation.parts?.(network) ?? []).map(pageTable),
    findings: input.findings.map(pageFinding),
    throwAway: input.missing.map(({ label }) => label),
    ...(plan === undefined ? {} : { plan: pagePlan(plan) }),
    ...(verified === undefined ? {} : { health: pageHealth(verified) }),
  }
}

const pageTable = ({ name, columns, rows }: LedgerTable): PageTable => ({
  title: `${name.slice(0, 1).toUpperCase()}${name.slice(1)}`,
  columns: columns.map((column) => `${column.slice(0, 1).toUpperCase()}${column.slice(1)}`),
  rows: rows.map((row) => columns.map((column) => String(row[column] ?? ''))),
})

/** In which step of a roll-out each node restarts, of how many in its cluster. */
function stepsOf({ nodes }: Network, { operation }: Platform): ReadonlyMap<LedgerNode, readonly [number, number]> {
  return new Map(
    [...groupBy(nodes, ({ cluster }) => cluster.name).values()].flatMap((own) => {
      const groups = operation.rollout(own)
      return groups.flatMap((group, at) => group.map((node) => [node, [at + 1, groups.length] as const] as const))
    }),
  )
}
