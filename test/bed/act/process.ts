import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { onTestFinished } from 'vitest'
import { type Finished, run } from '../../../src/tools/process.ts'
import { tool, tools } from '../tools/tool.ts'

await tools('act')

/** Runs act for an event in a repository, on this machine: its host mode needs no container engine. */
export async function runAct(
  directory: string,
  args: readonly string[],
  environment: Readonly<Record<string, string>>,
): Promise<Finished> {
  const late = Object.entries(await lateEnds()).map(([name, value]) => `--env=${name}=${value}`)
  return run(await tool('act'), [...args, '--platform=ubuntu-latest=-self-hosted', '--no-cache-server', ...late], {
    directory,
    environment: { XDG_CACHE_HOME: await workFolder(), ...environment },
  })
}

/**
 * Variables that have programs of Node, and steps in Bash, end half a second late when they fail: act does not wait until it has read what a
 * failing step wrote last (host_environment.go of 0.2.89 returns with its status, while another thread still copies its output). On a busy
 * machine, 11 of 40 failing steps lost their last line; with this, none.
 */
async function lateEnds(): Promise<Readonly<Record<string, string>>> {
  const folder = await workFolder()
  const [node, bash] = [join(folder, 'late.cjs'), join(folder, 'late.sh')]
  const wait = 'Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 500)'
  await writeFile(node, `process.on('exit', (status) => status !== 0 && ${wait})\n`)
  await writeFile(bash, `trap '[ "$?" -eq 0 ] || sleep 0.5' EXIT\n`)
  return { NODE_OPTIONS: `--require=${node}`, BASH_ENV: bash }
}

/** Where act copies the work tree to. It writes scripts there too, and cannot run them from a path with spaces. */
export async function workFolder(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'act-'))
  onTestFinished(() => rm(folder, { recursive: true, force: true }))
  return folder
}
