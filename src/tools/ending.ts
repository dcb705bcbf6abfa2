import { type EventEmitter, once } from 'node:events'
import { constants } from 'node:os'
import { setTimeout as wait } from 'node:timers/promises'

/**
 * What is done when the process is told to end: processes that it started are ended, temporary folders and references of git are
 * removed, and then it dies by the signal, as a program does that knows nothing of signals. Told a second time, it dies at once.
 * Nothing listens while there is nothing to do, so that long calculations end at once too. Files of the network need nothing here:
 * their changes are whole whenever a process ends.
 *
 * SIGKILL leaves a folder `chancery-*` in that for temporary files, and maybe a reference. The folder is harmless: its name is random,
 * no run reads it, it has no secrets, and the system empties the place. The next commit removes the reference.
 */
const signals = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const
type EndSignal = (typeof signals)[number]

/** A process that this one started. */
interface Child extends EventEmitter {
  kill(signal: NodeJS.Signals): boolean
}

const children = new Set<Child>()
const undone = new Set<() => Promise<unknown>>()
/** Work that ends by itself when it is told to. */
const told = new Set<AbortController>()
let isEnding = false

/** How long a process may take to end by itself, in milliseconds: git removes its locks. */
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

/** Has something done should the process be told to end before `forget` is called. */
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

/** Aborted when the process is told to end, which then ends only when it is told again. A runner gives it 7.5 seconds. */
export function endSignal(): AbortSignal {
  const controller = new AbortController()
  told.add(controller)
  listen()
  return controller.signal
}

/** Never goes on when the process ends: what comes of a process that was ended is no result. */
export const unlessEnding = async (): Promise<void> => (isEnding ? new Promise(() => {}) : undefined)

/** Ends the process, whatever works in it. */
export async function endBy(signal: EndSignal): Promise<void> {
  if (!isEnding) {
    isEnding = true
    await Promise.all([...children].map(endChild))
    await Promise.all([...undone].map((act) => act().catch(() => {}))) // the next one is to be undone too
  }
  for (const name of signals) process.off(name, answer)
  process.kill(process.pid, signal)
  // The first process of a container is not ended by a signal of its own.
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
