import type { Path } from '../../network/finding.ts'
import { nodeId } from '../../network/network.ts'
import type { EvmNetwork } from './network.ts'

/** A release that nodes run, and its place in the definition. */
export interface UsedRelease {
  readonly release: string
  /** Who runs it, in words that follow "Besu 26.8.0"; empty for the network. */
  readonly node: string
  readonly path: Path
}

/** The release of the network, unless each node has another one, and those of nodes. */
export function releasesOf({ platformVersion, nodes }: EvmNetwork): UsedRelease[] {
  const others = nodes.filter((node) => node.platformVersion !== platformVersion)
  return [
    ...(others.length > 0 && others.length === nodes.length
      ? []
      : [{ release: platformVersion, node: '', path: ['platformVersion'] }]),
    ...others.map((node) => ({
      release: node.platformVersion,
      node: ` of ${nodeId(node)}`,
      path: [...node.path, 'platformVersion'],
    })),
  ]
}
