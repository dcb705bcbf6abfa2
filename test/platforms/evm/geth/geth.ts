import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { type Address, addressText, urlHost } from '../../../../src/network/address.ts'
import { run } from '../../../../src/tools/process.ts'
import { tool, tools } from '../../../bed/tools/tool.ts'

await tools('geth')

export interface GethOptions {
  readonly folder: string
  /** Where it listens for peers. The IP address is its own, as that of a pod. */
  readonly p2p: Address
  /** 64 hexadecimal digits. */
  readonly key: string
  readonly genesis: object
  readonly networkId: number
  readonly staticNodes: readonly string[]
  /** Names that it can resolve, as in /etc/hosts. */
  readonly hosts: string
  /** It signs blocks. */
  readonly signs: boolean
}

export interface GethPeer {
  readonly enode: string
  readonly network: { readonly remoteAddress: string; readonly inbound: boolean }
}

/** Ends geth at the end of the input, which comes at the latest when whoever started it ends, however that is. */
const lifeline =
  'exec 3<&0; "$@" </dev/null & geth=$!; { cat <&3 >/dev/null; kill -TERM $geth; } 2>/dev/null >&2 & wait $geth'

/** A node of go-ethereum in a process, with its own data, that can start and stop several times. */
export class Geth {
  readonly #options: GethOptions
  readonly #program: string
  /** What account its key has, as geth says. */
  readonly account: string
  #process: ChildProcess | undefined
  #log = ''

  private constructor(options: GethOptions, program: string, account: string) {
    this.#options = options
    this.#program = program
    this.account = account
  }

  /** Writes its files and its first block. */
  static async prepare(options: GethOptions): Promise<Geth> {
    const { folder, p2p, key, genesis, staticNodes, hosts } = options
    const program = await tool('geth')
    await mkdir(folder, { recursive: true })
    const files = {
      hosts, // which its build flags have it read from its working directory, as /etc/hosts belongs to the machine
      nodekey: key,
      password: 'none',
      'genesis.json': JSON.stringify(genesis),
      'geth.toml': `[Node.P2P]\nListenAddr = "${addressText(p2p)}"\nStaticNodes = ${JSON.stringify(staticNodes)}\n`,
    }
    for (const [name, text] of Object.entries(files)) await writeFile(join(folder, name), text)
    const once = async (...args: string[]): Promise<string> => {
      const { status, stdout, stderr } = await run(program, args, {
        directory: folder,
        environment: surroundings(folder),
      })
      if (status !== 0) throw new Error(`geth ${args.join(' ')}: ${stderr}`)
      return stdout
    }
    await once('init', '--datadir=data', 'genesis.json')
    const said = await once('account', 'import', '--datadir=data', '--lightkdf', '--password=password', 'nodekey')
    return new Geth(options, program, `0x${/Address: \{([0-9a-f]{40})\}/.exec(said)?.[1]}`)
  }

  /** Resolves when it answers. */
  async start(): Promise<void> {
    const { folder } = this.#options
    this.#log = ''
    const child = spawn('sh', ['-c', lifeline, 'geth', this.#program, ...this.#arguments()], {
      cwd: folder,
      env: surroundings(folder),
      detached: true, // a process group of its own, to end as a whole
    })
    this.#process = child
    for (const stream of [child.stdout, child.stderr])
      stream.on('data', (chunk: Buffer) => {
        this.#log = `${this.#log}${chunk}`.slice(-4000)
      })
    child.stdin.on('error', () => {}) // it has ended: exitCode says so
    child.on('exit', () => child.stdin.destroy())
    const end = Date.now() + 60_000
    while (!(await this.call('web3_clientVersion').catch(() => undefined))) {
      if (child.exitCode !== null) throw new Error(`geth ended: ${this.#log}`)
      if (Date.now() > end) throw new Error(`geth does not answer: ${this.#log}`)
      await sleep(100)
    }
  }

  /** As a pod is stopped: it is asked to, and has a while. */
  async stop(): Promise<void> {
    const child = this.#process
    this.#process = undefined
    if (child === undefined || child.exitCode !== null || child.pid === undefined) return
    const ended = once(child, 'exit')
    child.stdin?.end()
    await Promise.race([ended, sleep(30_000, undefined, { ref: false })])
    if (child.exitCode === null) process.kill(-child.pid, 'SIGKILL')
    await ended
  }

  async call<Result>(method: string, ...params: readonly unknown[]): Promise<Result> {
    const response = await fetch(`http://${urlHost(this.#options.p2p.host)}:8545/`, {
      method: 'POST',
      headers: { 'Content-Type': 'application/json' },
      body: JSON.stringify({ jsonrpc: '2.0', id: 1, method, params }),
      signal: AbortSignal.timeout(10_000),
    })
    const answer = (await response.json()) as { result: Result; error?: { message: string } } // JSON-RPC
    if (answer.error !== undefined) throw new Error(`${method}: ${answer.error.message}`)
    return answer.result
  }

  #arguments(): string[] {
    const { p2p, networkId, signs } = this.#options
    return [
      ...['--config=geth.toml', '--datadir=data', '--nodekey=nodekey', `--networkid=${networkId}`],
      ...['--nodiscover', '--nat=none', '--syncmode=full', '--gcmode=archive', '--cache=16', '--ipcdisable'],
      ...['--http', `--http.addr=${p2p.host}`, '--http.api=admin,clique,eth,net,web3', `--authrpc.addr=${p2p.host}`],
      ...(signs ? ['--mine', `--miner.etherbase=${this.account}`, `--unlock=${this.account}`] : []),
      ...(signs ? ['--password=password', '--allow-insecure-unlock', '--lightkdf'] : []),
    ]
  }
}

/** Nothing of whoever runs the tests; names are resolved by Go, not by the C library. */
const surroundings = (folder: string): Record<string, string> => ({
  PATH: process.env.PATH ?? '',
  HOME: folder,
  GODEBUG: 'netdns=go',
})
