import { type ChildProcessByStdio, spawn } from 'node:child_process'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import type { Readable, Writable } from 'node:stream'
import type { PoolPrograms } from './programs.ts'

export interface Question {
  /** `action` asks every validator; `refresh` reads who belongs to the pool now. */
  readonly do: 'submit' | 'action' | 'refresh'
  /** A request to the pool. */
  readonly request?: object
  /** It is signed with the key of this seed. */
  readonly seed?: string
}

/** indy-vdr, a client of the pool that is not ours: it checks state proofs, and wants as many answers as the pool has to give. */
export class Client {
  readonly #process: ChildProcessByStdio<Writable, Readable, null>
  readonly #lines: AsyncIterator<string>

  constructor(genesis: string, proxy: string, { python, scripts, environment }: PoolPrograms) {
    this.#process = spawn(python, [join(scripts, 'client.py'), genesis, proxy], {
      env: { ...environment },
      stdio: ['pipe', 'pipe', 'ignore'], // its library complains at its end
    })
    this.#lines = createInterface(this.#process.stdout)[Symbol.asyncIterator]()
  }

  /** One question after the other. Throws with what the pool, or indy-vdr, says against it. */
  async ask<Answer>(question: Question): Promise<Answer> {
    this.#process.stdin.write(`${JSON.stringify(question)}\n`)
    const { value, done } = await this.#lines.next()
    if (done === true) throw new Error('indy-vdr ended')
    const said = JSON.parse(value) as { readonly answer: Answer } | { readonly error: string; readonly code: number } // client.py
    if ('error' in said) throw Object.assign(new Error(said.error), { code: said.code })
    return said.answer
  }

  stop(): void {
    this.#process.stdin.end()
  }
}
