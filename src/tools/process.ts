import { spawn } from 'node:child_process'

/** What a finished process left. */
export interface Finished {
  readonly status: number
  readonly stdout: string
  readonly stderr: string
}

export interface RunOptions {
  readonly directory: string
  readonly input?: string
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
      const text = (name: 'stdout' | 'stderr'): string => Buffer.concat(output[name]).toString('utf8')
      resolve({ status: code ?? (signal === null ? 1 : 128), stdout: text('stdout'), stderr: text('stderr') })
    })
    child.stdin.end(input ?? '')
  })
}
