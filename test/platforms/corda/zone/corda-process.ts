import { type ChildProcess, spawn } from 'node:child_process'
import { createInterface } from 'node:readline'
import type { CordaPrograms } from './given.ts'

/** Zone.java in a process: a question at a time. */
export class CordaProcess {
  readonly #child: ChildProcess
  readonly #waiting: ((line: string) => void)[] = []
  #said = ''

  /** `folder` gets its logs. */
  constructor({ java, classes }: CordaPrograms, folder: string) {
    const child = spawn(java, ['-Xmx256m', '-cp', classes, 'Zone'], { cwd: folder })
    this.#child = child
    const note = (text: unknown): void => {
      this.#said = `${this.#said}${String(text)}`.slice(-4000)
    }
    child.stderr.on('data', note)
    child.stdin.on('error', note)
    createInterface({ input: child.stdout }).on('line', (line) => this.#waiting.shift()?.(line))
    child.on('exit', () => {
      for (const answer of this.#waiting.splice(0)) answer(`! it ended: ${this.#said}`)
    })
  }

  /** The answer, split at its tabs; throws with the fault. */
  async ask(...words: readonly (string | number)[]): Promise<readonly string[]> {
    if (this.#child.exitCode !== null) throw new Error(`it ended: ${this.#said}`)
    const line = await new Promise<string>((resolve) => {
      this.#waiting.push(resolve)
      this.#child.stdin?.write(`${words.join('\t')}\n`)
    })
    if (!line.startsWith('= ')) throw new Error(`${words[0]}: ${line.slice(2)}`)
    return line.slice(2).split('\t')
  }

  stop(): void {
    this.#child.kill('SIGKILL')
  }
}
