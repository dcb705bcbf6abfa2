import type { CheckedNetwork } from '../../check/checked-network.ts'
import { type FileTree, mergeTrees } from '../../render/tree.ts'
import type { PlanPorts } from '../ports.ts'
import { renderTree } from '../render.ts'

/** A network as files: rendered, with people's overrides. */
export interface Rendition {
  readonly tree: FileTree
  readonly overrides: FileTree
  readonly whole: FileTree
}

export async function renditionOf(checked: CheckedNetwork, ports: PlanPorts): Promise<Rendition> {
  const tree = await renderTree(checked, ports)
  const { overrides } = checked
  return { tree, overrides, whole: mergeTrees(tree, overrides) }
}
