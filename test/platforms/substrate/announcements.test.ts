import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { readFileSync } from 'node:fs'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { join } from 'node:path'
import { json } from 'node:stream/consumers'
import { bytesToHex, hexToBytes } from '@noble/hashes/utils.js'
import { load } from 'js-yaml'
import { describe, expect, it, vi } from 'vitest'
import { announceJobs, nextKeysKey, transactionIn } from '../../../src/platforms/substrate/announcements.ts'
import type { SubstrateNetwork } from '../../../src/platforms/substrate/network.ts'
import { chain, chainFiles, edited, madeFor, revisionOf } from '../../plan/revisions.ts'

/** The script of the Job, as its pod runs it. */
const manifest = load(
  readFileSync(join(import.meta.dirname, '../../../src/platforms/substrate/base/announce/job.yaml'), 'utf8'),
) as { spec: { template: { spec: { containers: { command: string[]; args: string[] }[] } } } }
const [container] = manifest.spec.template.spec.containers
const [shell = '', ...flags] = [...(container?.command ?? []), ...(container?.args ?? [])]

const [key, keys, signed] = [`0x${'ab'.repeat(72)}`, `0x${'cd'.repeat(64)}`, '0x8400aa']
const head = `0x${'77'.repeat(32)}`

/** A node with the part of JSON-RPC that the Job uses, with the answers of sc-rpc 44.0.0. */
class Node implements AsyncDisposable {
  readonly asked: string[] = []
  /** What the state has at the newest block, and at the last final one. */
  best: string | null = null
  final: string | null = null
  refusals: (readonly [code: number, message: string])[] = []
  readonly #server = createServer(async (request, response) => {
    // Origins are limited, so there is no other name of the host.
    if (request.headers.host !== 'localhost:9944')
      return response.writeHead(403).end('Provided Host header is not whitelisted.\n')
    const { method, params } = (await json(request)) as { method: string; params: string[] } // as the Job sends it
    this.asked.push(method)
    response.setHeader('Content-Type', 'application/json')
    response.end(JSON.stringify({ jsonrpc: '2.0', id: 1, ...this.#answer(method, params) }))
  })

  #answer(method: string, params: readonly string[]): object {
    if (method === 'chain_getFinalizedHead') return { result: head }
    if (method === 'state_getStorage') {
      expect(params[0]).toBe(key)
      return { result: params[1] === head ? this.final : this.best }
    }
    expect([method, params]).toEqual(['author_submitExtrinsic', [signed]])
    const [code, message] = this.refusals.shift() ?? []
    return code === undefined ? { result: `0x${'99'.repeat(32)}` } : { error: { code, message } }
  }

  async listen(): Promise<string> {
    this.#server.listen(0, '127.0.0.1')
    await once(this.#server, 'listening')
    return `127.0.0.1:${(this.#server.address() as AddressInfo).port}`
  }

  async [Symbol.asyncDispose](): Promise<void> {
    this.#server.closeAllConnections()
    this.#server.close()
  }
}

function announce(...hosts: readonly string[]) {
  const process_ = spawn(shell, flags, {
    env: {
      PATH: process.env.PATH,
      ANNOUNCEMENTS: hosts.map((host, at) => `${host}/v${at + 1}/${key}/${keys}/${signed}`).join(' '),
      PAUSE: '0.1',
    },
  })
  let printed = ''
  for (const stream of [process_.stdout, process_.stderr]) stream.on('data', (chunk: Buffer) => (printed += chunk))
  const ended = once(process_, 'close').then(([status]) => status as number | null)
  return { ended, printed: () => printed, [Symbol.dispose]: () => void process_.kill('SIGKILL') }
}

const until = (what: () => void): Promise<void> => vi.waitFor(what, { timeout: 30_000, interval: 20 })

describe('the Job that announces', () => {
  it('submits the transaction, and ends when its keys are final', async () => {
    await using node = new Node()
    using job = announce(await node.listen())
    await until(() => expect(job.printed()).toBe('v1: the transaction is submitted\n'))
    node.best = keys
    await until(() => expect(job.printed()).toContain('v1: its session keys are in a block that is not final yet\n'))
    node.final = keys
    expect(await job.ended).toBe(0)
    expect(job.printed().split('\n').slice(-2)).toEqual(['the chain has the session keys of: v1', ''])
  })

  it('submits nothing where the chain has the keys already', async () => {
    await using node = new Node()
    node.best = keys
    node.final = keys
    using job = announce(await node.listen())
    expect(await job.ended).toBe(0)
    expect(job.printed()).toBe('the chain has the session keys of: v1\n')
    expect(node.asked).not.toContain('author_submitExtrinsic')
  })

  it('tells once what the chain refuses, and tries again', async () => {
    await using node = new Node()
    const fee = 'Invalid Transaction'
    node.refusals = [
      [1010, fee],
      [1010, fee],
      [1012, 'Transaction is temporarily banned'],
      [1013, 'Transaction Already Imported'],
    ]
    using job = announce(await node.listen())
    await until(() => expect(job.printed()).toContain('v1: the transaction is submitted\n'))
    expect(job.printed()).toBe(
      `waiting for others: the chain does not accept the transaction of v1: {"jsonrpc":"2.0","id":1,"error":{"code":1010,"message":"${fee}"}}\nv1: the transaction is submitted\n`,
    )
  })

  it('goes on with the others while one does not answer', async () => {
    await using gone = new Node()
    const away = await gone.listen()
    await gone[Symbol.asyncDispose]()
    await using node = new Node()
    using job = announce(away, await node.listen())
    await until(() => expect(job.printed()).toContain('v2: the transaction is submitted\n'))
    expect(job.printed()).toMatch(/^v1 does not answer: curl: \(7\) /)
  })
})

describe('its overlay', () => {
  const v6 = 'account: 5CVVSaMf8eEFFMN1GNnew6qmkZ2MYepTB2gjnmGJmrn3sMAx'
  const jobsOf = (text: string, file?: string) => {
    const files = madeFor(chain, 'running', chainFiles)
    if (file !== undefined) files.set('v6.hex', file)
    const { network, material } = revisionOf(text, files)
    const view = { network, material, cluster: 'asia', ledger: {} } as unknown as Parameters<typeof announceJobs>[1] // what it uses
    return announceJobs((network as SubstrateNetwork).nodes, view)
  }
  const announcing = edited(chain, [[v6, `${v6}, announcement: v6.hex`]])

  it('has the account, the keys and the transaction of each validator that announces', () => {
    const [job, ...others] = jobsOf(announcing, '0x84AA\n')
    expect(others).toEqual([])
    expect(job).toMatchObject({ name: 'announce', bases: ['announce'], volumes: [], generation: 1 })
    const [entry] = JSON.stringify(job?.patches).match(/v6-rpc[^"]*/) ?? []
    expect(entry).toMatch(
      /^v6-rpc:9944\/v6\/0xcec5070d609dd3497f72bde07fc96ba04c014e6bf8b8c2c011e7290b85696bb3[0-9a-f]{80}\/0x[0-9a-f]{128}\/0x84aa$/,
    )
  })

  it('is not there without a transaction', () => {
    expect(jobsOf(chain)).toEqual([])
    expect(jobsOf(announcing)).toEqual([])
    expect(jobsOf(announcing, 'bottom drive obey lake')).toEqual([])
  })
})

it('knows where the state has the keys of an account', () => {
  // Session.NextKeys of Alice, as polkadot-js makes it.
  const alice = hexToBytes('d43593c715fdd31c61141abd04a99fd6822c8558854ccde39a5684e7a56da27d')
  expect(bytesToHex(nextKeysKey(alice))).toBe(
    'cec5070d609dd3497f72bde07fc96ba04c014e6bf8b8c2c011e7290b85696bb3518366b5b1bc7c99d43593c715fdd31c61141abd04a99fd6822c8558854ccde39a5684e7a56da27d',
  )
})

it.each([
  ['0x8400', [0x84, 0]],
  [' 0x8400\n', [0x84, 0]],
  ['8400', undefined],
  ['0x840', undefined],
  ['', undefined],
])('a file with %j', (text, bytes) => {
  expect(transactionIn(text)).toEqual(bytes === undefined ? undefined : Uint8Array.from(bytes))
})
