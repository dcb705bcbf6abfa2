import { brokenFindings } from '../../check/built-roots.ts'
import { builtOverrideFindings } from '../../check/overrides/built.ts'
import { builtParts, overridesWithoutRoot, rootsWithOverrides } from '../../check/overrides/parts.ts'
import { routeFindings } from '../../check/route-findings.ts'
import { readObjects } from '../../cluster/objects.ts'
import type { Finding } from '../../network/finding.ts'
import type { Risk } from '../../network/risk.ts'
import { type BuiltPart, builtRisks } from '../../plan/built/index.ts'
import { type RootChange, rootChange } from '../../plan/objects.ts'
import { changedRoots, placeOfRoot } from '../../plan/roots.ts'
import type { FileTree } from '../../render/tree.ts'
import { type BuiltRoots, rootsOf } from '../../tools/roots.ts'
import { builtWithoutOverrides } from '../build-findings.ts'
import type { PlanPorts } from '../ports.ts'
import type { Rendition } from './rendition.ts'

/** The changed roots as built by kustomize, and their differences. */
export interface RootComparison {
  readonly roots: readonly RootChange[]
  /** New effects of overrides. */
  readonly overrideRisks: readonly Risk[]
  /** Roots that cannot be built, routes that Emissary would misread, and wrong results of overrides. */
  readonly broken: readonly Finding[]
}

/** Builds the changed roots with kustomize, and compares their objects. */
export async function compareRoots(
  before: Rendition | undefined,
  after: Rendition,
  ports: PlanPorts,
): Promise<RootComparison> {
  const { network } = after
  const old: FileTree = before?.whole ?? new Map()
  const all = [...new Set([...rootsOf(old), ...rootsOf(after.whole)])].sort()
  const changed = new Set(changedRoots(all, old, after.whole))
  // The routes of each cluster with any difference are checked.
  const routed = new Set([...changed].flatMap((root) => /^deploy\/clusters\/[^/]+/.exec(root)?.[0] ?? []))
  const isRouted = (root: string): boolean =>
    root.endsWith('/ambassador') && routed.has(root.slice(0, -'/ambassador'.length))
  const isJudged = judgedRoots(changed, before, after)
  const was = await ports.buildRoots(old, (root) => changed.has(root) || isJudged(root))
  const is = await ports.buildRoots(after.whole, (root) => changed.has(root) || isRouted(root) || isJudged(root))
  const parts = await partsOf(after, is, isJudged, ports)
  const formerParts = before === undefined ? [] : await partsOf(before, was, isJudged, ports)
  const objects = (built: ReadonlyMap<string, string>, root: string) => readObjects(built.get(root) ?? '', root)
  const roots = [...changed].map((root) => {
    const place = placeOfRoot(root)
    return rootChange({
      ...place,
      before: objects(was.built, root),
      after: objects(is.built, root),
      peersAfter: after.peersIn(place.cluster),
      ...(before === undefined ? {} : { peersBefore: before.peersIn(place.cluster) }),
    })
  })
  return {
    roots: roots.filter(({ changes, routine }) => changes.length + routine.length > 0),
    overrideRisks: builtRisks(formerParts, parts),
    broken: [
      ...brokenFindings(is.broken, after.overrides),
      ...routeFindings(network, is, after.overrides, false),
      ...overridesWithoutRoot(after.overrides, after.whole),
      ...builtOverrideFindings(parts, after.overrides),
    ],
  }
}

/**
 * Roots to build in order to judge overrides: all roots of a namespace in which one has an override, now or before, and one changes.
 * Network policies of one root select the pods of all. Without overrides there are none, so this costs nothing.
 */
function judgedRoots(
  changed: ReadonlySet<string>,
  before: Rendition | undefined,
  after: Rendition,
): (root: string) => boolean {
  const overridden = [before, after].flatMap((one) => (one === undefined ? [] : [...rootsWithOverrides(one.overrides)]))
  const changing = new Set([...changed].map(zoneOf))
  const zones = new Set(overridden.map(zoneOf).filter((zone) => changing.has(zone)))
  return (root) => zones.has(zoneOf(root))
}

/** `deploy/clusters/eu/carrier`, for the roots of its nodes and Jobs too. */
const zoneOf = (root: string): string => root.split('/').slice(0, 4).join('/')

async function partsOf(
  { network, whole, overrides }: Rendition,
  { built }: BuiltRoots,
  isJudged: (root: string) => boolean,
  ports: PlanPorts,
): Promise<BuiltPart[]> {
  const judged = new Map([...built].filter(([root]) => isJudged(root)))
  return builtParts(network, judged, await builtWithoutOverrides(whole, overrides, isJudged, ports), overrides)
}
