import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdir, writeFile } from 'node:fs/promises'
import { connect } from 'node:net'
import { dirname, join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import type { PoolPrograms } from './programs.ts'

export interface Mounted {
  /** Content of the files that its pod mounts, by path. */
  readonly files: Readonly<Record<string, string>>
  /** Path of what its container runs. */
  readonly script: string
  /** Address of the proxy that it dials through. */
  readonly proxy: string
  readonly programs: PoolPrograms
}

/** In place of RocksDB, whose package for Python does not build any more. */
const storage = `
from plenum.common.constants import HS_LEVELDB, KeyValueStorageType
hashStore = {"type": HS_LEVELDB}
configStateStorage = idrCacheStorage = attrStorage = domainStateStorage = poolStateStorage = KeyValueStorageType.Leveldb
reqIdToTxnStorage = nodeStatusStorage = stateSignatureStorage = KeyValueStorageType.Leveldb
transactionLogDefaultStorage = stateTsStorage = KeyValueStorageType.Leveldb
`

/** Folders of a pod that a text may name. */
const mounts = /(["'])(\/(?:etc|run|var)\/)/g

/** It imports for seconds, on a machine that may be busy. */
const patience = 120_000

const accepts = (host: string, port: number): Promise<boolean> =>
  new Promise((resolve) => {
    const socket = connect({ host, port })
    const end = (answer: boolean) => () => {
      socket.destroy()
      resolve(answer)
    }
    socket.once('connect', end(true)).once('error', end(false))
  })

/** A validator of indy-node in a process that runs what its pod runs. */
export class Validator {
  /** Stands for the root of the file system of its pod. */
  readonly #folder: string
  /** IP address of its pod. */
  readonly address: string
  #mounted: Mounted | undefined
  #process: ChildProcess | undefined
  #said = ''

  constructor(folder: string, address: string) {
    this.#folder = folder
    this.address = address
  }

  /** Writes the files that its pod mounts. What it has stored stays. */
  async mount(mounted: Mounted): Promise<void> {
    this.#mounted = mounted
    const folder = this.#folder
    for (const [path, content] of Object.entries(mounted.files)) {
      const text = content.replaceAll(mounts, `$1${folder}$2`).replaceAll('0.0.0.0', this.address)
      await mkdir(dirname(join(folder, path)), { recursive: true })
      await writeFile(join(folder, path), path.endsWith('indy_config.py') ? `${text}${storage}` : text)
    }
    for (const path of ['tmp', 'run/indy-keys']) await mkdir(join(folder, path), { recursive: true })
  }

  start(): void {
    if (this.#mounted === undefined) throw new Error('it has no files yet')
    const { proxy, programs, script } = this.#mounted
    const folder = this.#folder
    this.#said = ''
    const run = join(programs.scripts, 'run.py')
    const child = spawn(programs.python, ['-O', run, folder, proxy, join(folder, script)], {
      cwd: join(folder, 'tmp'),
      env: { ...programs.environment, HOME: join(folder, 'tmp') },
    })
    this.#process = child
    for (const stream of [child.stdout, child.stderr])
      stream.on('data', (chunk: Buffer) => {
        this.#said += chunk
      })
    child.stdin.on('error', () => {}) // it has ended
  }

  /** Resolves when it takes part in the consensus: it has caught up with the others. */
  async participates(): Promise<void> {
    const end = Date.now() + patience
    while (!this.#said.includes('started participating')) {
      const trouble = this.#process?.exitCode !== null ? 'ended' : Date.now() > end ? 'does not catch up' : undefined
      if (trouble !== undefined) throw new Error(`indy-node ${trouble}: ${this.#said.slice(-6000)}`)
      await sleep(100)
    }
  }

  /** Resolves when its pod would be ready: the probes dial this port. */
  async opensClientPort(): Promise<void> {
    const end = Date.now() + patience
    while (!(await accepts(this.address, 9702))) {
      if (Date.now() > end) throw new Error(`indy-node opens no port: ${this.#said.slice(-6000)}`)
      await sleep(100)
    }
  }

  /** Everything that it said since its last start. */
  get said(): string {
    return this.#said
  }

  /** As a pod is stopped. */
  async stop(): Promise<void> {
    const child = this.#process
    this.#process = undefined
    if (child === undefined || child.exitCode !== null || child.signalCode !== null) return
    const ended = once(child, 'exit')
    child.kill('SIGTERM')
    await Promise.race([ended, sleep(15_000, undefined, { ref: false }).then(() => child.kill('SIGKILL'))])
    await ended
  }
}
