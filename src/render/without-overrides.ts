import { load } from 'js-yaml'
import { textOf } from '../file-content.ts'
import { dumpYaml } from '../yaml.ts'
import type { FileTree } from './tree.ts'

/** The same tree with these roots as they would be without people's overrides: their kustomizations name no components. */
export function withoutOverrides(tree: FileTree, roots: Iterable<string>): FileTree {
  const changed = [...roots].map((root): [string, string] => {
    const file = `${root}/kustomization.yaml`
    const { components: _, ...fields } = load(textOf(tree, file) ?? '{}') as Readonly<Record<string, unknown>> // rendered by us
    return [file, dumpYaml(fields)]
  })
  return new Map([...tree, ...changed])
}
