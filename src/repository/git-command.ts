import { OperatorError } from '../errors.ts'
import type { FileContent } from '../file-content.ts'
import { type Finished, run } from '../tools/process.ts'
import { environmentFor, settings, variablesFor } from './git-environment.ts'

interface GitOptions {
  readonly input?: FileContent
  readonly environment?: Readonly<Record<string, string>>
}

/** Git in one folder. */
export interface Git {
  /** Runs a command, whatever it ends with. */
  try(args: readonly string[], options?: GitOptions): Promise<Finished>
  /** The output of a command that has to succeed, without its last line end. The message gets what git says is wrong. */
  must(args: readonly string[], message: string, hint: string, options?: GitOptions): Promise<string>
  /** The same, with the whole output as it is. */
  mustGiveBytes(args: readonly string[], message: string, hint: string, options?: GitOptions): Promise<Uint8Array>
}

export function gitIn(directory: string): Git {
  const attempt = async (args: readonly string[], { input, environment }: GitOptions = {}): Promise<Finished> => {
    try {
      return await run('git', [...settings, ...args], {
        directory,
        inherited: variablesFor(args, process.env),
        environment: { ...environmentFor(args), ...environment },
        ...(input === undefined ? {} : { input }),
      })
    } catch (error) {
      throw new OperatorError('git cannot be started', 'install git and put it on PATH', { cause: error })
    }
  }
  const succeed = async (
    args: readonly string[],
    message: string,
    hint: string,
    options?: GitOptions,
  ): Promise<Finished> => {
    const finished = await attempt(args, options)
    if (finished.status !== 0) throw new OperatorError(`${message}: ${complaint(finished.stderr)}`, hint)
    return finished
  }
  return {
    try: attempt,
    must: async (...command) => (await succeed(...command)).stdout.replace(/\n$/, ''),
    mustGiveBytes: async (...command) => (await succeed(...command)).stdoutBytes,
  }
}

/** What git says is wrong, without its advice. */
export function complaint(text: string): string {
  const lines = text.split('\n').filter((line) => line.trim() !== '' && !line.startsWith('hint: '))
  return (lines.find((line) => line.startsWith(' ! ')) ?? lines.at(-1) ?? '').trim()
}
