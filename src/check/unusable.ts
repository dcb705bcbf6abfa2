import { encodingProblem } from '../file-content.ts'
import type { Finding } from '../network/finding.ts'
import type { FileTree } from '../render/tree.ts'
import { UnreadableText, type UnusableFile } from '../repository/files.ts'
import { isKustomization } from './overrides/places.ts'

/** A file that cannot be read is found like anything else that is wrong with a repository. */
export function unusableFinding(error: UnusableFile): Finding {
  const { path: file, message, hint } = error
  if (!(error instanceof UnreadableText))
    return { rule: 'file-kind', severity: 'error', message, hint, place: { file, line: 1, column: 1 } }
  const { line, column } = error
  return { rule: 'file-encoding', severity: 'error', message, hint, place: { file, line, column } }
}

/** What Chancery or kustomize reads as text, by its name. Others may hold what they like. */
const isText = (path: string): boolean =>
  path.startsWith('material/') ? /\.(?:crt|pem|json|ya?ml)$/.test(path) : /\.ya?ml$/.test(path)

/** Texts among the files of folders that are not in UTF-8. Kustomizations have a rule of their own: overrides/walk.ts. */
export const encodingFindings = (files: FileTree): Finding[] =>
  [...files].flatMap(([path, content]) => {
    if (typeof content === 'string' || !isText(path) || isKustomization(path)) return []
    const problem = encodingProblem(content)
    return problem === undefined ? [] : [unusableFinding(new UnreadableText(path, problem))]
  })
