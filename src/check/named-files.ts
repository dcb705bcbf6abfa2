import { toBytes } from '../file-content.ts'
import type { Problem } from '../network/finding.ts'
import type { NamedFile } from '../network/platform-definition.ts'
import type { FileTree } from '../render/tree.ts'
import { UnreadableText, type UnusableFile } from '../repository/files.ts'

/**
 * Largest binary file for a pod, in bytes. A ConfigMap holds at most 1 MiB of all its files together
 * (https://kubernetes.io/docs/concepts/configuration/configmap/), so 64 KiB are kept for those beside it.
 */
const mostBytes = 960 * 1024

/** Files that the definition names: each must exist, and a binary one must fit. Texts that are not UTF-8 are reported in the file itself. */
export const namedFileProblems = (
  named: readonly NamedFile[],
  files: FileTree,
  unusable: ReadonlyMap<string, UnusableFile>,
): Problem[] =>
  named.flatMap(({ file, path, binary }): Problem[] => {
    const reason = unusable.get(file)
    if (reason instanceof UnreadableText) return []
    if (reason !== undefined) {
      const { message, hint } = reason
      return [{ rule: 'file-kind', severity: 'error', message, hint, path }]
    }
    const content = files.get(file)
    if (content === undefined)
      return [
        {
          rule: 'named-file',
          severity: 'error',
          message: `there is no file ${file}`,
          hint: 'add the file to the repository: the path is relative to the definition',
          path,
        },
      ]
    const size = toBytes(content).length
    if (binary !== true || size <= mostBytes) return []
    return [
      {
        rule: 'named-file-size',
        severity: 'error',
        message: `${file} has ${size} bytes: the ConfigMap for pods holds at most ${mostBytes}`,
        hint: 'use a smaller file: remove content that pods do not need, such as unused certificates',
        path,
      },
    ]
  })
