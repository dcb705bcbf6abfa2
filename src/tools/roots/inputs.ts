import { createHash } from 'node:crypto'
import { posix } from 'node:path'
import { load } from 'js-yaml'
import { textOf, toBytes } from '../../file-content.ts'
import type { FileTree } from '../../render/tree.ts'

/** Inputs of a root. */
export interface RootInputs {
  /** Paths of all files, sorted. */
  readonly files: readonly string[]
  /** Folders with a kustomization.yaml: the root's own, its bases, its overrides. */
  readonly folders: readonly string[]
}

/** Fields of a kustomization.yaml with folders or files that may be kustomizations themselves. kustomize accepts the fields in any case. */
const naming = new Set(['resources', 'bases', 'components', 'generators', 'transformers', 'validators'])

/**
 * Inputs of the roots of a tree. Undefined if the tree alone does not tell them: for an entry outside of the tree, which kustomize
 * may fetch, or a remote address.
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
    // kustomize accepts files only from the folder of the kustomization that names them.
    const files = new Set([...folders].flatMap((folder) => below.get(folder) ?? []))
    return { files: [...files].sort(), folders: [...folders] }
  }
}

/** Digest of all inputs: equal digests mean equal results. */
export function digestOf(root: string, { files }: RootInputs, tree: FileTree, version: string): string {
  const hash = createHash('sha256').update(`kustomize ${version}\n${root}\n`)
  for (const path of files) {
    const content = toBytes(tree.get(path) ?? '')
    hash.update(`${path}\n${content.length}\n`).update(content)
  }
  return hash.digest('hex')
}

/** Kustomizations that one refers to. Undefined for a reference outside of the tree. */
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

/** Undefined for invalid YAML: kustomize reports the error. */
function entriesOf(text: string): readonly unknown[] | undefined {
  try {
    const fields = Object.entries(load(text) ?? {})
    return fields.filter(([name]) => naming.has(name.toLowerCase())).flatMap(([, value]): unknown => value)
  } catch {
    return undefined
  }
}

/** Paths of the files below each folder. Files of a root do not count for its parent folders: no root includes another. */
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
