import { fork } from 'node:child_process'
import { once } from 'node:events'
import { closeSync, openSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { removeBed } from './dead-beds.ts'
import type { Notice, Program, Request } from './guard.ts'

/** What runs the programs of a bed, see guard.ts. */
export interface Supervisor {
  start(program: Program): void
  /** Rejects when a program ends that should run, with the end of its log. */
  readonly failure: Promise<never>
  /** Leaves all running when this process ends. */
  keep(): Promise<void>
  /** Everything is gone when it resolves. */
  stop(): Promise<void>
}

/** Takes over a claimed folder. */
export async function supervise(folder: string, names: readonly string[]): Promise<Supervisor> {
  const log = openSync(join(folder, 'guard.log'), 'a')
  const guard = fork(join(import.meta.dirname, 'guard.ts'), [folder, ...names], {
    // A group and session of its own: Ctrl+C in a terminal reaches this process only, and the channel tells the guard.
    detached: true,
    execArgv: [],
    env: { PATH: process.env.PATH ?? '', TMPDIR: process.env.TMPDIR ?? '' },
    stdio: ['ignore', log, log, 'ipc'],
  })
  closeSync(log)
  const gone = once(guard, 'exit').then(() => removeBed(folder, guard.pid))
  const { promise: failure, reject } = Promise.withResolvers<never>()
  failure.catch(() => {}) // it may happen when nobody waits
  guard.on('message', (notice: Notice) => {
    if (notice.is === 'ended') void explain(notice).then(reject)
  })
  const heard = (is: Notice['is']): Promise<void> =>
    new Promise((resolve) => guard.on('message', (notice: Notice) => notice.is === is && resolve()))
  const tell = (request: Request): void => void guard.send(request, () => {})
  const lost = gone.then(() => Promise.reject(new Error('The guard of the test bed ended')))
  lost.catch(reject)

  await Promise.race([heard('ready'), lost])
  // Whoever forgets to dispose of a bed must not hang because of it.
  guard.unref()
  guard.channel?.unref()
  return {
    failure,
    start: (program) => tell({ do: 'start', program }),
    keep: async () => {
      const kept = heard('kept')
      tell({ do: 'keep' })
      guard.channel?.ref()
      await Promise.race([kept, lost])
      guard.disconnect()
    },
    stop: async () => {
      guard.ref()
      tell({ do: 'stop' })
      await gone
    },
  }
}

async function explain({ name, reason, log }: Extract<Notice, { is: 'ended' }>): Promise<Error> {
  const text = await readFile(log, 'utf8').catch(() => '')
  return new Error(
    `${name} ended (${reason}). The end of its log:\n${text.trimEnd().split('\n').slice(-15).join('\n')}`,
  )
}
