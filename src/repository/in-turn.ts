import type { Files } from './files.ts'

/** Enough to keep a disk busy. Each work opens up to two files, and a process may be limited to 40, half of which Node needs. */
export const atOnce = 6

/** The same files with limited concurrency. */
export function inTurn({ read, readBytes, list, alone, change }: Files): Files {
  let running = 0
  const waiting: (() => void)[] = []
  const turn = async <Result>(work: () => Promise<Result>): Promise<Result> => {
    if (running === atOnce) await new Promise<void>((resolve) => waiting.push(resolve))
    else running += 1
    try {
      return await work()
    } finally {
      const next = waiting.shift()
      if (next === undefined) running -= 1
      else next()
    }
  }
  return {
    read: (path) => turn(() => read(path)),
    readBytes: (path) => turn(() => readBytes(path)),
    list: (folder) => turn(() => list(folder)),
    alone,
    change,
  }
}
