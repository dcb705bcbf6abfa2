import type { Route } from '../ambassador/routes.ts'
import { type Network, nodesOf } from '../network/network.ts'
import { counted } from '../words.ts'

/** Nodes drawn one by one; a larger network is drawn by role, or nobody could read it. */
const drawnNodes = 40

/**
 * The topology as a Mermaid flowchart: clusters, their organizations and nodes, and the Ambassadors between them.
 * https://mermaid.js.org/syntax/flowchart.html
 */
export function topology(network: Network, routes: readonly Route[]): string {
  const lines = ['flowchart LR']
  const single = network.nodes.length <= drawnNodes
  for (const [at, cluster] of network.clusters.entries()) {
    lines.push(`  subgraph c${at}["${label(`${cluster.name} (${cluster.provider})`)}"]`)
    lines.push(`    a${at}{{"${label(`Ambassador ${cluster.domain ?? cluster.address ?? ''}`)}"}}`)
    for (const [index, organization] of network.organizations.entries()) {
      const nodes = nodesOf(network, cluster.name, organization.name)
      if (nodes.length === 0) continue
      const id = `c${at}o${index}`
      lines.push(`    subgraph ${id}["${label(organization.name)}"]`)
      if (single)
        for (const [number, node] of nodes.entries())
          lines.push(`      ${id}n${number}["${label(`${node.name}: ${node.role}`)}"]`)
      else lines.push(`      ${id}n["${label(byRole(nodes.map((node) => node.role)))}"]`)
      lines.push('    end', `    a${at} --> ${id}`)
    }
    lines.push('  end')
  }
  for (const from of network.clusters.keys()) {
    for (const [to, target] of network.clusters.entries()) {
      const own = routes.filter((route) => route.cluster === target.name && route.kind !== 'http')
      const ports = new Set(own.map(({ port }) => port)).size
      if (from !== to && ports > 0) lines.push(`  c${from} -->|"${counted(ports, 'port', 'ports')}"| a${to}`)
    }
  }
  if (network.external.length > 0) {
    lines.push('  subgraph external["run by others"]')
    for (const [at, node] of network.external.entries())
      lines.push(`    e${at}["${label(`${node.organization}/${node.name}: ${node.role}`)}"]`)
    lines.push('  end')
    for (const at of network.clusters.keys()) lines.push(`  external --> a${at}`)
  }
  return `${lines.join('\n')}\n`
}

/** Mermaid ends a quoted text at a quote, and reads entities written with "#". */
const label = (text: string): string =>
  text.replace(/[^A-Za-z0-9 .:/()_-]/g, (character) => `#${character.codePointAt(0)};`)

function byRole(roles: readonly string[]): string {
  const counts = new Map<string, number>()
  for (const role of roles) counts.set(role, (counts.get(role) ?? 0) + 1)
  return [...counts].map(([role, count]) => `${count} ${role}`).join(', ')
}
