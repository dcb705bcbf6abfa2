import type { Finding } from '../network/finding.ts'
import { lockFile } from '../network/lock.ts'
import type { ReadableFiles } from '../repository/files.ts'

/** A copy of the template has errors until somebody fills it in. Before the first key or rendering it is not a network yet. */
export async function hasBegun(files: ReadableFiles): Promise<boolean> {
  if ((await files.readBytes(lockFile)) !== undefined) return true
  const made = await Promise.all([files.list('material'), files.list('deploy')])
  return made.some((paths) => paths.length > 0)
}

/**
 * The first step for an unchanged copy of the template, as a notice, so that its first push does not fail. Undefined if there is another
 * error, or if keys or files already exist.
 */
export async function firstSteps(
  findings: readonly Finding[],
  files: ReadableFiles,
): Promise<readonly Finding[] | undefined> {
  const isOther = ({ rule, severity }: Finding): boolean => severity === 'error' && rule !== 'setup'
  if (findings.some(isOther) || (await hasBegun(files))) return undefined
  return findings.map((finding) => (finding.rule === 'setup' ? { ...finding, severity: 'notice' } : finding))
}
