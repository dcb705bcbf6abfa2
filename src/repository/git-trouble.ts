import { OperatorError } from '../errors.ts'
import type { Finished, RunLimits } from '../tools/process.ts'

// Obstacles to using the repository: git itself, the owner of the repository, another process. Messages of git are those of
// LC_ALL=C.

export interface GitLimits extends RunLimits {
  /** For commands that reach another repository. */
  readonly secondsOutside: number
}

/** Reading a large repository takes seconds, and a slow connection minutes. Longer runs are stuck. */
export const usualLimits: GitLimits = { seconds: 180, secondsOutside: 900, bytes: 1024 * 1024 * 1024 }

/** Why git does not work here at all; undefined when it does. */
export function troubleWith({ stderr, exceeded, signal }: Finished, limits: GitLimits): OperatorError | undefined {
  if (exceeded === 'seconds')
    return new OperatorError(
      'git did not end in time',
      'check whether `git status` and `git fetch` finish here: git may be waiting for a lock, a network drive or a server',
    )
  if (exceeded === 'bytes')
    return new OperatorError(
      `git wrote more than ${limits.bytes / 1024 / 1024} MiB`,
      'remove files from the repository that do not belong to a network',
    )
  if (signal !== undefined)
    return new OperatorError(
      `git was ended by ${signal}`,
      'check what ended it, such as a lack of memory, and run the command again',
    )
  const owner = /detected dubious ownership in repository at '(.*)'/.exec(stderr)?.[1]
  if (owner !== undefined)
    return new OperatorError(
      `git refuses the repository ${owner}: another user owns it`,
      `if you trust it, run \`git config --global --add safe.directory '${owner}'\``,
    )
  return undefined
}

/** The lock file of another git process. */
const lockIn = (text: string): string | undefined => /Unable to create '(.+\.lock)': File exists/.exec(text)?.[1]

/** The error if another process changes the repository now. */
export function lockTrouble({ stderr }: Finished): OperatorError | undefined {
  const lock = lockIn(stderr)
  if (lock === undefined) return undefined
  return new OperatorError(
    `another git process holds ${lock}, or one crashed`,
    `wait until it ends; if none runs, remove ${lock}`,
  )
}

/** True if a folder is in no repository, false if git succeeded. Throws OperatorError for anything else. */
export function isWithoutRepository(finished: Finished): boolean {
  if (finished.status === 0) return false
  if (/not a git repository/.test(finished.stderr)) return true
  throw lockTrouble(finished) ?? new OperatorError(`git cannot read this repository: ${reasonOf(finished)}`, seeStatus)
}

/** There is no repository, or it does not have the requested commit. */
export class MissingCommit extends OperatorError {}

const seeStatus = 'check whether `git status` works here'

/** Why git ended with a status other than 0. */
export const reasonOf = ({ status, stderr }: Finished): string => {
  const text = complaint(stderr)
  return text === '' ? `git ended with status ${status} and no message` : text
}

/** git's error without its advice: the refusal of a push, or its first error, or its last line. */
export function complaint(text: string): string {
  const lock = lockIn(text)
  if (lock !== undefined) return `another git is running or was interrupted: if none runs, remove ${lock}`
  const lines = text.split('\n').filter((line) => line.trim() !== '' && !line.startsWith('hint: '))
  const chosen =
    lines.find((line) => line.startsWith(' ! ')) ??
    lines.find((line) => /^(?:fatal|error): /.test(line)) ??
    lines.at(-1)
  return (chosen ?? '').trim()
}
