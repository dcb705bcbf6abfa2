import { spawn } from 'node:child_process'
import { existsSync } from 'node:fs'
import { OperatorError } from '../errors.ts'
import { type FileContent, toText } from '../file-content.ts'
import { codeOf, systemRefusal } from '../system-error.ts'
import { endWithUs, unlessEnding } from './ending.ts'

/** What a finished process left. */
export interface Finished {
  readonly status: number
  readonly stdout: string
  /** The same, byte by byte. */
  readonly stdoutBytes: Uint8Array
  readonly stderr: string
  /** The limit that ended it: it was killed. */
  readonly exceeded?: keyof RunLimits
  /** The signal that ended it, ours or another's. */
  readonly signal?: NodeJS.Signals
}

export interface RunLimits {
  readonly seconds: number
  /** Of all that it writes. */
  readonly bytes: number
}

export interface RunOptions {
  readonly directory: string
  readonly input?: FileContent
  /** Names of the variables that it gets of this process; all when absent. */
  readonly inherited?: readonly string[]
  /** Variables besides those. */
  readonly environment?: Readonly<Record<string, string>>
  /** None when absent. */
  readonly limits?: RunLimits
  /** Messages of a program that speaks with the person go to the terminal at once, and into no text. */
  readonly messages?: 'shown'
  /** It is started while this process ends, too: it removes what is left. */
  readonly isLast?: true
}

/** A program that cannot be started. */
export class NotStarted extends OperatorError {
  /** Whether there is none of that name. */
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
        refusal?.hint ?? `see whether \`${program}\` works here`,
        { cause: error },
      )
    this.name = 'NotStarted'
    this.isMissing = isMissing
  }
}

/** The only place where a process is started: no shell, arguments as a list. Throws NotStarted when the program cannot be started. */
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
    child.stdin?.on('error', () => {}) // a process that ends without reading its input says why by its status
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
