import type { CheckedNetwork } from '../../check/checked-network.ts'
import { at, isRecord } from '../../cluster/objects.ts'
import type { Network } from '../../network/network.ts'
import type { PeersIn } from '../../plan/objects.ts'
import { type CompileInput, viewOf } from '../../render/compile.ts'
import { type FileTree, mergeTrees } from '../../render/tree.ts'
import type { PlanPorts } from '../ports.ts'
import { renderInput, treeOf } from '../render.ts'

/** A network, and its rendered files with overrides. */
export interface Rendition {
  readonly network: Network
  readonly tree: FileTree
  readonly overrides: FileTree
  readonly whole: FileTree
  /** Whom objects of a cluster list as peers. */
  readonly peersIn: (cluster: string) => PeersIn
}

export async function renditionOf(checked: CheckedNetwork, ports: PlanPorts): Promise<Rendition> {
  const input = await renderInput(checked, ports)
  const tree = treeOf(checked, input)
  const { network, overrides } = checked
  return { network, tree, overrides, whole: mergeTrees(tree, overrides), peersIn: peersOfClusters(input) }
}

function peersOfClusters(input: CompileInput): Rendition['peersIn'] {
  const { network, platform } = input
  const views = new Map(network.clusters.map((cluster) => [cluster.name, viewOf(input, cluster)]))
  return (cluster) => (object) => {
    const [view, data] = [views.get(cluster), at(object, 'data')]
    if (view === undefined || object.kind !== 'ConfigMap' || !isRecord(data)) return undefined
    return platform.rendering.peersIn?.(data, view)
  }
}
