import { type EventEmitter, once } from 'node:events'
import { constants } from 'node:os'
import { setTimeout as wait } from 'node:timers/promises'

/**
 * Handles signals that end the process: it ends child processes, removes temporary folders and references of
 * git, and then dies by the signal, like a program without a handler. At a second signal it dies at once.
 * Without such work there is no handler, so that long calculations also end at once. Files of the network need no handling:
 * their changes are atomic.
 *
 * SIGKILL leaves a folder `chancery-*` among the temporary files, and maybe a reference. The folder is harmless: its name is random,
 * no run reads it, it has no secrets, and the system removes it. The next commit removes the reference.
 */
const signals = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const
type EndSignal = (typeof signals)[number]

/** A child process. */
interface Child extends EventEmitter {
  kill(signal: NodeJS.Signals): boolean
}

const children = new Set<Child>()
const undone = new Set<() => Promise<unknown>>()
/** Work that ends by itself on request. */
const told = new Set<AbortController>()
let isEnding = false

/** Time for a process to end by itself, in milliseconds: git removes its locks. */
const patience = 2000

/** Ends a process with this one. */
export function endWithUs(child: Child): void {
  children.add(child)
  listen()
  const forget = (): void => {
    children.delete(child)
    listen()
  }
  child.once('close', forget).once('error', forget)
}

/** Registers work for a signal before `forget` is called. */
export function beforeEnd(act: () => Promise<unknown>): { readonly forget: () => void } {
  undone.add(act)
  listen()
  return {
    forget: () => {
      undone.delete(act)
      listen()
    },
  }
}

/** Aborted at the first signal; the process then ends only at the second one. A runner waits 7.5 seconds. */
export function endSignal(): AbortSignal {
  const controller = new AbortController()
  told.add(controller)
  listen()
  return controller.signal
}

/** Never resolves when the process ends: the output of a killed child process is not a result. */
export const unlessEnding = async (): Promise<void> => (isEnding ? new Promise(() => {}) : undefined)

/** Ends the process, even during work. */
export async function endBy(signal: EndSignal): Promise<void> {
  if (!isEnding) {
    isEnding = true
    await Promise.all([...children].map(endChild))
    await Promise.all([...undone].map((act) => act().catch(() => {}))) // the others must be undone too
  }
  for (const name of signals) process.off(name, answer)
  process.kill(process.pid, signal)
  // The first process of a container does not end by its own signal.
  process.exit(128 + constants.signals[signal])
}

function answer(signal: NodeJS.Signals): void {
  const [...working] = told
  told.clear()
  for (const controller of working) controller.abort()
  if (working.length > 0) listen()
  else void endBy(signals.find((name) => name === signal) ?? 'SIGTERM')
}

function listen(): void {
  const isNeeded = children.size + undone.size + told.size > 0
  for (const name of signals) {
    process.off(name, answer)
    if (isNeeded || isEnding) process.on(name, answer)
  }
}

async function endChild(child: Child): Promise<void> {
  const closed = once(child, 'close')
  child.kill('SIGTERM')
  await Promise.race([closed, wait(patience)])
  child.kill('SIGKILL')
}
