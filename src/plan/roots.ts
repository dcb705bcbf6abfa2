import { sameContent } from '../file-content.ts'
import { groupBy } from '../group-by.ts'
import type { FileTree } from '../render/tree.ts'

/** In place of the name of a cluster: what all of them get. */
export const everyCluster = 'every cluster'

/** Cluster and part of a root's folder: `deploy/clusters/eu/carrier/rpc1` is carrier/rpc1. The CRDs are of no cluster. */
export function placeOfRoot(root: string): { readonly cluster: string; readonly part: string } {
  const [, cluster = '', part = ''] = /^deploy\/clusters\/([^/]+)\/(.+)$/.exec(root) ?? []
  return cluster === '' ? { cluster: everyCluster, part: 'CRDs' } : { cluster, part }
}

/**
 * Roots whose files differ, so that only these have to be built: their own, the bases, which any may include, and the
 * overrides of people for them.
 */
export function changedRoots(roots: readonly string[], before: FileTree, after: FileTree): string[] {
  const [old, now] = [filesByRoot(roots, before), filesByRoot(roots, after)]
  const differs = (root: string): boolean => {
    const [was, is] = [old.get(root) ?? [], now.get(root) ?? []]
    return was.length !== is.length || is.some((path) => !sameContent(before.get(path), after.get(path)))
  }
  // One that comes or goes is told by the root that names it.
  const bases = [...after].some(
    ([path, content]) => path.startsWith('deploy/base/') && before.has(path) && !sameContent(before.get(path), content),
  )
  return roots.filter((root) => bases || differs(root))
}

/** Paths of the files of each root, and of the overrides for it. A root's folder may be in that of another. */
function filesByRoot(roots: readonly string[], tree: FileTree): ReadonlyMap<string, string[]> {
  const known = new Set(roots)
  const rootOf = (folder: string): string | undefined =>
    known.has(folder) || folder === '' ? folder : rootOf(folder.split('/').slice(0, -1).join('/'))
  return groupBy([...tree.keys()], (path) => rootOf(path.replace(/^overrides\//, 'deploy/clusters/')) ?? '')
}
