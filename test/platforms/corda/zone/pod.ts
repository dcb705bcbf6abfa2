import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { readFileSync } from 'node:fs'
import { chown, mkdir, mkdtemp, open, readFile, rm, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import type { BuiltNetwork, Container, StatefulSet, Volume } from '../../built-network.ts'
import type { CordaPrograms } from './given.ts'

/** The user of the pod. */
const user = 1000

/** Starting takes minutes on a machine that is busy. */
const patience = 480_000

interface PodOptions {
  /** Of its volumes. */
  readonly folder: string
  /** IP address of the pod: programs of this machine share all ports of others. */
  readonly address: string
  readonly programs: CordaPrograms
  /** A folder with web.pem: what curl of its image trusts. */
  readonly trusted: string
  /** An entry of a Secret that a person made. */
  secret(name: string, key: string): string
  /** Replaces addresses that this machine has not. */
  reachable(text: string): string
}

interface Ended {
  readonly status: number | null
  readonly said: string
}

interface Stopped {
  readonly milliseconds: number
  readonly status: number | null
  /** Exit status of the preStop hook. */
  readonly hook: number | null
}

/** A container, and what another process in it needs. */
interface Spawned {
  readonly child: ChildProcess
  readonly root: string
  readonly environment: NodeJS.ProcessEnv
}

/** The container of the node, and its first process on this machine. */
interface Running extends Spawned {
  readonly first: number
}

/** A pod of a node, from the rendered files: its containers one after the other, with its volumes, as its user. */
export class Pod {
  readonly #options: PodOptions
  readonly #built: BuiltNetwork
  readonly #cluster: string
  readonly #workload: StatefulSet
  #container: Running | undefined
  /** File with the output of the last container, which its user can write to, as a runtime lets it (fixStdioPermissions of runc). */
  #output: string | undefined

  constructor(built: BuiltNetwork, cluster: string, workload: StatefulSet, options: PodOptions) {
    this.#built = built
    this.#cluster = cluster
    this.#workload = workload
    this.#options = options
  }

  get address(): string {
    return this.#options.address
  }

  /** Folder of a volume on this machine. */
  volume = (name: string): string => join(this.#options.folder, 'volumes', name)

  /** What a pod gets at its start: what is mounted anew, and what is empty. The claim keeps what it has. */
  async mount(): Promise<void> {
    for (const volume of this.#workload.spec.template.spec.volumes) {
      const folder = this.volume(volume.name)
      const isKept = volume.persistentVolumeClaim !== undefined
      if (!isKept) await rm(folder, { recursive: true, force: true })
      await mkdir(folder, { recursive: true })
      await chown(folder, user, user)
      if (isKept || volume.emptyDir !== undefined) continue
      const brought = this.#brought(volume.secret)
      for (const [path, bytes] of Object.entries(brought)) await writeFile(join(folder, path), bytes)
      if (Object.keys(brought).length > 0) continue
      const files = await this.#built.mounted(this.#cluster, this.#workload, volume.name)
      for (const [path, content] of Object.entries(files)) {
        await mkdir(dirname(join(folder, path)), { recursive: true })
        // Truststores come as Latin-1.
        const bytes = volume.name === 'zone' ? Buffer.from(content, 'latin1') : this.#own(content)
        await writeFile(join(folder, path), bytes)
      }
    }
  }

  /** What a person put into a Secret, in Latin-1: none where Chancery makes it. */
  #brought(secret: Volume['secret']): Readonly<Record<string, Buffer>> {
    const { namespace } = this.#workload.metadata
    const isMade = this.#built
      .objects(this.#cluster, 'Secret')
      .some(({ metadata }) => metadata.namespace === namespace && metadata.name === secret?.secretName)
    if (secret === undefined || isMade) return {}
    const entries = (secret.items ?? []).map(({ key, path }) => [path, this.#options.secret(secret.secretName, key)])
    return Object.fromEntries(entries.map(([path = '', text = '']) => [path, Buffer.from(text, 'latin1')]))
  }

  #own = (text: string): string =>
    this.#options
      .reachable(text)
      .replaceAll('0.0.0.0:', `${this.address}:`)
      .replaceAll("'0.0.0.0'", `'${this.address}'`)
      .replaceAll(/127\.0\.0\.1:(?=\d)/g, `${this.address}:`)

  /** Runs all init containers, or only one; throws with what a failing one said, unless it `mayFail`. */
  async initialize(only?: string, { mayFail = false } = {}): Promise<Ended> {
    const { initContainers = [] } = this.#workload.spec.template.spec
    let said = ''
    for (const container of initContainers.filter(({ name }) => only === undefined || name === only)) {
      const ended = await this.run(container)
      said += ended.said
      if (ended.status === 0) continue
      if (mayFail) return { status: ended.status, said }
      throw new Error(`${container.name} ended with ${ended.status}: ${ended.said.slice(-6000)}`)
    }
    return { status: 0, said }
  }

  async run(container: Container): Promise<Ended> {
    const { child } = await this.#spawn(container)
    const [status] = (await once(child, 'exit')) as [number | null]
    return { status, said: this.said }
  }

  async start(): Promise<void> {
    const { child, root, environment } = await this.#spawn(this.#main())
    this.#container = { child, root, environment, first: await firstChild(child) }
  }

  #main(): Container {
    const [container] = this.#workload.spec.template.spec.containers
    if (container === undefined) throw new Error('a pod has a container')
    return container
  }

  async #spawn({ command = [], args = [], env = [], volumeMounts = [] }: Container): Promise<Spawned> {
    const { programs, secret, trusted } = this.#options
    const folder = await mkdtemp(join(this.#options.folder, 'container-'))
    await mkdir(join(folder, 'image'))
    const mounts = [...volumeMounts].sort((a, b) => a.mountPath.length - b.mountPath.length)
    const binds = [
      ...mounts.map(({ name, mountPath, subPath = '' }) => `${join(this.volume(name), subPath)} ${mountPath}`),
      `${programs.javaHome} /opt/java`,
      `${programs.bin} /opt/corda/bin`,
      `${trusted} /opt/trusted`,
    ]
    for (const [at, { mountPath }] of mounts.entries())
      for (const outer of mounts.slice(0, at))
        if (mountPath.startsWith(`${outer.mountPath}/`))
          await mkdir(join(this.volume(outer.name), mountPath.slice(outer.mountPath.length)), { recursive: true })
    await writeFile(join(folder, 'binds'), `${binds.join('\n')}\n`)
    const variables = env.map(({ name, value, valueFrom }): [string, string] => {
      const { name: of = '', key = '' } = valueFrom?.secretKeyRef ?? {}
      return [name, value ?? secret(of, key)]
    })
    const script = join(import.meta.dirname, 'container.sh')
    this.#output = join(folder, 'output')
    const output = await open(this.#output, 'a')
    await output.chown(user, user)
    const environment = {
      PATH: '/opt/java/bin:/usr/bin:/bin:/usr/sbin',
      CURL_CA_BUNDLE: '/opt/trusted/web.pem',
      ...Object.fromEntries(variables),
    }
    const child = spawn('unshare', ['--mount', '--pid', '--fork', 'bash', script, folder, ...command, ...args], {
      cwd: '/',
      env: environment,
      stdio: ['ignore', output.fd, output.fd],
    })
    await output.close()
    return { child, root: join(folder, 'image/root'), environment }
  }

  /** Runs a command in the container, as its hooks are; its exit status. */
  async exec(command: readonly string[]): Promise<number | null> {
    if (this.#container === undefined) throw new Error('no container runs')
    const { first, root, environment } = this.#container
    const inside = ['chroot', '--userspec=1000:1000', '--groups=', root]
    const child = spawn('nsenter', ['--target', String(first), '--mount', '--pid', ...inside, ...command], {
      ...{ cwd: '/', env: environment, stdio: 'ignore' },
    })
    const [status] = (await once(child, 'exit')) as [number | null]
    return status
  }

  /** What its last container said. */
  get said(): string {
    return this.#output === undefined ? '' : readFileSync(this.#output, 'utf8')
  }

  /** Resolves when it holds; throws with what the node said when it does not in time, or the node ends. */
  async until(what: string, holds: () => Promise<boolean>): Promise<void> {
    const end = Date.now() + patience
    while (!(await holds().catch(() => false))) {
      const ended = !this.#runs()
      if (ended || Date.now() > end)
        throw new Error(`${what}: ${ended ? 'it ended' : 'not in time'}\n${this.said.slice(-6000)}`)
      await sleep(500)
    }
  }

  #runs = (): boolean => this.#container?.child.exitCode === null && this.#container.child.signalCode === null

  /** As a kubelet ends a container: its hook, the signal, and the end of both when the time of grace is over. */
  async stop(): Promise<Stopped> {
    const container = this.#container
    const { terminationGracePeriodSeconds = 30 } = this.#workload.spec.template.spec
    const began = Date.now()
    if (container === undefined || !this.#runs()) return { milliseconds: 0, status: null, hook: null }
    const ended = once(container.child, 'exit')
    const { command } = this.#main().lifecycle?.preStop?.exec ?? {}
    const inOrder = async (): Promise<number | null> => {
      const hook = command === undefined ? null : await this.exec(command)
      if (this.#runs()) process.kill(container.first, 'SIGTERM')
      await ended
      return hook
    }
    const grace = sleep(terminationGracePeriodSeconds * 1000, null, { ref: false })
    const hook = await Promise.race([inOrder(), grace])
    await this.kill()
    return { milliseconds: Date.now() - began, status: container.child.exitCode, hook }
  }

  /** As the loss of its machine. */
  async kill(): Promise<void> {
    const container = this.#container
    if (container !== undefined && this.#runs()) {
      const ended = once(container.child, 'exit')
      process.kill(container.first, 'SIGKILL')
      await ended
    }
    this.#container = undefined
  }
}

/** The process that unshare forked: it says nothing of it. */
async function firstChild({ pid }: ChildProcess): Promise<number> {
  for (;;) {
    const children = await readFile(`/proc/${pid}/task/${pid}/children`, 'utf8').catch(() => {
      throw new Error('unshare ended')
    })
    const [first] = children.trim().split(' ')
    if (first !== undefined && first !== '') return Number(first)
    await sleep(10)
  }
}
