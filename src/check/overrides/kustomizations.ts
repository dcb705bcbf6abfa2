import { posix } from 'node:path'
import { listAt } from '../../cluster/objects.ts'
import { textOf } from '../../file-content.ts'
import { readSource, type Source } from '../../network/source.ts'
import type { FileTree } from '../../render/tree.ts'
import { kustomizationFiles } from './places.ts'

/** The kustomization of an override, and included ones. */
export function reachedFrom(file: string, overrides: FileTree): Source[] {
  const files = new Set([file])
  const sources: Source[] = []
  for (const name of files) {
    const [source] = documentsOf(overrides, name)
    if (source === undefined) continue
    sources.push(source)
    for (const below of namesIn(source, 'resources', 'components'))
      for (const kustomization of kustomizationFiles) {
        const path = posix.join(posix.dirname(name), below, kustomization)
        if (overrides.has(path)) files.add(path)
      }
  }
  return sources
}

/** Names of files and folders in lists of a kustomization. */
export const namesIn = ({ value }: Source, ...fields: readonly string[]): string[] =>
  fields.flatMap((field) => listAt(value, field)).filter((name) => typeof name === 'string')

/** The documents of an override's file. */
export const documentsOf = (overrides: FileTree, file: string): Source[] =>
  documentsIn(file, textOf(overrides, file) ?? '')

/** The readable documents of a file, each with its places in the file. */
export function documentsIn(file: string, text: string): Source[] {
  // Earlier documents are replaced by empty lines, to keep the line numbers.
  const starts = [...text.matchAll(/^---(?=\s|$).*$/gm)].map(({ index }) => index)
  return [0, ...starts].flatMap((start, at, all) => {
    const lines = text.slice(0, start).split('\n').length - 1
    const own = text.slice(start, all[at + 1] ?? text.length).replace(/^---/, '   ')
    if (own.trim() === '') return []
    const source = readSource(file, '\n'.repeat(lines) + own)
    return 'value' in source ? [source] : []
  })
}
