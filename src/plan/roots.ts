import type { FileTree } from '../render/tree.ts'

/** Cluster and part of a root's folder: `deploy/clusters/eu/carrier`. The CRDs are of no cluster. */
export function placeOfRoot(root: string): { readonly cluster: string; readonly part: string } {
  const [, cluster = '', part = ''] = /^deploy\/clusters\/([^/]+)\/([^/]+)$/.exec(root) ?? []
  return cluster === '' ? { cluster: 'every cluster', part: 'CRDs' } : { cluster, part }
}

/**
 * Roots whose files differ, so that only these have to be built: their own, the bases, which any may include, and the
 * overrides of people for them.
 */
export function changedRoots(roots: readonly string[], before: FileTree, after: FileTree): string[] {
  const differs = (folder: string): boolean => {
    const inside = (tree: FileTree): [string, string][] => [...tree].filter(([path]) => path.startsWith(`${folder}/`))
    const [old, now] = [inside(before), inside(after)]
    return old.length !== now.length || now.some(([path, text]) => before.get(path) !== text)
  }
  // One that comes or goes is told by the root that names it.
  const bases = [...after].some(
    ([path, text]) => path.startsWith('deploy/base/') && before.has(path) && before.get(path) !== text,
  )
  return roots.filter((root) => bases || differs(root) || differs(root.replace(/^deploy\/clusters\//, 'overrides/')))
}
