import type { CheckedNetwork } from '../../check/checked-network.ts'
import type { Network } from '../../network/network.ts'
import { type FileTree, mergeTrees } from '../../render/tree.ts'
import type { PlanPorts } from '../ports.ts'
import { renderTree } from '../render.ts'

/** A network, and its rendered files with overrides. */
export interface Rendition {
  readonly network: Network
  readonly tree: FileTree
  readonly overrides: FileTree
  readonly whole: FileTree
}

export async function renditionOf(checked: CheckedNetwork, ports: PlanPorts): Promise<Rendition> {
  const tree = await renderTree(checked, ports)
  const { network, overrides } = checked
  return { network, tree, overrides, whole: mergeTrees(tree, overrides) }
}
