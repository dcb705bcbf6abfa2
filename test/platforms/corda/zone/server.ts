import { once } from 'node:events'
import { writeFile } from 'node:fs/promises'
import type { IncomingMessage, ServerResponse } from 'node:http'
import { createServer, type Server } from 'node:https'
import { join } from 'node:path'
import { buffer } from 'node:stream/consumers'
import type { Address } from '../../../../src/network/address.ts'
import type { Identity } from '../../../bed/certificates/certificates.ts'
import { createZone } from './authority.ts'
import type { CordaProcess } from './corda-process.ts'
import { zip } from './zip.ts'

/** A notary of the network parameters. */
interface ZoneNotary {
  readonly legalName: string
  readonly validating: boolean
}

interface ZoneOptions {
  /** Empty: for files that the process reads. */
  readonly folder: string
  readonly corda: CordaProcess
  readonly minimumPlatformVersion: number
  /** What else the server has, such as CorDapps, by name. */
  readonly files: ReadonlyMap<string, Uint8Array>
}

/**
 * Network services of a zone: a doorman and a network map, with the paths that HTTPNetworkRegistrationService.kt and NetworkMapClient.kt
 * of corda 4.10 ask for. The doorman signs what is approved.
 */
export class Zone {
  readonly #authority = createZone('Test zone')
  readonly #requests: { readonly der: Buffer; answer?: 'approved' | 'refused' }[] = []
  readonly #nodes = new Map<string, { readonly info: Buffer; readonly names: string }>()
  readonly #options: ZoneOptions
  #parameters: { readonly hash: string; readonly bytes: Buffer } | undefined
  #server: Server | undefined
  /** Whether requests are signed without anybody looking. */
  approves = true
  /** Methods and paths of all requests. */
  readonly asked: string[] = []

  constructor(options: ZoneOptions) {
    this.#options = options
  }

  get root(): Buffer {
    return this.#authority.root
  }

  async start(at: Address, { certificate, key }: Identity): Promise<void> {
    const { folder } = this.#options
    await writeFile(join(folder, 'map.key'), this.#authority.networkMap.key)
    await writeFile(join(folder, 'map.crt'), this.#authority.networkMap.certificate)
    const server = createServer({ cert: certificate, key }, (request, response) => {
      this.#answer(request, response).catch((error: unknown) => response.writeHead(500).end(String(error)))
    })
    this.#server = server
    server.listen(at.port, at.host)
    await once(server, 'listening')
  }

  async stop(): Promise<void> {
    this.#server?.closeAllConnections()
    await new Promise<void>((done) => (this.#server === undefined ? done() : this.#server.close(() => done())))
  }

  /** What a person at the doorman does with all requests that wait. */
  decide(answer: 'approved' | 'refused'): void {
    for (const request of this.#requests) request.answer ??= answer
  }

  /** Nodes that published themselves. */
  get members(): readonly string[] {
    return [...this.#nodes.values()].map(({ names }) => names).sort()
  }

  /** Takes what a node published, or wrote in its folder: how an operator learns of a notary before there are parameters. */
  async take(info: Buffer): Promise<void> {
    const [hash = '', names = ''] = await this.#options.corda.ask('described', info.toString('base64'))
    for (const [old, { names: same }] of this.#nodes) if (same === names) this.#nodes.delete(old)
    this.#nodes.set(hash, { info, names })
  }

  /** Writes the network parameters. Nodes are members already. */
  async parameters(notaries: readonly ZoneNotary[]): Promise<void> {
    const words = notaries.flatMap(({ legalName, validating }) => {
      const found = [...this.#nodes.values()].find(({ names }) => names.split(' and ')[0] === legalName)
      if (found === undefined) throw new Error(`${legalName} is no member`)
      return [found.info.toString('base64'), String(validating)]
    })
    const [hash = '', bytes = ''] = await this.#sign('parameters', this.#options.minimumPlatformVersion, ...words)
    this.#parameters = { hash, bytes: Buffer.from(bytes, 'base64') }
  }

  #sign(what: string, ...words: readonly (string | number)[]): Promise<readonly string[]> {
    const { corda, folder } = this.#options
    return corda.ask(what, join(folder, 'map.key'), join(folder, 'map.crt'), ...words)
  }

  async #answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const path = request.url ?? ''
    this.asked.push(`${request.method} ${path}`)
    const body = await buffer(request)
    const send = (content: Uint8Array | string, headers: Record<string, string> = {}): void => {
      response.writeHead(200, { 'Content-Type': 'application/octet-stream', ...headers }).end(content)
    }
    const [, first = '', second = '', third = ''] = path.split('/')
    const file = this.#options.files.get(first)
    if (file !== undefined) return send(file)
    if (path === '/certificate') {
      this.#requests.push({ der: body, ...(this.approves ? { answer: 'approved' } : {}) })
      return send(String(this.#requests.length - 1))
    }
    if (first === 'certificate') return this.#certificates(Number(second), response, send)
    if (first !== 'network-map') return void response.writeHead(404).end()
    if (second === '') {
      if (this.#parameters === undefined) return void response.writeHead(503).end()
      const [, map = ''] = await this.#sign('map', this.#parameters.hash, ...this.#nodes.keys())
      return send(Buffer.from(map, 'base64'), { 'Cache-Control': 'max-age=2' })
    }
    if (second === 'publish') {
      await this.take(body)
      return send('')
    }
    const found = second === 'node-info' ? this.#nodes.get(third)?.info : this.#parametersCalled(second, third)
    if (found === undefined) return void response.writeHead(404).end()
    return send(found)
  }

  #parametersCalled(what: string, hash: string): Buffer | undefined {
    return what === 'network-parameters' && hash === this.#parameters?.hash ? this.#parameters.bytes : undefined
  }

  #certificates(id: number, response: ServerResponse, send: (content: Uint8Array) => void): void {
    const request = this.#requests[id]
    if (request === undefined) return void response.writeHead(404).end()
    if (request.answer === 'refused') return void response.writeHead(401).end('nobody knows you')
    if (request.answer === undefined) return void response.writeHead(204, { 'Cache-Control': 'max-age=1' }).end()
    const chain = this.#authority.issue(request.der)
    send(zip(Object.fromEntries(chain.map((certificate, at) => [`${at}.cer`, certificate]))))
  }
}
