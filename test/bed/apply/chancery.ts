import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { dirname } from 'node:path'
import type { Readable } from 'node:stream'
import { program } from '../../program.ts'
import { tool, tools } from '../tools/tool.ts'

await tools('kustomize')

export interface Ended {
  readonly status: number
  readonly stdout: string
  readonly stderr: string
}

export interface Running {
  readonly ended: Promise<Ended>
  /** What it has written to standard output so far. */
  written(): string
  terminate(): void
}

/** Runs the command line as a process of its own, with nothing of the home folder of whoever runs the tests. */
export async function chancery(
  directory: string,
  args: readonly string[],
  environment: Readonly<Record<string, string>>,
): Promise<Running> {
  const child = spawn(process.execPath, [await program(), ...args, '--directory', directory], {
    env: {
      PATH: `${dirname(await tool('kustomize'))}:${process.env.PATH}`,
      HOME: directory,
      NO_COLOR: '1',
      ...environment,
    },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  const stdout = gathered(child.stdout)
  const stderr = gathered(child.stderr)
  const end = async (): Promise<Ended> => {
    // Both streams have ended by then.
    const [status] = await once(child, 'close')
    return { status, stdout: stdout(), stderr: stderr() }
  }
  return { ended: end(), written: stdout, terminate: () => void child.kill('SIGTERM') }
}

function gathered(stream: Readable): () => string {
  let text = ''
  stream.setEncoding('utf8').on('data', (chunk: string) => {
    text += chunk
  })
  return () => text
}
