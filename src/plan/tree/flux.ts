import { type KubernetesObject, readObjects } from '../../cluster/objects.ts'
import { sameContent, textOf } from '../../file-content.ts'
import { groupBy } from '../../group-by.ts'
import type { FileTree } from '../../render/tree.ts'
import { type RootChange, rootChange } from '../objects.ts'

/** No organization is called so: its name has no capitals. */
const fluxPart = 'Flux'

const rendered = /^deploy\/flux\/([^/]+)\/[^/]+\.yaml$/

/** What a change does to the Kustomizations that tell Flux what to apply, in which order, and as whom: object by object. */
export function fluxRoots(before: FileTree, after: FileTree): RootChange[] {
  const paths = [...new Set([...before.keys(), ...after.keys()])].filter(
    (path) => rendered.test(path) && !sameContent(before.get(path), after.get(path)),
  )
  return [...groupBy(paths.sort(), (path) => rendered.exec(path)?.[1] ?? '')]
    .map(([cluster, own]) =>
      rootChange({ cluster, part: fluxPart, before: objectsIn(before, own), after: objectsIn(after, own) }),
    )
    .filter(({ changes, routine }) => changes.length + routine.length > 0)
}

const objectsIn = (tree: FileTree, paths: readonly string[]): KubernetesObject[] =>
  paths.flatMap((path) => readObjects(textOf(tree, path) ?? '', path))
