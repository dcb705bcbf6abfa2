import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdir, writeFile } from 'node:fs/promises'
import { dirname, join, posix } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import type { Question, Replies } from '../../../../src/platforms/health.ts'
import { ports } from '../../../../src/platforms/substrate/command-line.ts'
import { run } from '../../../../src/tools/process.ts'
import { freePort } from '../../../free-port.ts'
import type { BuiltNetwork, StatefulSet } from '../../built-network.ts'

/** Folders of a pod that its files and options name. */
const mounts = /(?<![\w/.])\/(?=(?:etc\/substrate|run\/chain|data)\b)/g

/** It starts for seconds, on a machine that may be busy. */
const patience = 180_000

interface Health {
  readonly peers: number
  readonly isSyncing: boolean
}

/** A node in a process with the files, the options and the init step of its pod. */
export class ChainNode {
  /** Stands for the root of the file system of its pod. */
  readonly #folder: string
  readonly #program: string
  /** IP address of its pod. */
  readonly address: string
  #ports = { rpc: 0, metrics: 0 }
  #args: readonly string[] = []
  #process: ChildProcess | undefined
  #said = ''

  constructor(folder: string, address: string, program: string) {
    this.#folder = folder
    this.address = address
    this.#program = program
  }

  /** Writes what its pod mounts, and does what the init container does. `reachable` replaces addresses of clusters. */
  async mount(
    built: BuiltNetwork,
    cluster: string,
    workload: StatefulSet,
    reachable: (text: string) => string,
  ): Promise<void> {
    this.#ports = { rpc: await freePort(), metrics: await freePort() }
    const { containers, initContainers = [] } = workload.spec.template.spec
    const [container] = containers
    const [init] = initContainers
    for (const { name, mountPath } of [...(init?.volumeMounts ?? []), ...(container?.volumeMounts ?? [])]) {
      const files = await built.mounted(cluster, workload, name)
      for (const [path, content] of Object.entries(files))
        await this.#write(posix.join(mountPath, path), name === 'pieces' ? content : reachable(content))
    }
    for (const path of ['/run/chain', '/data', '/etc/substrate/keystore'])
      await mkdir(join(this.#folder, path), { recursive: true })
    const [shell = '', script = ''] = init?.command ?? []
    const done = await run(shell, [join(this.#folder, script)], { directory: this.#folder })
    if (done.status !== 0) throw new Error(`${script}: ${done.stderr}`)
    this.#args = (container?.args ?? []).map((arg) => this.#own(reachable(arg)))
  }

  /** On one machine, ports and addresses that pods have to themselves differ. */
  #own(arg: string): string {
    return this.#inFolder(arg)
      .replace(/^--listen-addr=\/ip4\/0\.0\.0\.0\//, `--listen-addr=/ip4/${this.address}/`)
      .replace(/^--rpc-port=.*/, `--rpc-port=${this.#ports.rpc}`)
      .replace(/^--prometheus-port=.*/, `--prometheus-port=${this.#ports.metrics}`)
  }

  #inFolder(text: string): string {
    return text.replaceAll(mounts, `${this.#folder}/`)
  }

  async #write(path: string, content: string): Promise<void> {
    const file = join(this.#folder, path)
    await mkdir(dirname(file), { recursive: true })
    // Bytes come as Latin-1.
    if (path.endsWith('.wasm')) await writeFile(file, content, 'latin1')
    else await writeFile(file, path.endsWith('.sh') ? this.#inFolder(content) : content)
  }

  start(): void {
    this.#said = ''
    const child = spawn(this.#program, this.#args, { cwd: this.#folder, env: { HOME: this.#folder } })
    this.#process = child
    for (const stream of [child.stdout, child.stderr])
      stream.on('data', (chunk: Buffer) => {
        this.#said += chunk
      })
    child.on('error', (error) => {
      this.#said += error
    })
  }

  /** As a pod is stopped. */
  async stop(): Promise<void> {
    const child = this.#process
    this.#process = undefined
    if (child === undefined || child.exitCode !== null || child.signalCode !== null) return
    const ended = once(child, 'exit')
    child.kill('SIGTERM')
    await Promise.race([ended, sleep(30_000, undefined, { ref: false }).then(() => child.kill('SIGKILL'))])
    await ended
  }

  get said(): string {
    return this.#said
  }

  /** What a probe of the pod gets: its path, with the Host header that the probe sends. */
  async probe(path: string): Promise<number> {
    try {
      const answer = await fetch(`http://127.0.0.1:${this.#ports.rpc}${path}`)
      await answer.text()
      return answer.status
    } catch {
      return 0
    }
  }

  async ask<Answer>(method: string, ...params: readonly unknown[]): Promise<Answer> {
    const answer = await fetch(`http://127.0.0.1:${this.#ports.rpc}`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ jsonrpc: '2.0', id: 1, method, params }),
    })
    const { result, error } = (await answer.json()) as { readonly result: Answer; readonly error?: { message: string } } // JSON-RPC
    if (error !== undefined) throw new Error(error.message)
    return result
  }

  /** Numbers of the latest block, and of the latest final one. */
  async heights(): Promise<{ readonly best: number; readonly final: number }> {
    const number = async (...hash: readonly string[]): Promise<number> =>
      Number((await this.ask<{ readonly number: string }>('chain_getHeader', ...hash)).number)
    return { best: await number(), final: await number(await this.ask<string>('chain_getFinalizedHead')) }
  }

  health = (): Promise<Health> => this.ask<Health>('system_health')

  /** What it answers to questions of `verify`, which name the ports of its pod. A question without an answer is missing. */
  async replies(questions: Readonly<Record<string, Question>>): Promise<Replies> {
    const replies = await Promise.all(
      Object.entries(questions).map(async ([name, { port, path, body }]) => {
        const own = port === ports.rpc ? this.#ports.rpc : this.#ports.metrics
        const init =
          body === undefined
            ? {}
            : { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) }
        const answer = await fetch(`http://127.0.0.1:${own}${path}`, init).catch(() => undefined)
        return answer === undefined ? [] : [[name, { status: answer.status, body: await answer.text() }] as const]
      }),
    )
    return Object.fromEntries(replies.flat())
  }

  metrics = async (): Promise<string> => (await fetch(`http://127.0.0.1:${this.#ports.metrics}/metrics`)).text()

  /** Resolves when it holds; throws with what the node said when it does not in time, or the node ends. */
  async until(what: string, holds: () => Promise<boolean>): Promise<void> {
    const end = Date.now() + patience
    while (!(await holds().catch(() => false))) {
      const ended = this.#process === undefined || this.#process.exitCode !== null
      if (ended || Date.now() > end)
        throw new Error(`${what}: ${ended ? 'it ended' : 'not in time'}\n${this.#said.slice(-6000)}`)
      await sleep(500)
    }
  }
}
