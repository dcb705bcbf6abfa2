import { randomBytes } from 'node:crypto'
import { availableParallelism } from 'node:os'
import pMap from 'p-map'
import { textOf } from '../../file-content.ts'
import type { FileTree } from '../../render/tree.ts'
import { type GroupMember, groupFiles, groupMember, groupsOf, splitGroup } from './group.ts'
import type { RootInputs } from './inputs.ts'
import { inWorkshop, type RootResult, type Workshop } from './workshop.ts'

/** A requested root. */
export interface WantedRoot {
  readonly root: string
  /** Undefined when only kustomize can tell its inputs. */
  readonly inputs: RootInputs | undefined
}

const processes = Math.max(2, availableParallelism())

/** Builds roots with kustomize, in groups if the result has the same bytes, with several processes at a time. */
export async function buildWanted(
  program: string,
  tree: FileTree,
  wanted: readonly WantedRoot[],
): Promise<ReadonlyMap<string, RootResult>> {
  if (wanted.length === 0) return new Map()
  const groups = groupsOf(
    wanted.flatMap(({ root, inputs }) => (inputs === undefined ? [] : (groupMember(root, inputs, tree) ?? []))),
    processes,
  ).filter((members) => members.length > 1)
  return inWorkshop(program, async (workshop) => {
    await workshop.write(filesFor(wanted, tree))
    const results = await buildGroups(workshop, groups, randomBytes(16).toString('hex'))
    const alone = wanted.map(({ root }) => root).filter((root) => !results.has(root))
    // After a failed group build, its members still have the namespaces of the group.
    await workshop.write(alone.map((root) => kustomizationOf(root, tree)))
    await pMap(alone, async (root) => results.set(root, await workshop.build(root)), { concurrency: processes })
    return results
  })
}

/** Results of groups. A failed group has no result: its roots are built again one by one, to find the error. */
async function buildGroups(
  workshop: Workshop,
  groups: readonly (readonly GroupMember[])[],
  token: string,
): Promise<Map<string, RootResult>> {
  const results = new Map<string, RootResult>()
  await pMap(
    groups.entries(),
    async ([index, members]) => {
      const folder = `group-${index}`
      await workshop.write(groupFiles(folder, members, token))
      const result = await workshop.build(folder)
      const parts = 'yaml' in result ? splitGroup(result.yaml, members, token) : undefined
      for (const [root, yaml] of parts ?? []) results.set(root, { yaml })
    },
    { concurrency: processes },
  )
  return results
}

/** The files that these roots read: all, if only kustomize can tell. */
function filesFor(wanted: readonly WantedRoot[], tree: FileTree): FileTree {
  const paths = new Set<string>()
  for (const { inputs } of wanted) {
    if (inputs === undefined) return tree
    for (const path of inputs.files) paths.add(path)
  }
  return new Map([...tree].filter(([path]) => paths.has(path)))
}

const kustomizationOf = (root: string, tree: FileTree): [string, string] => {
  const path = `${root}/kustomization.yaml`
  return [path, textOf(tree, path) ?? '']
}
