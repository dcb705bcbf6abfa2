import { spawn } from 'node:child_process'
import { existsSync } from 'node:fs'
import { OperatorError } from '../errors.ts'
import { type FileContent, toText } from '../file-content.ts'
import { codeOf, systemRefusal } from '../system-error.ts'
import { endWithUs, unlessEnding } from './ending.ts'

/** The result of a finished process. */
export interface Finished {
  readonly status: number
  readonly stdout: string
  /** The same as bytes. */
  readonly stdoutBytes: Uint8Array
  readonly stderr: string
  /** The exceeded limit, for which it was killed. */
  readonly exceeded?: keyof RunLimits
  /** The signal that ended it, from Chancery or another sender. */
  readonly signal?: NodeJS.Signals
}

export interface RunLimits {
  readonly seconds: number
  /** The most bytes of output. */
  readonly bytes: number
}

export interface RunOptions {
  readonly directory: string
  readonly input?: FileContent
  /** Names of the variables to inherit from this process; all when absent. */
  readonly inherited?: readonly string[]
  /** Additional variables. */
  readonly environment?: Readonly<Record<string, string>>
  /** None when absent. */
  readonly limits?: RunLimits
  /** Pass messages of an interactive program to the terminal instead of collecting them. */
  readonly messages?: 'shown'
  /** Whether to start it even while this process ends, to clean up. */
  readonly isLast?: true
}

/** A program failed to start. */
export class NotStarted extends OperatorError {
  /** Whether the program does not exist. */
  readonly isMissing: boolean

  constructor(program: string, directory: string, error: unknown) {
    const isMissing = codeOf(error) === 'ENOENT' && existsSync(directory)
    const refusal = systemRefusal(error)
    if (isMissing) super(`there is no ${program} on PATH`, `install ${program} and put it on PATH`, { cause: error })
    else if (codeOf(error) === 'ENOENT')
      super(`there is no folder ${directory}`, 'name a folder that exists', { cause: error })
    else
      super(
        `${program} cannot be started: ${refusal?.fault ?? String(error)}`,
        refusal?.hint ?? `check whether \`${program}\` works here`,
        { cause: error },
      )
    this.name = 'NotStarted'
    this.isMissing = isMissing
  }
}

/** The only place that starts a process: without a shell, arguments as a list. Throws NotStarted when the program cannot be started. */
export async function run(
  program: string,
  args: readonly string[],
  { directory, input, inherited, environment, limits, messages, isLast }: RunOptions,
): Promise<Finished> {
  if (isLast === undefined) await unlessEnding()
  const finished = await new Promise<Finished>((resolve, reject) => {
    const child = spawn(program, args, {
      cwd: directory,
      env: { ...inheritedFrom(process.env, inherited), ...environment },
      stdio: ['pipe', 'pipe', messages === 'shown' ? 'inherit' : 'pipe'],
    })
    endWithUs(child)
    const output: Record<'stdout' | 'stderr', Buffer[]> = { stdout: [], stderr: [] }
    let size = 0
    let exceeded: keyof RunLimits | undefined
    const end = (limit: keyof RunLimits): void => {
      exceeded ??= limit
      child.kill('SIGKILL')
    }
    const collect = (stream: keyof typeof output) => (bytes: Buffer) => {
      size += bytes.length
      if (limits !== undefined && size > limits.bytes) end('bytes')
      else output[stream].push(bytes)
    }
    const timer = limits === undefined ? undefined : setTimeout(() => end('seconds'), limits.seconds * 1000)
    child.stdout?.on('data', collect('stdout'))
    child.stderr?.on('data', collect('stderr'))
    child.stdin?.on('error', () => {}) // the status of a process explains why it did not read its input
    child.on('error', (error) => {
      clearTimeout(timer)
      reject(error)
    })
    child.on('close', (code, signal) => {
      clearTimeout(timer)
      const stdoutBytes = Buffer.concat(output.stdout)
      resolve({
        status: code ?? (signal === null ? 1 : 128),
        stdout: toText(stdoutBytes),
        stdoutBytes,
        stderr: toText(Buffer.concat(output.stderr)),
        ...(exceeded === undefined ? {} : { exceeded }),
        ...(signal === null ? {} : { signal }),
      })
    })
    child.stdin?.end(input ?? '')
  }).catch((error: unknown) => {
    throw new NotStarted(program, directory, error)
  })
  if (isLast === undefined) await unlessEnding()
  return finished
}

const inheritedFrom = (environment: NodeJS.ProcessEnv, names: readonly string[] | undefined): NodeJS.ProcessEnv =>
  names === undefined
    ? environment
    : Object.fromEntries(Object.entries(environment).filter(([name]) => names.includes(name)))
