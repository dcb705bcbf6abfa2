import { posix } from 'node:path'
import { sameContent } from '../../file-content.ts'
import type { Risk } from '../../network/risk.ts'
import type { FileTree } from '../../render/tree.ts'
import { type ReadableFiles, readFolder } from '../../repository/files.ts'

/**
 * Risks of overrides in the first plan of a network. There is nothing to compare what an override does with; but one that the base
 * has as it is now was looked at when it was merged, so that it is a caution: the example of the template, say.
 */
export async function firstOverrideRisks(
  risks: readonly Risk[],
  overrides: FileTree,
  files: ReadableFiles,
): Promise<Risk[]> {
  if (risks.length === 0) return []
  const merged = await readFolder(files, 'overrides')
  const isMerged = (folder: string): boolean => {
    const [was, is] = [filesBelow(folder, merged), filesBelow(folder, overrides)]
    return was.size === is.size && [...is].every(([path, content]) => sameContent(was.get(path), content))
  }
  return risks.map((risk) =>
    risk.file?.startsWith('overrides/') && isMerged(posix.dirname(risk.file)) ? { ...risk, severity: 'caution' } : risk,
  )
}

const filesBelow = (folder: string, tree: FileTree): FileTree =>
  new Map([...tree].filter(([path]) => path.startsWith(`${folder}/`)))
