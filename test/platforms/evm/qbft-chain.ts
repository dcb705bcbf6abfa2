import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'

interface Request {
  readonly method: string
  readonly params: readonly unknown[]
}

/**
 * JSON-RPC about validators as Besu was seen to answer it: each node has votes of its own, in memory; a block is made when
 * `seal` is called, and takes a validator in or out when more than half of them have voted so.
 */
export class QbftChain implements AsyncDisposable {
  readonly validators: Set<string>
  /** What was called, as `v1 qbft_proposeValidatorVote`. */
  readonly calls: string[] = []
  readonly #nodes = new Map<string, { server: Server; address: string; votes: Map<string, boolean> }>()

  constructor(validators: readonly string[]) {
    this.validators = new Set(validators)
  }

  /** Starts a node with this address; gives its host and port. */
  async node(name: string, address: string): Promise<string> {
    const votes = new Map<string, boolean>()
    const server = createServer((request, response) => {
      const chunks: Buffer[] = []
      request.on('data', (chunk: Buffer) => chunks.push(chunk))
      request.on('end', () => {
        const call = JSON.parse(Buffer.concat(chunks).toString()) as Request // what the script sends
        this.calls.push(`${name} ${call.method}`)
        response.setHeader('Content-Type', 'application/json')
        response.end(JSON.stringify({ jsonrpc: '2.0', id: 1, ...this.#answer(call, votes) }))
      })
    })
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
    this.#nodes.set(name, { server, address, votes })
    return `127.0.0.1:${(server.address() as AddressInfo).port}/${address}`
  }

  #answer({ method, params: [first, second] }: Request, votes: Map<string, boolean>): object {
    if (method === 'qbft_getValidatorsByBlockNumber' && first === 'latest')
      return { result: [...this.validators].map((address) => address.toLowerCase()) }
    if (method === 'qbft_getPendingVotes') return { result: Object.fromEntries(votes) }
    if (method === 'qbft_proposeValidatorVote') votes.set(String(first), second === true)
    else if (method === 'qbft_discardValidatorVote') votes.delete(String(first))
    else return { error: { code: -32604, message: 'Method not enabled' } }
    return { result: true }
  }

  /** Votes of a node that nobody has counted. */
  votesOf = (name: string): object => Object.fromEntries(this.#nodes.get(name)?.votes ?? [])

  /** A vote that a person or an earlier Job cast. */
  cast(name: string, candidate: string, desired: boolean): void {
    this.#nodes.get(name)?.votes.set(candidate, desired)
  }

  /** A node restarts, or an epoch ends: its votes are gone. */
  forget(name: string): void {
    this.#nodes.get(name)?.votes.clear()
  }

  /** Blocks are made until nothing changes any more. */
  seal(): void {
    const voters = [...this.#nodes.values()].filter(({ address }) => this.validators.has(address))
    for (const candidate of new Set(voters.flatMap(({ votes }) => [...votes.keys()]))) {
      for (const desired of [true, false]) {
        const count = voters.filter(({ votes }) => votes.get(candidate) === desired).length
        if (count < Math.floor(this.validators.size / 2) + 1 || this.validators.has(candidate) === desired) continue
        if (desired) this.validators.add(candidate)
        else this.validators.delete(candidate)
      }
    }
  }

  async [Symbol.asyncDispose](): Promise<void> {
    for (const { server } of this.#nodes.values()) {
      server.closeAllConnections()
      server.close()
    }
  }
}
