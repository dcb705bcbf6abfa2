import { outsideOf } from '../../ambassador/outside.ts'
import type { Material, MaterialRequest } from '../../material/material.ts'
import type { Path } from '../../network/finding.ts'
import type { AllocatedPorts } from '../../network/lock.ts'
import { type Cluster, type LedgerNode, type Network, nodeId } from '../../network/network.ts'
import type { Platform } from '../../platforms/platform.ts'

/** A network before or after a change, without errors. */
export interface Revision {
  readonly network: Network
  readonly platform: Platform
  /** Ports of all its endpoints: those of its lock. */
  readonly ports: AllocatedPorts
  /** With stand-ins for what is missing. */
  readonly material: Material
}

/** All keys and all that nodes share, whether it has been made or not. */
export const requestsOf = ({ network, platform, ports }: Revision): readonly MaterialRequest[] =>
  platform.material.requests(network, outsideOf(platform, ports))

const isMade = ({ material }: Revision, { file }: MaterialRequest): boolean =>
  material.text(file) !== undefined && !material.standIns.has(file)

/** Whether anything of it can run: nothing does before something that nodes share, such as a genesis, is made. */
export function hasBegun(revision: Revision): boolean {
  const shared = requestsOf(revision).filter(({ kind }) => kind === 'shared')
  const isBegun = shared.length === 0 || shared.some((request) => isMade(revision, request))
  return isBegun && runningNodes(revision).length > 0
}

/** Nodes that can run: a node without a key cannot. */
export function runningNodes(revision: Revision): readonly LedgerNode[] {
  const { network } = revision
  const open = requestsOf(revision).filter((request) => !isMade(revision, request))
  const without = new Set(open.map(({ label }) => label))
  return network.nodes.filter((node) => !without.has(nodeId(node)))
}

/** The same thing before and after. */
export interface Kept<Item> {
  readonly was: Item
  readonly is: Item
}

/** Nodes that ran before, and are still there. */
export const keptNodes = (before: Revision, after: Revision): readonly Kept<LedgerNode>[] =>
  pairs(runningNodes(before), after.network.nodes, nodeId)

export const keptClusters = (before: Revision, after: Revision): readonly Kept<Cluster>[] =>
  pairs(before.network.clusters, after.network.clusters, ({ name }) => name)

export function pairs<Item>(
  before: readonly Item[],
  after: readonly Item[],
  key: (item: Item) => string,
): readonly Kept<Item>[] {
  const now = new Map(after.map((item) => [key(item), item]))
  return before.flatMap((was) => {
    const is = now.get(key(was))
    return is === undefined ? [] : [{ was, is }]
  })
}

/** What is in the first list and not in the second. */
export function missingFrom<Item>(
  items: readonly Item[],
  others: readonly Item[],
  key: (item: Item) => string,
): readonly Item[] {
  const known = new Set(others.map(key))
  return items.filter((item) => !known.has(key(item)))
}

/** The list of nodes of an organization; that of organizations when it is gone. */
export function nodeListOf(network: Network, organization: string): Path {
  const found = network.organizations.find(({ name }) => name === organization)
  return found === undefined ? ['organizations'] : [...found.path, 'nodes']
}
