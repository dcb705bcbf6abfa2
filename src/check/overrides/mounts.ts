import { toText } from '../../file-content.ts'
import type { Problem } from '../../network/finding.ts'
import { type Network, nodeId } from '../../network/network.ts'
import type { FileTree } from '../../render/tree.ts'

/** Removes problems about a missing file if an override of the node mounts something, which may be that file. */
export function withoutMounted(problems: readonly Problem[], network: Network, overrides: FileTree): Problem[] {
  if (!problems.some(({ rule }) => rule === 'setting-file')) return [...problems]
  const mounting = network.nodes.filter((node) => {
    const folder = `overrides/${node.cluster.name}/${nodeId(node)}/`
    return [...overrides].some(([path, content]) => path.startsWith(folder) && toText(content).includes('mountPath'))
  })
  return problems.filter(
    ({ rule, path }) =>
      rule !== 'setting-file' || !mounting.some((node) => node.path.every((step, at) => step === path[at])),
  )
}
