import { spawn } from 'node:child_process'
import { type FileContent, toText } from '../file-content.ts'

/** What a finished process left. */
export interface Finished {
  readonly status: number
  readonly stdout: string
  /** The same, byte by byte. */
  readonly stdoutBytes: Uint8Array
  readonly stderr: string
}

export interface RunOptions {
  readonly directory: string
  readonly input?: FileContent
  readonly environment?: Readonly<Record<string, string>>
}

/** The only place where a process is started: no shell, arguments as a list. Throws when the program cannot be started. */
export function run(
  program: string,
  args: readonly string[],
  { directory, input, environment }: RunOptions,
): Promise<Finished> {
  return new Promise((resolve, reject) => {
    const child = spawn(program, args, {
      cwd: directory,
      env: { ...process.env, ...environment },
      stdio: ['pipe', 'pipe', 'pipe'],
    })
    const output: Record<'stdout' | 'stderr', Buffer[]> = { stdout: [], stderr: [] }
    child.stdout.on('data', (bytes: Buffer) => output.stdout.push(bytes))
    child.stderr.on('data', (bytes: Buffer) => output.stderr.push(bytes))
    child.stdin.on('error', () => {}) // a process that ends without reading its input says why by its status
    child.on('error', reject)
    child.on('close', (code, signal) => {
      const stdoutBytes = Buffer.concat(output.stdout)
      resolve({
        status: code ?? (signal === null ? 1 : 128),
        stdout: toText(stdoutBytes),
        stdoutBytes,
        stderr: toText(Buffer.concat(output.stderr)),
      })
    })
    child.stdin.end(input ?? '')
  })
}
