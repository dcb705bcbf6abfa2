import { encodingProblem } from '../file-content.ts'
import type { Finding } from '../network/finding.ts'
import type { FileTree } from '../render/tree.ts'
import { UnreadableText, type UnusableFile } from '../repository/files.ts'
import { isKustomization } from './overrides/places.ts'

/** Unreadable files are findings like other problems of a repository. */
export function unusableFinding(error: UnusableFile): Finding {
  const { path: file, message, hint } = error
  if (!(error instanceof UnreadableText))
    return { rule: 'file-kind', severity: 'error', message, hint, place: { file, line: 1, column: 1 } }
  const { line, column } = error
  return { rule: 'file-encoding', severity: 'error', message, hint, place: { file, line, column } }
}

/** Files that Chancery or kustomize reads as text, by their names. Other files may have any content. */
const isText = (path: string): boolean =>
  path.startsWith('material/') ? /\.(?:crt|pem|json|ya?ml)$/.test(path) : /\.ya?ml$/.test(path)

/** Text files that are not UTF-8. overrides/walk.ts has a separate rule for kustomizations. */
export const encodingFindings = (files: FileTree): Finding[] =>
  [...files].flatMap(([path, content]) => {
    if (typeof content === 'string' || !isText(path) || isKustomization(path)) return []
    const problem = encodingProblem(content)
    return problem === undefined ? [] : [unusableFinding(new UnreadableText(path, problem))]
  })
