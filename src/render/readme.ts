import { dnsRecords } from '../ambassador/dns.ts'
import type { Route } from '../ambassador/routes.ts'
import type { Material, MaterialRequest } from '../material/material.ts'
import { type Network, nodeId } from '../network/network.ts'
import type { Platform, PlatformSection } from '../platforms/platform.ts'
import { ambassadorsMarkdown } from './ambassadors.ts'
import { code, prose } from './escape.ts'
import { expiriesMarkdown } from './expiries.ts'
import { table } from './markdown.ts'
import { runbookMarkdown } from './runbook.ts'
import { toleranceMarkdown } from './tolerance.ts'
import { topology, topologyLegend } from './topology.ts'

export interface ReadmeInput {
  readonly network: Network
  readonly platform: Platform
  readonly routes: readonly Route[]
  readonly material: Material
  /** All keys and certificates of the network. */
  readonly requests: readonly MaterialRequest[]
  /** The section about images. */
  readonly images: readonly string[]
}

/** `deploy/README.md`: the network for people. */
export function readme({ network, platform, routes, material, requests, images }: ReadmeInput): string {
  return [
    `# ${prose(network.name)}\n`,
    `${prose(platform.definition.title)} ${network.platformVersion}. Written by Chancery from \`network.yaml\`: changes made here are overwritten.\n`,
    ...(material.standIns.size > 0
      ? ['**Rendered with stand-ins for keys that do not exist yet: never deploy this.**\n']
      : []),
    '## Organizations\n',
    organizations(network),
    '## Topology\n',
    `${topologyLegend(network)}\n`,
    `\`\`\`mermaid\n${topology(network, routes)}\`\`\`\n`,
    ...(platform.rendering.sections?.(network, material) ?? []).flatMap(sectionMarkdown),
    ...expiriesMarkdown(requests, material),
    '## Routes\n',
    'How each endpoint is reached from outside its cluster, and its Service inside.\n',
    table(
      ['cluster', 'node', 'endpoint', 'address', 'Service'],
      routes.map(({ cluster, node, endpoint, url }) => [
        cluster,
        nodeId(node),
        endpoint.name,
        code(url),
        code(`${endpoint.service}.${node.organization.namespace}:${endpoint.port}`),
      ]),
    ),
    ...dns(network, routes),
    ...ambassadorsMarkdown(network, routes),
    '## What the network can lose\n',
    ...toleranceMarkdown(platform.operation.tolerance(network, material)),
    ...runbookMarkdown(network, platform),
    ...images,
  ].join('\n')
}

const sectionMarkdown = ({ title, introduction, columns, rows }: PlatformSection): string[] => [
  `## ${prose(title)}\n`,
  ...(introduction === undefined ? [] : [`${prose(introduction)}\n`]),
  table(
    columns,
    rows.map((row) => row.map(prose)),
  ),
]

function organizations(network: Network): string {
  const nodes = (name: string): string =>
    network.nodes
      .filter(({ organization }) => organization.name === name)
      .map((node) => `${node.name} (${node.role}, ${node.cluster.name}${node.elsewhere ? ', runs elsewhere' : ''})`)
      .join(', ')
  return table(
    ['organization', 'legal name', 'namespace', 'nodes'],
    network.organizations.map(({ name, legalName, namespace }) => [name, prose(legalName), namespace, nodes(name)]),
  )
}

function dns(network: Network, routes: readonly Route[]): string[] {
  const records = dnsRecords(network, routes)
  if (records.length === 0) return []
  return [
    '## DNS records to create\n',
    table(
      ['cluster', 'name', 'type', 'points at'],
      records.map(({ cluster, name, type, target }) => [cluster, code(name), type, prose(target)]),
    ),
  ]
}
