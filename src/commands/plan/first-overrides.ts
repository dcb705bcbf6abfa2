import { posix } from 'node:path'
import { sameContent } from '../../file-content.ts'
import type { Risk } from '../../network/risk.ts'
import type { FileTree } from '../../render/tree.ts'
import { type ReadableFiles, readFolder } from '../../repository/files.ts'

/**
 * Risks of overrides in the first plan of a network. The effect of an override has no base to compare with. An unchanged override was
 * reviewed when it was merged, so it is a caution: the example of the template, for instance.
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
