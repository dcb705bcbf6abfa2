import { createInterface } from 'node:readline/promises'
import { endBy } from './ending.ts'

/** Asks the person at the terminal. Undefined without a terminal. */
export async function confirm(
  question: string,
  input: NodeJS.ReadStream = process.stdin,
  output: NodeJS.WriteStream = process.stderr,
): Promise<boolean | undefined> {
  if (!input.isTTY || !output.isTTY) return undefined
  const terminal = createInterface({ input, output })
  // In this mode the terminal sends Ctrl-C as a key, not as a signal.
  terminal.once('SIGINT', () => {
    terminal.close()
    void endBy('SIGINT')
  })
  try {
    return /^y(es)?$/i.test((await terminal.question(`${question} [y/N] `)).trim())
  } finally {
    terminal.close()
  }
}
