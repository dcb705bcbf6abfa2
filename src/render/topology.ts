import type { Route } from '../ambassador/routes.ts'
import { groupBy } from '../group-by.ts'
import { type Network, nodesOf } from '../network/network.ts'
import { counted } from '../words.ts'

/** Nodes drawn one by one; a larger network is drawn by role, or nobody could read it. */
const drawnNodes = 40

/** With more clusters, an edge for each pair would hide the picture: it says the ports at each cluster. */
const clustersWithEdges = 3

/** Clusters beside each other where no edge orders them. */
const columns = 2

/** A colour for each role, in the order of their names: white text can be read on all, and each on a white and on a black page. */
const colours = ['1a7f37', '0969da', '8250df', 'bc4c00', '6e7781', 'bf3989', '57606a', '116329'] as const

/** What the picture shows, in a sentence or two. */
export const topologyLegend = ({ clusters }: Network): string => {
  if (clusters.length < 2) return 'A colour is a role.'
  return clusters.length <= clustersWithEdges
    ? 'A colour is a role. Clusters reach each other through their Ambassadors: `6 + 2 ports` are those that the upper cluster opens to the lower one, and the lower one to the upper.'
    : 'A colour is a role. Each cluster reaches every other one through its Ambassador, at the ports in its title.'
}

/**
 * The topology as a Mermaid flowchart: clusters, with their organizations and nodes by role, and the ports between clusters.
 * https://mermaid.js.org/syntax/flowchart.html
 */
export function topology(network: Network, routes: readonly Route[]): string {
  const { clusters, external, nodes } = network
  const roles = [...new Set([...nodes, ...external].map(({ role }) => role))].sort()
  const classOf = (role: string): string => `r${roles.indexOf(role) % colours.length}`
  const ports = clusters.map(({ name }) => portsOf(name, routes))
  const box = (id: string, text: string, role: string): string => `${id}["${label(text)}"]:::${classOf(role)}`
  return [
    'flowchart TB',
    ...clusters.flatMap((cluster, at) => clusterLines(network, at, titleOf(cluster, ports[at], clusters.length), box)),
    ...(clusters.length <= clustersWithEdges ? pairs(ports) : rows(clusters.length)),
    ...externalLines(network, box),
    '  subgraph roles["roles"]',
    ...roles.map((role, at) => `    l${at}${box('', role, role)}`),
    '  end',
    ...roles.slice(0, colours.length).map((_role, at) => {
      const colour = `#${colours[at]}`
      return `  classDef r${at} fill:${colour},stroke:${colour},color:#ffffff`
    }),
    '',
  ].join('\n')
}

type Box = (id: string, text: string, role: string) => string

function titleOf(
  { name, provider, domain, address = '' }: Network['clusters'][number],
  ports: number | undefined = 0,
  clusters: number,
): string {
  const title = `${name} (${provider}): ${domain ?? address}`
  return clusters <= clustersWithEdges ? title : `${title}, ${counted(ports, 'port')}`
}

function clusterLines(network: Network, at: number, title: string, box: Box): string[] {
  const single = network.nodes.length <= drawnNodes
  const organizations = network.organizations.flatMap((organization, index) => {
    const nodes = nodesOf(network, network.clusters[at]?.name ?? '', organization.name)
    if (nodes.length === 0) return []
    const id = `c${at}o${index}`
    const boxes = single
      ? nodes.map((node, number) =>
          box(`${id}n${number}`, node.elsewhere ? `${node.name}, elsewhere` : node.name, node.role),
        )
      : [...groupBy(nodes, ({ role }) => role)].map(([role, own], number) =>
          box(`${id}n${number}`, `${own.length} ${role}`, role),
        )
    return [`    subgraph ${id}["${label(organization.name)}"]`, ...boxes.map((line) => `      ${line}`), '    end']
  })
  return [`  subgraph c${at}["${label(title)}"]`, ...organizations, '  end']
}

/** Ports that the Ambassador of a cluster opens to others, without those that HTTP shares. */
const portsOf = (cluster: string, routes: readonly Route[]): number =>
  new Set(routes.filter((route) => route.cluster === cluster && route.kind !== 'http').map(({ port }) => port)).size

/** An edge for each pair of clusters of which one can dial the other. */
const pairs = (ports: readonly number[]): string[] =>
  ports.flatMap((upper, from) =>
    ports.flatMap((lower, to) => {
      if (to <= from || upper + lower === 0) return []
      if (lower === 0) return [`  c${to} -->|"${counted(upper, 'port')}"| c${from}`]
      if (upper === 0) return [`  c${from} -->|"${counted(lower, 'port')}"| c${to}`]
      return [`  c${from} <-->|"${label(`${upper} + ${lower} ports`)}"| c${to}`]
    }),
  )

/** Invisible edges, which put clusters below each other. */
const rows = (clusters: number): string[] =>
  Array.from({ length: Math.max(0, clusters - columns) }, (_, at) => `  c${at} ~~~ c${at + columns}`)

function externalLines({ external, clusters }: Network, box: Box): string[] {
  if (external.length === 0) return []
  return [
    '  subgraph external["run by others"]',
    ...external.map((node, at) => `    ${box(`e${at}`, `${node.organization}/${node.name}`, node.role)}`),
    '  end',
    ...(clusters.length <= clustersWithEdges ? clusters.map((_cluster, at) => `  external <--> c${at}`) : []),
  ]
}

/** Mermaid ends a quoted text at a quote, and reads entities written with "#". */
const label = (text: string): string =>
  text.replace(/[^A-Za-z0-9 .,:/()+_-]/g, (character) => `#${character.codePointAt(0)};`)
