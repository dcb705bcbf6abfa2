import type * as promises from 'node:fs/promises'
import type { FileHandle, open as openFile } from 'node:fs/promises'

// A layer under whatever writes files: at the n-th call that changes one, the process is killed, or the disk is full once.

export interface Interruption {
  /** The call that is interrupted, from 1 on; none when 0. */
  at: number
  /** `killed`: this call and every later one fails. A code: this call alone does. */
  kind: 'killed' | 'ENOSPC' | 'EIO' | 'EACCES'
  /** Changing calls since the start. */
  count: number
}

export const interruption: Interruption = { at: 0, kind: 'killed', count: 0 }

export class Killed extends Error {}

/** Counts one call, and throws when it is the interrupted one. */
function step(): void {
  interruption.count += 1
  if (interruption.at === 0) return
  if (interruption.kind === 'killed') {
    if (interruption.count >= interruption.at) throw new Killed(`killed at ${interruption.at}`)
  } else if (interruption.count === interruption.at) {
    throw Object.assign(new Error(`${interruption.kind}: injected`), { code: interruption.kind })
  }
}

/** node:fs/promises with this layer. Writing a file is four calls: it is made, half of it is written, the rest, and it is synced. */
export function interruptible(real: typeof promises): typeof promises {
  const before =
    <Args extends readonly unknown[], Result>(call: (...args: Args) => Promise<Result>) =>
    async (...args: Args): Promise<Result> => {
      step()
      return call(...args)
    }
  const writeFile = async (
    file: string,
    content: string | Uint8Array,
    options?: { flag?: string; flush?: boolean },
  ) => {
    step()
    const handle = await real.open(file, options?.flag ?? 'w')
    try {
      const bytes = Buffer.from(content)
      for (const part of [bytes.subarray(0, bytes.length / 2), bytes.subarray(bytes.length / 2)]) {
        step()
        await handle.appendFile(part)
      }
      if (options?.flush === true) step()
    } finally {
      await handle.close()
    }
  }
  const open = async (...args: Parameters<typeof openFile>): Promise<FileHandle> => {
    const [, flags] = args
    if (typeof flags === 'number' || flags === undefined || flags === 'r') return real.open(...args)
    step()
    const handle = await real.open(...args)
    const [write, sync] = [handle.writeFile.bind(handle), handle.sync.bind(handle)]
    return Object.assign(handle, { writeFile: before(write), sync: before(sync) })
  }
  return {
    ...real,
    writeFile: writeFile as typeof real.writeFile, // the shapes that are used
    open,
    mkdir: before(real.mkdir) as typeof real.mkdir, // its overloads
    rename: before(real.rename),
    rm: before(real.rm),
    rmdir: before(real.rmdir),
    unlink: before(real.unlink),
    utimes: before(real.utimes),
  }
}
