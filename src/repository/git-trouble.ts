import { OperatorError } from '../errors.ts'
import type { Finished, RunLimits } from '../tools/process.ts'

// What stands between a command and the repository: git itself, who owns the repository, another process. Messages of git are those of
// LC_ALL=C.

export interface GitLimits extends RunLimits {
  /** For commands that reach another repository. */
  readonly secondsOutside: number
}

/** A large repository is read in seconds, and a slow connection takes minutes. What takes longer waits for something that does not come. */
export const usualLimits: GitLimits = { seconds: 180, secondsOutside: 900, bytes: 1024 * 1024 * 1024 }

/** Why git does not work here at all, whatever the command; undefined when it does. */
export function troubleWith({ stderr, exceeded, signal }: Finished, limits: GitLimits): OperatorError | undefined {
  if (exceeded === 'seconds')
    return new OperatorError(
      'git did not end in time',
      'see whether `git status` and `git fetch` end here: git may wait for a lock, a network drive or a server',
    )
  if (exceeded === 'bytes')
    return new OperatorError(
      `git wrote more than ${limits.bytes / 1024 / 1024} MiB`,
      'take files out of the repository that are no part of a network',
    )
  if (signal !== undefined)
    return new OperatorError(
      `git was ended by ${signal}`,
      'see who ended it, or whether memory ran out, and run this again',
    )
  const owner = /detected dubious ownership in repository at '(.*)'/.exec(stderr)?.[1]
  if (owner !== undefined)
    return new OperatorError(
      `git refuses the repository ${owner}: another user owns it`,
      `where you trust it, run \`git config --global --add safe.directory '${owner}'\``,
    )
  return undefined
}

/** The file that another git process holds. */
const lockIn = (text: string): string | undefined => /Unable to create '(.+\.lock)': File exists/.exec(text)?.[1]

/** Why a command cannot change the repository now: another one does. */
export function lockTrouble({ stderr }: Finished): OperatorError | undefined {
  const lock = lockIn(stderr)
  if (lock === undefined) return undefined
  return new OperatorError(
    `another git process holds ${lock}, or one crashed`,
    `wait until it has ended; where none runs, remove ${lock}`,
  )
}

/** True where a folder is in no repository, false where git did what it should. Throws OperatorError for anything else. */
export function isWithoutRepository(finished: Finished): boolean {
  if (finished.status === 0) return false
  if (/not a git repository/.test(finished.stderr)) return true
  throw lockTrouble(finished) ?? new OperatorError(`git cannot read this repository: ${reasonOf(finished)}`, seeStatus)
}

/** There is no repository, or not the commit that is asked for. */
export class MissingCommit extends OperatorError {}

const seeStatus = 'see whether `git status` works here'

/** Why git ended with a status that is not 0. */
export const reasonOf = ({ status, stderr }: Finished): string => {
  const text = complaint(stderr)
  return text === '' ? `it ended with status ${status} and no message` : text
}

/** What git says is wrong, without its advice: the refusal of a push, else its first error, else its last line. */
export function complaint(text: string): string {
  const lock = lockIn(text)
  if (lock !== undefined) return `git works here, or was interrupted: when no git runs, remove ${lock}`
  const lines = text.split('\n').filter((line) => line.trim() !== '' && !line.startsWith('hint: '))
  const chosen =
    lines.find((line) => line.startsWith(' ! ')) ??
    lines.find((line) => /^(?:fatal|error): /.test(line)) ??
    lines.at(-1)
  return (chosen ?? '').trim()
}
