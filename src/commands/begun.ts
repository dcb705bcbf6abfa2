import type { Finding } from '../network/finding.ts'
import { lockFile } from '../network/lock.ts'
import type { ReadableFiles } from '../repository/files.ts'

/** A copy of the template has errors until somebody fills it in. Nothing was made or rendered from it: it is no network yet. */
export async function hasBegun(files: ReadableFiles): Promise<boolean> {
  if ((await files.readBytes(lockFile)) !== undefined) return true
  const made = await Promise.all([files.list('material'), files.list('deploy')])
  return made.some((paths) => paths.length > 0)
}

/**
 * What a copy of the template as it is needs first, as a notice: its first push is no failure. Undefined where there is another error,
 * or where a network was made already.
 */
export async function firstSteps(
  findings: readonly Finding[],
  files: ReadableFiles,
): Promise<readonly Finding[] | undefined> {
  const isOther = ({ rule, severity }: Finding): boolean => severity === 'error' && rule !== 'setup'
  if (findings.some(isOther) || (await hasBegun(files))) return undefined
  return findings.map((finding) => (finding.rule === 'setup' ? { ...finding, severity: 'notice' } : finding))
}
