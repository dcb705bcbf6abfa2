import { toBytes } from '../file-content.ts'
import type { Problem } from '../network/finding.ts'
import type { NamedFile } from '../network/platform-definition.ts'
import type { FileTree } from '../render/tree.ts'
import { UnreadableText, type UnusableFile } from '../repository/files.ts'

/**
 * Bytes of a binary file that gets to a pod. A ConfigMap takes 1 MiB of all its files together
 * (https://kubernetes.io/docs/concepts/configuration/configmap/), so 64 KiB are kept for those beside it.
 */
const mostBytes = 960 * 1024

/** Files that the definition names: each is a file, and a binary one fits. Where one is not UTF-8, its own place says so. */
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
          hint: 'the path is relative to the definition; the file has to be in the repository',
          path,
        },
      ]
    const size = toBytes(content).length
    if (binary !== true || size <= mostBytes) return []
    return [
      {
        rule: 'named-file-size',
        severity: 'error',
        message: `${file} has ${size} bytes: at most ${mostBytes} fit into the ConfigMap that pods get it from`,
        hint: 'name a smaller file: take out what pods do not need, such as certificates that nobody uses',
        path,
      },
    ]
  })
