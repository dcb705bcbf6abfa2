import { spawn } from 'node:child_process'
import { join } from 'node:path'
import { Readable } from 'node:stream'
import { text } from 'node:stream/consumers'
import type { Usage } from './benchmark.ts'
import { peakOf } from './peak.ts'

export interface Measured extends Usage {
  readonly stdout: string
}

/** Runs a script in a process of its own. Seconds are those of the whole process. Throws when it fails. */
export async function measureNode(script: string, args: readonly string[]): Promise<Measured> {
  const preload = join(import.meta.dirname, 'report-usage.ts')
  const start = performance.now()
  const child = spawn(process.execPath, ['--import', preload, script, ...args], {
    stdio: ['ignore', 'pipe', 'pipe', 'pipe'],
  })
  const read = (descriptor: 1 | 2 | 3): Promise<string> => {
    const stream = child.stdio[descriptor]
    return stream instanceof Readable ? text(stream) : Promise.resolve('')
  }
  const [stdout, stderr, usage] = await Promise.all([read(1), read(2), read(3), ended(child)])
  const seconds = (performance.now() - start) / 1000
  if (child.exitCode !== 0) throw new Error(`${script} ${args.join(' ')}: ${stderr}`)
  return { seconds, stdout, ...(JSON.parse(usage) as Omit<Usage, 'seconds'>) } // written by report-usage.ts
}

/** What `$0`, the program, is run with one after the other, and then the processor time of all of them: POSIX, times. */
const oneByOne = 'for last do "$0" $ARGUMENTS "$last" > /dev/null || exit 1; done; times'

/** Runs a program once for each last argument. Seconds are the sum; memory is not measured. Throws when one of them fails. */
export async function measureEach(
  program: string,
  args: readonly string[],
  lastArguments: readonly string[],
): Promise<Usage> {
  const start = performance.now()
  const child = spawn('sh', ['-c', oneByOne, program, ...lastArguments], {
    env: { ...process.env, ARGUMENTS: args.join(' ') },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  const [stdout, stderr] = await Promise.all([text(child.stdout), text(child.stderr), ended(child)])
  const seconds = (performance.now() - start) / 1000
  if (child.exitCode !== 0) throw new Error(`${program} ${args.join(' ')}: ${stderr}`)
  const [, minutes = 0, rest = 0] = /\n(\d+)m([\d.]+)s/.exec(stdout) ?? []
  return { seconds, userSeconds: 60 * Number(minutes) + Number(rest), peakMiB: undefined }
}

/** Looking at the memory of a process takes 0.1 ms: not often enough to slow it down, often enough not to miss its peak. */
const lookEveryMilliseconds = 5

/** Largest resident memory of a program, in MiB; undefined where there is no /proc. */
export async function measurePeak(program: string, args: readonly string[]): Promise<number | undefined> {
  const child = spawn(program, args, { stdio: 'ignore' })
  let peak: number | undefined
  const timer = setInterval(() => {
    peak = (child.pid === undefined ? undefined : peakOf(child.pid)) ?? peak
  }, lookEveryMilliseconds)
  await ended(child).finally(() => clearInterval(timer))
  return peak
}

/** Waits for the end of a process; throws when it cannot be started. */
export const ended = (child: ReturnType<typeof spawn>): Promise<void> =>
  new Promise((resolve, reject) => {
    child.on('error', reject)
    child.on('close', () => resolve())
  })
