import { counted } from '../../words.ts'
import type { TonedLine } from '../reporter.ts'
import { columnsOf, type TextTable } from './columns.ts'
import type { ClusterRow, NetworkStatus, NodeRow, RouteRow, StatusProblem } from './network-status.ts'

/** Tables of clusters, nodes, ledger and routes, then what is wrong: the last lines are what a person sees. */
export const statusLines = (status: NetworkStatus): readonly TonedLine[] => [
  ...clusterTable(status),
  ...otherTables(status),
  ...findingLines(status),
]

/** The same for a screen that may be too small for all of it: what is wrong comes before the long tables. */
export const screenLines = (status: NetworkStatus): readonly TonedLine[] => [
  ...clusterTable(status),
  ...findingLines(status),
  { text: '' },
  ...otherTables(status),
]

const clusterTable = ({ clusters }: NetworkStatus): readonly TonedLine[] =>
  block({
    columns: clusterColumns,
    rows: clusters.map(clusterCells),
    bad: clusters.map(({ state }) => state !== 'ok'),
  })

const otherTables = ({ nodes, tables, routes }: NetworkStatus): readonly TonedLine[] => [
  ...block({ columns: nodeColumns, rows: nodes.map(nodeCells), bad: nodes.map(({ ready }) => ready === false) }),
  ...tables.flatMap(({ columns, rows }) =>
    block({ columns, rows: rows.map((row) => columns.map((column) => String(row[column] ?? ''))), bad: [] }),
  ),
  ...block({
    columns: routeColumns,
    rows: routes.map(routeCells),
    bad: routes.map(({ resolves }) => resolves === false),
  }),
]

const findingLines = ({ problems, notes }: NetworkStatus): readonly TonedLine[] => [
  ...notes.map((text): TonedLine => ({ text, tone: 'quiet' })),
  ...problems.flatMap(problemLines),
  problems.length === 0
    ? { text: 'no problems found', tone: 'good' }
    : { text: counted(problems.length, 'problem'), tone: 'bad' },
]

export const problemLines = ({ cluster, message, hint }: StatusProblem): readonly TonedLine[] => [
  { text: `! ${cluster === undefined ? '' : `${cluster}: `}${message}`, tone: 'bad' },
  ...(hint === undefined ? [] : [{ text: `    ${hint}` }]),
]

/** A table and an empty line; nothing for a table without rows. */
function block(table: TextTable & { readonly bad: readonly boolean[] }): readonly TonedLine[] {
  if (table.rows.length === 0) return []
  const [heading = '', ...rows] = columnsOf(table)
  return [
    { text: heading, tone: 'heading' },
    ...rows.map((text, at): TonedLine => (table.bad[at] === true ? { text, tone: 'bad' } : { text })),
    { text: '' },
  ]
}

const clusterColumns = ['cluster', 'state', 'nodes', 'objects', 'Ambassador', 'Kubernetes', 'applied by']

function clusterCells(row: ClusterRow): readonly string[] {
  const { cluster, state, readyNodes, nodes, objects, objectsAsDefined, addresses, kubernetes, appliedBy } = row
  const ready = state === 'unreachable' ? '' : `${readyNodes}/${nodes}`
  const defined = objects === undefined ? '' : `${objectsAsDefined}/${objects}`
  return [cluster, state, ready, defined, addresses?.join(', ') ?? '', kubernetes ?? '', appliedBy ?? '']
}

const nodeColumns = ['node', 'cluster', 'role', 'ready', 'block', 'peers', 'restarts', 'version', 'certificate']

function nodeCells({
  node,
  cluster,
  role,
  ready,
  elsewhere,
  restarts,
  peers,
  version,
  ...rest
}: NodeRow): readonly string[] {
  const { height, heights = {}, certificateDays: days } = rest
  const blocks =
    height === undefined
      ? Object.entries(heights)
          .map(([name, block]) => `${name} ${block}`)
          .join(', ')
      : String(height)
  return [
    node,
    cluster,
    role,
    elsewhere ? 'elsewhere' : ready === undefined ? 'unknown' : ready ? 'yes' : 'no',
    blocks,
    numberText(peers),
    numberText(restarts),
    version ?? '',
    days === undefined ? '' : days < 0 ? 'expired' : `${days}d`,
  ]
}

const routeColumns = ['route', 'node', 'endpoint', 'DNS']

const routeCells = ({ url, node, endpoint, resolves, resolvesTo }: RouteRow): readonly string[] => [
  url,
  node,
  endpoint,
  resolves === undefined
    ? 'unknown'
    : resolves
      ? 'ok'
      : resolvesTo.length === 0
        ? 'does not resolve'
        : `resolves to ${resolvesTo.join(', ')}`,
]

const numberText = (number: number | undefined): string => (number === undefined ? '' : String(number))
