import { groupBy } from '../group-by.ts'
import { type AnyNode, type LedgerNode, type Network, nodeId, organizationOf, runningIn } from '../network/network.ts'
import { providers } from '../providers/index.ts'

/** What the loss of one thing does to the ledger. */
export interface Fault {
  readonly kind: 'node' | 'organization' | 'cluster' | 'ambassador' | 'zone'
  /** Its own name; `any one validator` for nodes that are alike. */
  readonly name: string
  /** What has to be so besides the definition, which does not say it: `if its nodes are spread evenly`. */
  readonly assumption?: string
  /** Consensus nodes that go with it, or are cut off from most others. */
  readonly lost: number
  /** Consensus continues, if need be after a pause. */
  readonly survives: boolean
  /** Consensus stops until nodes have dialled each other anew. */
  readonly pauses: boolean
  /** Consensus nodes that may be down besides; negative when it stops: so many have to come back. */
  readonly margin: number
  readonly reach: Reach
  /** What else of the ledger stops, in words: `chaincode assets of channel trade cannot be endorsed`. */
  readonly stops?: readonly string[]
}

/** What cannot be reached from outside its cluster meanwhile. */
export interface Reach {
  /** Nodes whose exposed endpoints answer nobody; for nodes that are alike, one of them. */
  readonly exposed: readonly { readonly node: string; readonly endpoints: readonly string[] }[]
  /** Exposed endpoints that no other node of the network has: `rpc`. */
  readonly none: readonly string[]
  /** Nodes that run and cannot be dialled, and by whom: other clusters, and external parties. They still dial others. */
  readonly undialled: { readonly nodes: number; readonly from: readonly string[] }
}

/** What the network can lose before it stops agreeing. */
export interface FaultReport {
  /** One sentence: how many consensus nodes, how many may fail. */
  readonly summary: string
  readonly consensus: {
    readonly nodes: number
    /** So many may stop, and the ledger makes progress. */
    readonly mayBeDown: number
    /** So many may say what is not true, and the ledger stays the same for all. */
    readonly mayLie: number
  }
  readonly faults: readonly Fault[]
  /** What becomes of nodes that are behind one Ambassador, while it is down; nothing when absent. */
  readonly inside?: string
}

/** Something that is lost: the nodes that go with it, and the clusters that cannot be entered any more. */
export interface Loss {
  readonly kind: Fault['kind']
  readonly name: string
  readonly nodes: readonly AnyNode[]
  readonly closed: readonly string[]
}

/**
 * Everything that can be lost: one node of each kind, an organization (an external one too), a cluster, an Ambassador.
 * `kindOf` names nodes that are alike, and is undefined for nodes whose loss nobody here would notice.
 */
export function lossesOf(network: Network, kindOf: (node: AnyNode) => string | undefined): readonly Loss[] {
  const kinds = groupBy(allNodes(network), (node) => kindOf(node) ?? '')
  kinds.delete('')
  return [
    ...[...kinds].sort(byName).map(([name, nodes]) => loss('node', name, nodes.slice(0, 1))),
    ...groupLosses(network),
  ]
}

/** Everything that a person can choose: each node by its name, and what lossesOf has besides nodes. */
export const everyLoss = (network: Network): readonly Loss[] => [
  ...allNodes(network).map((node) => loss('node', nodeId(node), [node])),
  ...groupLosses(network),
]

const allNodes = (network: Network): readonly AnyNode[] => [...network.nodes, ...network.external]

function groupLosses(network: Network): Loss[] {
  const byOrganization = groupBy(allNodes(network), organizationOf)
  const organizations = [...new Set([...network.organizations.map(({ name }) => name), ...byOrganization.keys()])]
  return [
    ...organizations.sort().map((name) => loss('organization', name, byOrganization.get(name) ?? [])),
    ...network.clusters.map(({ name }) => loss('cluster', name, nodesIn(network, name), [name])),
    ...network.clusters.map(({ name }) => loss('ambassador', name, [], [name])),
  ]
}

const loss = (kind: Loss['kind'], name: string, nodes: readonly AnyNode[], closed: readonly string[] = []): Loss => ({
  kind,
  name,
  nodes,
  closed,
})

const byName = ([a]: readonly [string, unknown], [b]: readonly [string, unknown]): number => (a < b ? -1 : 1)

/** Nodes that run in a cluster. */
export const nodesIn = (network: Network, cluster: string): readonly LedgerNode[] =>
  network.nodes.filter((node) => runningIn(node) === cluster)

/** What cannot be reached from outside its cluster while something is lost. */
export function reachOf(network: Network, { nodes, closed }: Loss): Reach {
  const down = new Set<AnyNode>(nodes)
  const isClosed = (node: LedgerNode): boolean => down.has(node) || closed.includes(runningIn(node) ?? '')
  // Where clients reach a node that runs elsewhere is not known.
  const exposing = network.nodes.filter(({ expose, elsewhere }) => expose.length > 0 && !elsewhere)
  const left = new Set(exposing.filter((node) => !isClosed(node)).flatMap(({ expose }) => expose))
  const unreached = exposing.filter(isClosed)
  const running = network.nodes.filter((node) => isClosed(node) && !down.has(node))
  const inhabited = new Set(network.nodes.map(({ cluster }) => cluster.name))
  const others = network.clusters.map(({ name }) => name).filter((name) => inhabited.has(name))
  return {
    exposed: unreached.map((node) => ({ node: nodeId(node), endpoints: node.expose })),
    none: [...new Set(unreached.flatMap(({ expose }) => expose))].filter((endpoint) => !left.has(endpoint)).sort(),
    undialled: {
      nodes: running.length,
      from:
        running.length === 0
          ? []
          : [
              ...others.filter((name) => !closed.includes(name)),
              ...[...new Set(network.external.map(({ organization }) => organization))].sort(),
            ],
    },
  }
}

/** How many of these nodes go with each value of `by`: clusters, of those that run in ours, or organizations. */
export function concentration(nodes: readonly AnyNode[], by: 'cluster' | 'organization'): ReadonlyMap<string, number> {
  const counts = new Map<string, number>()
  for (const node of nodes) {
    const name = by === 'organization' ? organizationOf(node) : runningIn(node)
    if (name !== undefined) counts.set(name, (counts.get(name) ?? 0) + 1)
  }
  return counts
}

/** `2 offline or 1 malicious validator`, of nodes that may be down and nodes that may lie. */
export function survivable(offline: number, malicious: number, what: string): string {
  if (offline === 0) return `no offline or malicious ${what}`
  if (malicious === 0) return `${offline} offline ${what}${offline === 1 ? '' : 's'}, and no malicious one`
  const plural = malicious === 1 ? '' : 's'
  return offline === malicious
    ? `${offline} offline or malicious ${what}${plural}`
    : `${offline} offline or ${malicious} malicious ${what}${plural}`
}

const zonesOfACluster = 3

/**
 * What goes with the worst zone of a cluster when an organization spreads its nodes evenly over all: its largest share.
 * `counted` is how many of an organization's nodes take part in consensus, where others are spread with them.
 */
export const inWorstZone = <Node extends AnyNode>(
  nodes: readonly Node[],
  counted: (own: readonly Node[]) => number = (own) => own.length,
): number =>
  [...groupBy(nodes, organizationOf).values()]
    .map((own) => Math.min(counted(own), Math.ceil(own.length / zonesOfACluster)))
    .reduce((sum, share) => sum + share, 0)

/** The loss of a zone in each cluster that has several; `outcomeOf` is undefined where nothing is lost with one. */
export const zoneFaults = (
  network: Network,
  spread: string,
  outcomeOf: (cluster: string) => { readonly lost: number; readonly margin: number } | undefined,
): Fault[] =>
  network.clusters.flatMap(({ name, provider }): Fault[] => {
    const outcome = providers[provider].local ? undefined : outcomeOf(name)
    if (outcome === undefined) return []
    return [
      {
        kind: 'zone',
        name,
        assumption: `at worst, if ${spread} of each organization there are spread evenly over three zones`,
        lost: outcome.lost,
        survives: outcome.margin >= 0,
        pauses: false,
        margin: outcome.margin,
        reach: { exposed: [], none: [], undialled: { nodes: 0, from: [] } },
      },
    ]
  })
