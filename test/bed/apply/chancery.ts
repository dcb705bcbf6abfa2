import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { dirname, join } from 'node:path'
import { text } from 'node:stream/consumers'
import { root } from '../../docs/pages.ts'
import { tool, tools } from '../tools/tool.ts'

await tools('kustomize')

export interface Ended {
  readonly status: number
  readonly stdout: string
  readonly stderr: string
}

export interface Running {
  readonly ended: Promise<Ended>
  terminate(): void
}

/** Runs the command line as a process of its own, with nothing of the home folder of whoever runs the tests. */
export async function chancery(
  directory: string,
  args: readonly string[],
  environment: Readonly<Record<string, string>>,
): Promise<Running> {
  const child = spawn(process.execPath, [join(root, 'src/cli.ts'), ...args, '--directory', directory], {
    env: {
      PATH: `${dirname(await tool('kustomize'))}:${process.env.PATH}`,
      HOME: directory,
      NO_COLOR: '1',
      ...environment,
    },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  const end = async (): Promise<Ended> => {
    const [[status], stdout, stderr] = await Promise.all([once(child, 'exit'), text(child.stdout), text(child.stderr)])
    return { status, stdout, stderr }
  }
  return { ended: end(), terminate: () => void child.kill('SIGTERM') }
}
