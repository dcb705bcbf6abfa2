import { type ExitStatus, exitStatus } from '../errors.ts'
import { codeOf, systemRefusal } from '../system-error.ts'

/** The output streams of a process. Their errors do not end it. */
export interface WatchedOutput {
  /** Waits until all output is written. Returns the status of the command, or that of an OperatorError if output was lost. */
  statusAfter(status: ExitStatus): Promise<ExitStatus>
}

/**
 * Watches standard output and standard error. A closed pipe, as in `chancery plan | head -1`, is not an error: the command
 * finishes its work. A full or broken device is an error, because the output is lost.
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
  `chancery: standard output cannot be written: ${systemRefusal(error)?.fault ?? error.message}\n    the command itself has finished: send its output to a file or terminal that can be written\n`
