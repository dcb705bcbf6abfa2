import type { Finding } from '../../network/finding.ts'
import { lockFile } from '../../network/lock.ts'
import type { Risk } from '../../network/risk.ts'
import type { RootChange } from '../../plan/objects.ts'
import { deployFindings, fluxSystem } from '../../plan/tree/deploy.ts'
import { fluxRoots } from '../../plan/tree/flux.ts'
import { fluxSystemChange } from '../../plan/tree/flux-system.ts'
import { changedPaths } from '../../plan/tree/git-tree.ts'
import { guardRisks } from '../../plan/tree/guards.ts'
import { checkoutFindings, irregularFindings } from '../../plan/tree/irregular.ts'
import type { PlanPorts } from '../ports.ts'
import { bothStates } from './both-states.ts'
import { lockRisksOf } from './lock.ts'
import { materialRisksOf } from './material.ts'
import type { TreeInput } from './tree-input.ts'

/** Changes of the repository other than the definition. */
export interface TreeChange {
  readonly findings: readonly Finding[]
  readonly roots: readonly RootChange[]
  readonly risks: readonly Risk[]
}

/** Compares the files in git before and after, and the files that Flux would read, with the rendered definitions. */
export async function treeChange(input: TreeInput, ports: Pick<PlanPorts, 'files'>): Promise<TreeChange> {
  const { base, checked, before, after } = input
  const trees = await base.trees()
  const changed = changedPaths(trees)
    .filter((path) => path.startsWith(trees.prefix))
    .map((path) => path.slice(trees.prefix.length))
  const states = bothStates(base.files, ports.files, trees)
  const own = await states(changed.filter((path) => fluxSystem.test(path)))
  const flux = fluxSystemChange(own.before, own.after)
  const { source, missing } = checked
  const { after: written } = await states([source.file, lockFile])
  return {
    findings: [
      ...irregularFindings(trees),
      ...checkoutFindings(trees, new Map([...checked.materialFiles, ...checked.overrides, ...written])),
      ...deployFindings({
        trees,
        was: before?.tree,
        is: after.tree,
        standIns: missing.length > 0,
        network: source.file,
      }),
    ],
    roots: [...fluxRoots(before?.tree ?? new Map(), after.tree), ...flux.roots],
    risks: [
      ...flux.risks,
      ...guardRisks(trees),
      ...(await materialRisksOf(changed, states, input)),
      ...(await lockRisksOf(changed, states, input)),
    ],
  }
}
