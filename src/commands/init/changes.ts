import { contentOf, sameContent } from '../../file-content.ts'
import type { TextTree } from '../../render/tree.ts'
import type { ReadableFiles } from '../../repository/files.ts'
import { digestOf, type Manifest } from '../../starter/manifest.ts'
import { hasBegun } from '../begun.ts'

/** What becomes of the files of a new repository. */
export interface InitChanges {
  readonly written: ReadonlyMap<string, string>
  readonly removed: readonly string[]
  /** Files that have other content already. */
  readonly kept: readonly string[]
}

/** Files of the example that a template begins with, as they were written. None when a network was made of them. */
export async function untouchedExample(
  files: ReadableFiles,
  manifest: Manifest | undefined,
): Promise<ReadonlySet<string>> {
  if (manifest?.example === undefined || (await hasBegun(files))) return new Set()
  const entries = await Promise.all(
    Object.entries(manifest.example).map(async ([path, digest]) => {
      const bytes = await files.readBytes(path)
      const content = bytes === undefined ? undefined : contentOf(bytes)
      return typeof content === 'string' && digestOf(content) === digest ? [path] : []
    }),
  )
  return new Set(entries.flat())
}

/** Nothing is overwritten but an example that nobody has touched. */
export async function initChanges(
  files: ReadableFiles,
  tree: TextTree,
  example: ReadonlySet<string>,
): Promise<InitChanges> {
  const states = await Promise.all(
    [...tree].map(async ([path, text]) => {
      const bytes = await files.readBytes(path)
      if (bytes === undefined) return { path, text, state: 'written' as const }
      if (sameContent(bytes, text)) return { path, text, state: 'unchanged' as const }
      return { path, text, state: example.has(path) ? ('written' as const) : ('kept' as const) }
    }),
  )
  return {
    written: new Map(states.filter(({ state }) => state === 'written').map(({ path, text }) => [path, text])),
    removed: [...example].filter((path) => !tree.has(path)),
    kept: states.filter(({ state }) => state === 'kept').map(({ path }) => path),
  }
}
