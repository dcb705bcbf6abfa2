import { createHash } from 'node:crypto'
import { posix } from 'node:path'
import { load } from 'js-yaml'
import { textOf, toBytes } from '../../file-content.ts'
import type { FileTree } from '../../render/tree.ts'

/** What kustomize reads to build a root. */
export interface RootInputs {
  /** Paths of all files, sorted. */
  readonly files: readonly string[]
  /** Folders with a kustomization.yaml: the root's own, its bases, its overrides. */
  readonly folders: readonly string[]
}

/** Fields of a kustomization.yaml that name folders or files which may themselves be kustomizations. kustomize takes them in any case. */
const naming = new Set(['resources', 'bases', 'components', 'generators', 'transformers', 'validators'])

/**
 * Inputs of the roots of a tree. Undefined where the tree alone does not tell them: an entry that is not in it, which kustomize
 * may fetch, or any address of the web.
 */
export function inputsIn(tree: FileTree, roots: Iterable<string>): (root: string) => RootInputs | undefined {
  const below = filesBelow(tree, new Set(roots))
  const referred = new Map<string, readonly string[] | undefined>()
  const foldersOf = (folder: string): readonly string[] | undefined => {
    if (!referred.has(folder)) referred.set(folder, foldersNamedIn(folder, tree))
    return referred.get(folder)
  }
  return (root) => {
    const folders = new Set([root])
    for (const folder of folders) {
      const named = foldersOf(folder)
      if (named === undefined) return undefined
      for (const one of named) folders.add(one)
    }
    // A file has to lie in the folder of the kustomization that names it: kustomize refuses any other.
    const files = new Set([...folders].flatMap((folder) => below.get(folder) ?? []))
    return { files: [...files].sort(), folders: [...folders] }
  }
}

/** Name of everything that decides what is built: equal names, equal bytes. */
export function digestOf(root: string, { files }: RootInputs, tree: FileTree, version: string): string {
  const hash = createHash('sha256').update(`kustomize ${version}\n${root}\n`)
  for (const path of files) {
    const content = toBytes(tree.get(path) ?? '')
    hash.update(`${path}\n${content.length}\n`).update(content)
  }
  return hash.digest('hex')
}

/** Kustomizations that one names. Undefined when it names something that is not in the tree. */
function foldersNamedIn(folder: string, tree: FileTree): readonly string[] | undefined {
  const text = textOf(tree, `${folder}/kustomization.yaml`)
  const entries = text === undefined || /https?:/i.test(text) ? undefined : entriesOf(text)
  if (entries === undefined) return undefined
  const folders: string[] = []
  for (const entry of entries) {
    const path = posix.join(folder, String(entry))
    if (tree.has(`${path}/kustomization.yaml`)) folders.push(path)
    else if (!tree.has(path)) return undefined
  }
  return folders
}

/** Undefined when it is no YAML: only kustomize says what is wrong. */
function entriesOf(text: string): readonly unknown[] | undefined {
  try {
    const fields = Object.entries(load(text) ?? {})
    return fields.filter(([name]) => naming.has(name.toLowerCase())).flatMap(([, value]): unknown => value)
  } catch {
    return undefined
  }
}

/** Paths of the files below each folder. Those of a root are not among those of the folders around it: no root includes another. */
function filesBelow(tree: FileTree, roots: ReadonlySet<string>): ReadonlyMap<string, readonly string[]> {
  const below = new Map<string, string[]>()
  for (const path of tree.keys()) {
    for (let folder = posix.dirname(path); folder !== '.'; folder = posix.dirname(folder)) {
      const files = below.get(folder)
      if (files === undefined) below.set(folder, [path])
      else files.push(path)
      if (roots.has(folder)) break
    }
  }
  return below
}
