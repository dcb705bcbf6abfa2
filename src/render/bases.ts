import { posix } from 'node:path'
import { baseFolder } from './kustomization.ts'
import { below, type TextTree } from './tree.ts'

/** Folders of `deploy/base` that every network has. */
const always = ['ambassador', 'ambassador/crds', 'organization', 'tenancy']

/** Bases that the named ones build on, in the same platform. */
const referred = /^- \.\.\/([a-z0-9-]+)$/gm

/** The base manifests that are used, with the bases they build on, as they go into `deploy/base`. */
export function basesInUse(bases: TextTree, named: readonly string[]): [string, string][] {
  const folders = new Set([...always, ...named])
  for (const folder of folders) {
    const kustomization = bases.get(`${folder}/kustomization.yaml`)
    if (kustomization === undefined) throw new Error(`there is no base ${folder}`)
    for (const [, base = ''] of kustomization.matchAll(referred)) folders.add(posix.join(folder, '..', base))
  }
  const folderOf = (path: string): string => path.split('/').slice(0, -1).join('/')
  return below(
    baseFolder,
    [...bases].filter(([path]) => folders.has(folderOf(path))),
  )
}
