import { OperatorError } from '../errors.ts'
import type { FileContent } from '../file-content.ts'
import { type Finished, run } from '../tools/process.ts'
import { environmentFor, reaches, settings, variablesFor } from './git-environment.ts'
import { type GitLimits, lockTrouble, reasonOf, troubleWith, usualLimits } from './git-trouble.ts'

interface GitOptions {
  readonly input?: FileContent
  readonly environment?: Readonly<Record<string, string>>
  /** Whether to start it even while this process ends, to clean up. */
  readonly isLast?: true
}

/** Git in one folder. */
export interface Git {
  /** Runs a command and returns any status. Throws OperatorError if git does not work here at all. */
  try(args: readonly string[], options?: GitOptions): Promise<Finished>
  /** The output of a command that must succeed, without its last line end. The error has git's message. */
  must(args: readonly string[], message: string, hint: string, options?: GitOptions): Promise<string>
  /** The same, with the whole output as it is. */
  mustGiveBytes(args: readonly string[], message: string, hint: string, options?: GitOptions): Promise<Uint8Array>
}

export function gitIn(directory: string, limits: GitLimits = usualLimits): Git {
  const attempt = async (
    args: readonly string[],
    { input, environment, isLast }: GitOptions = {},
  ): Promise<Finished> => {
    const finished = await run('git', [...settings, ...args], {
      directory,
      inherited: variablesFor(args, process.env),
      environment: { ...environmentFor(args), ...environment },
      limits: reaches(args) ? { ...limits, seconds: limits.secondsOutside } : limits,
      ...(input === undefined ? {} : { input }),
      ...(isLast === undefined ? {} : { isLast }),
    })
    const trouble = troubleWith(finished, limits)
    if (trouble !== undefined) throw trouble
    return finished
  }
  const succeed = async (
    args: readonly string[],
    message: string,
    hint: string,
    options?: GitOptions,
  ): Promise<Finished> => {
    const finished = await attempt(args, options)
    if (finished.status !== 0)
      throw lockTrouble(finished) ?? new OperatorError(`${message}: ${reasonOf(finished)}`, hint)
    return finished
  }
  return {
    try: attempt,
    must: async (...command) => (await succeed(...command)).stdout.replace(/\n$/, ''),
    mustGiveBytes: async (...command) => (await succeed(...command)).stdoutBytes,
  }
}
