import { groupBy } from '../group-by.ts'

/** An organization of a new network, and where its nodes may be: its home first. */
export interface StarterOrganization {
  readonly name: string
  readonly clusters: readonly [string, ...string[]]
}

/** A node of a new network, as it is named. */
export interface StarterNode {
  readonly organization: string
  readonly name: string
  /** Among those of its role and organization, from 1. */
  readonly number: number
}

/** Nodes of one role in a new network. */
interface StarterRole {
  readonly role: string
  /** How many the whole network gets when nobody asks for a number. */
  readonly total: (organizations: readonly StarterOrganization[]) => number
  /** Fields of each node besides name, role and cluster. */
  readonly fields: Readonly<Record<string, string>>
  /** Fields that differ from node to node, as YAML in one line. They come before the others. */
  readonly fieldsOf?: (node: StarterNode) => Readonly<Record<string, string>>
}

/** A file that a new definition names and only people have. */
export interface BroughtFile {
  /** Its path in the repository. */
  readonly file: string
  /** What it is: `the plain chain spec of your runtime`. */
  readonly what: string
  /** A command that makes one, as an example. */
  readonly command: string
}

/** How a new network of a ledger begins: what `chancery init` writes of it. Texts are lines of YAML with comments, without indentation. */
export interface PlatformStarter {
  /** In the order in which nodes are listed. */
  readonly roles: readonly StarterRole[]
  /** Its nodes should be reached at IP addresses: a person is asked for those first. */
  readonly prefersAddresses?: true
  /** `init` writes a definition although it lacks these. */
  readonly brought?: readonly BroughtFile[]
  /** Its own top-level keys that come before clusters. */
  before?(name: string, organizations: readonly string[]): readonly string[]
  /** Those that come after organizations. */
  after?(name: string, organizations: readonly string[]): readonly string[]
  /** Its own fields of an organization, which come before the nodes. */
  organization?(name: string, organizations: readonly string[]): readonly string[]
}

/** A node of a new network. */
export interface PlacedNode {
  readonly organization: string
  readonly cluster: string
}

/** Spreads nodes over organizations in turn, and those of each organization over its clusters in turn. */
export function spread(total: number, organizations: readonly StarterOrganization[]): readonly PlacedNode[] {
  return organizations.flatMap(({ name, clusters }, at) => {
    const own = Math.ceil((total - at) / organizations.length)
    return Array.from({ length: Math.max(0, own) }, (_, index) => ({
      organization: name,
      cluster: clusters[index % clusters.length] ?? clusters[0],
    }))
  })
}

/**
 * The smallest number of nodes, of some candidates in order, with which as few clusters and organizations as possible are too large:
 * hold more than may be down.
 */
export function leastConcentrated(
  candidates: readonly [number, ...number[]],
  organizations: readonly StarterOrganization[],
  { by, mayBeDown }: { readonly by: readonly (keyof PlacedNode)[]; readonly mayBeDown: (total: number) => number },
): number {
  const tooLarge = (total: number): number => {
    const nodes = spread(total, organizations)
    return by
      .flatMap((kind) => [...groupBy(nodes, (node) => node[kind]).values()])
      .filter(({ length }) => length > mayBeDown(total)).length
  }
  return candidates.reduce((best, total) => (tooLarge(total) < tooLarge(best) ? total : best), candidates[0])
}
