import { type ExitStatus, exitStatus } from '../errors.ts'
import { codeOf, systemRefusal } from '../system-error.ts'

/** The streams of a process, watched: none of their errors ends it. */
export interface WatchedOutput {
  /** Waits until all is written. Gives the status of the command, or that of an operator's mistake where some of it was lost. */
  statusAfter(status: ExitStatus): Promise<ExitStatus>
}

/**
 * Watches standard output and standard error. A reader that has gone, as in `chancery plan | head -1`, is no mistake: the command does
 * its work to the end. A device that is full or broken is one: somebody counts on what is written there.
 */
export function watchOutput(out: NodeJS.WriteStream, err: NodeJS.WriteStream): WatchedOutput {
  const lost = new Map<NodeJS.WriteStream, Error>()
  for (const stream of [out, err])
    stream.on('error', (error) => {
      if (codeOf(error) !== 'EPIPE' && !lost.has(stream)) lost.set(stream, error)
    })
  return {
    statusAfter: async (status) => {
      await Promise.all([out, err].map(written))
      const error = lost.get(out)
      if (error !== undefined) err.write(lostText(error))
      return lost.size > 0 && status === exitStatus.done ? exitStatus.operator : status
    },
  }
}

const written = (stream: NodeJS.WriteStream): Promise<void> =>
  new Promise((resolve) => void stream.write('', () => resolve()))

const lostText = (error: Error): string =>
  `chancery: standard output cannot be written: ${systemRefusal(error)?.fault ?? error.message}\n    the command itself ran to its end: send its output to a file or terminal that takes it\n`
