import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { readFileSync, readlinkSync } from 'node:fs'
import { setTimeout as sleep } from 'node:timers/promises'
import { kill, runningProcesses } from '../lifetime/processes.ts'

/** The API server of a bed with one cluster, which can be taken away. */
export interface ApiServer extends AsyncDisposable {
  /** Kills it at once, and starts it again with the same arguments after some milliseconds. Resolves when it runs. */
  restart(after: number): Promise<void>
}

/** What runs is found in /proc. What is started here in its place goes when it is disposed of, which is before the bed does. */
export function apiServerOf(folder: string): ApiServer {
  const found = runningProcesses().find(
    ({ command }) => command.includes('/kube-apiserver') && command.includes(folder),
  )
  if (found === undefined) throw new Error(`No API server runs in ${folder}`)
  const read = (file: string): string[] => readFileSync(`/proc/${found.id}/${file}`, 'utf8').split('\0').slice(0, -1)
  const [path = '', ...parameters] = read('cmdline')
  const cwd = readlinkSync(`/proc/${found.id}/cwd`)
  const env = Object.fromEntries(
    read('environ').map((entry) => [entry.split('=')[0] ?? '', entry.slice(entry.indexOf('=') + 1)]),
  )
  let child: ChildProcess | undefined
  const end = async (): Promise<void> => {
    if (child === undefined) return kill(found.id)
    const ended = once(child, 'exit')
    child.kill('SIGKILL')
    await ended
  }
  return {
    restart: async (after) => {
      await end()
      await sleep(after)
      child = spawn(path, parameters, { cwd, env, stdio: 'ignore' })
      await once(child, 'spawn')
    },
    [Symbol.asyncDispose]: async () => {
      if (child !== undefined) await end()
    },
  }
}
