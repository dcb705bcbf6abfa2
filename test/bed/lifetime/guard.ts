/**
 * The process that runs all of a bed, so that nothing survives the one that wanted it: when the channel to it closes,
 * whatever the reason, everything is killed and the folder removed. `argv`: the folder, then the names of the clusters.
 */
import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { openSync } from 'node:fs'
import { rm } from 'node:fs/promises'
import { removeFromKernel } from './kernel.ts'
import { recordOf, writeRecord } from './record.ts'
import { weigh } from './weight.ts'

/** A program to run until the bed ends. */
export interface Program {
  readonly name: string
  readonly path: string
  readonly arguments: readonly string[]
  readonly directory: string
  /** Gets what it writes. */
  readonly log: string
  readonly environment: Readonly<Record<string, string>>
}

export type Request = { readonly do: 'start'; readonly program: Program } | { readonly do: 'keep' | 'stop' }
export type Notice =
  | { readonly is: 'ready' | 'kept' }
  | { readonly is: 'ended'; readonly name: string; readonly log: string; readonly reason: string }

const weighMilliseconds = 1000

const [folder = '', ...names] = process.argv.slice(2)
const creator = process.ppid
const children = new Set<ChildProcess>()
let kept = false
let ending = false

process.on('message', (request: Request) => {
  if (request.do === 'start') start(request.program)
  else if (request.do === 'stop') void end()
  else void keep()
})
process.on('disconnect', () => {
  if (!kept) void end()
})
for (const signal of ['SIGTERM', 'SIGINT', 'SIGHUP'] as const) process.on(signal, () => void end())
await writeRecord(folder, recordOf(process.pid, creator, names))
if (process.platform === 'linux') setInterval(weighAgain, weighMilliseconds).unref()
if (process.connected) tell({ is: 'ready' })
else void end()

function start(program: Program): void {
  if (ending) return
  const log = openSync(program.log, 'a')
  const child = spawn(program.path, program.arguments, {
    cwd: program.directory,
    env: program.environment,
    stdio: ['ignore', log, log],
  })
  children.add(child)
  const ended = (reason: string): void => {
    children.delete(child)
    if (!ending) tell({ is: 'ended', name: program.name, log: program.log, reason })
  }
  child.once('error', (error) => ended(error.message))
  child.once('exit', (status, signal) => ended(signal ?? `status ${status}`))
}

function weighAgain(): void {
  try {
    weigh(folder)
  } catch {
    // A group of a pod vanished meanwhile, or the computer refuses: the next attempt is soon.
  }
}

async function keep(): Promise<void> {
  kept = true
  await writeRecord(folder, recordOf(process.pid, creator, names, true))
  tell({ is: 'kept' })
}

async function end(): Promise<void> {
  if (ending) return
  ending = true
  const exits = [...children].map((child) => once(child, 'exit'))
  for (const child of children) child.kill('SIGKILL')
  await Promise.all(exits)
  await removeFromKernel(folder)
  await rm(folder, { recursive: true, force: true, maxRetries: 5 })
  process.exit()
}

function tell(notice: Notice): void {
  // Nobody is there to hear it when the channel has closed.
  if (process.connected) process.send?.(notice, () => {})
}
