import { brokenFindings } from '../../check/built-roots.ts'
import { routeFindings } from '../../check/route-findings.ts'
import { readObjects } from '../../cluster/objects.ts'
import type { Finding } from '../../network/finding.ts'
import type { Network } from '../../network/network.ts'
import { type RootChange, rootChange } from '../../plan/objects.ts'
import { changedRoots, placeOfRoot } from '../../plan/roots.ts'
import type { FileTree } from '../../render/tree.ts'
import { rootsOf } from '../../tools/roots.ts'
import type { PlanPorts } from '../ports.ts'
import type { Rendition } from './rendition.ts'

/** What kustomize built of the roots that differ, and how it differs. */
export interface RootComparison {
  readonly roots: readonly RootChange[]
  /** What cannot be built, and what Emissary would do wrong. */
  readonly broken: readonly Finding[]
}

/** Builds what differs with kustomize, and compares the objects. */
export async function compareRoots(
  before: Rendition | undefined,
  after: Rendition,
  network: Network,
  ports: PlanPorts,
): Promise<RootComparison> {
  const old: FileTree = before?.whole ?? new Map()
  const all = [...new Set([...rootsOf(old), ...rootsOf(after.whole)])].sort()
  const changed = new Set(changedRoots(all, old, after.whole))
  // The routes of each cluster in which anything differs are looked through, whatever it is.
  const routed = new Set([...changed].flatMap((root) => /^deploy\/clusters\/[^/]+/.exec(root)?.[0] ?? []))
  const isRouted = (root: string): boolean =>
    root.endsWith('/ambassador') && routed.has(root.slice(0, -'/ambassador'.length))
  const was = await ports.buildRoots(old, (root) => changed.has(root))
  const is = await ports.buildRoots(after.whole, (root) => changed.has(root) || isRouted(root))
  const objects = (built: ReadonlyMap<string, string>, root: string) => readObjects(built.get(root) ?? '', root)
  const roots = [...changed].map((root) =>
    rootChange({ ...placeOfRoot(root), before: objects(was.built, root), after: objects(is.built, root) }),
  )
  return {
    roots: roots.filter(({ changes, routine }) => changes.length + routine.length > 0),
    broken: [...brokenFindings(is.broken, after.overrides), ...routeFindings(network, is, after.overrides, false)],
  }
}
