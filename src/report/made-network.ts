import { code } from '../render/escape.ts'
import { counted, several } from '../words.ts'
import type { TonedLine } from './reporter.ts'

/** The network of a definition that was made of other data. */
export interface MadeNetwork {
  readonly clusters: readonly {
    readonly name: string
    readonly provider: string
    /** Its domain, or its IP address. */
    readonly domain: string
  }[]
  readonly organizations: readonly {
    readonly name: string
    readonly cluster: string
    readonly nodes: readonly string[]
  }[]
}

/** For a terminal. */
export const networkLines = ({ clusters, organizations }: MadeNetwork): readonly TonedLine[] => [
  {
    text: `${counted(clusters.length, 'cluster')}, ${counted(organizations.length, 'organization')}, ${counted(organizations.flatMap(({ nodes }) => nodes).length, 'node')}`,
    tone: 'heading',
  },
  ...clusters.map(({ name, provider, domain }) => ({ text: `  cluster ${name}: ${provider}, ${domain}` })),
  ...organizations.map(({ name, cluster, nodes }) => ({
    text: `  organization ${name} in ${cluster}: ${nodes.length === 0 ? 'no nodes' : several(nodes)}`,
  })),
]

/** As Markdown, with an empty line at the end. */
export const networkTables = ({ clusters, organizations }: MadeNetwork): readonly string[] => [
  ...table(
    ['cluster', 'provider', 'domain'],
    clusters.map(({ name, provider, domain }) => [code(name), code(provider), code(domain)]),
  ),
  ...table(
    ['organization', 'cluster', 'nodes'],
    organizations.map(({ name, cluster, nodes }) => [code(name), code(cluster), nodes.map(code).join(', ')]),
  ),
]

/** A table of Markdown, with an empty line at the end. Cells are escaped already. */
export const table = (columns: readonly string[], rows: readonly (readonly string[])[]): readonly string[] => [
  `| ${columns.join(' | ')} |`,
  `|${' --- |'.repeat(columns.length)}`,
  ...rows.map((cells) => `| ${cells.join(' | ')} |`),
  '',
]
