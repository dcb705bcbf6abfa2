import { createServer, type RequestListener } from 'node:http'
import type { AddressInfo } from 'node:net'
import { describe, expect, it, onTestFinished } from 'vitest'
import { connect } from '../../src/cluster/connection.ts'
import { serve } from './server.ts'
import { tunnelTo } from './tunnel.ts'

/** A program in a pod. */
async function pod(listener: RequestListener): Promise<number> {
  const server = createServer(listener)
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  onTestFinished(() => {
    server.closeAllConnections()
    server.close()
  })
  return (server.address() as AddressInfo).port
}

const place = { namespace: 'trade-north', name: 'v1-0', port: 8545 }
const question = { path: '/', host: 'localhost' }
const never = new AbortController().signal

function api() {
  const opened = connect('test')
  onTestFinished(() => opened.close())
  return opened
}

describe('asking a pod', () => {
  it('sends a request through the API server, and gives status and body', async () => {
    const port = await pod((request, response) => {
      const chunks: Buffer[] = []
      request.on('data', (chunk: Buffer) => chunks.push(chunk))
      request.on('end', () => {
        response.writeHead(200, { 'Content-Type': 'application/json' })
        response.end(`${request.method} ${request.url} ${request.headers.host} ${Buffer.concat(chunks)}`)
      })
    })
    const server = await serve((response) => response.end(), { upgrade: tunnelTo({ '8545': port }) })
    const body = { jsonrpc: '2.0', id: 1, method: 'eth_blockNumber', params: [] }
    expect(await api().ask(place, { ...question, body }, never)).toEqual({
      status: 200,
      body: `POST / localhost ${JSON.stringify(body)}`,
    })
    expect(server.asked).toEqual(['GET /api/v1/namespaces/trade-north/pods/v1-0/portforward?ports=8545'])
  })

  it('asks with GET where there is nothing to send, and takes an answer of many pieces', async () => {
    const long = 'ethereum_blockchain_height 1.0\n'.repeat(20_000)
    const port = await pod((request, response) => response.end(`${request.method} ${long}`))
    await serve((response) => response.end(), { upgrade: tunnelTo({ '8545': port }) })
    expect((await api().ask(place, { path: '/metrics', host: 'localhost' }, never))?.body).toBe(`GET ${long}`)
  })

  it.each([
    ['nothing listens on the port', tunnelTo({})],
    ['nothing listens on the port, and the first answer says so', tunnelTo({}, true)],
    ['the server does not let us', undefined],
  ])('gives nothing at once when %s', { timeout: 10_000 }, async (_name, upgrade) => {
    await serve((response) => response.end(), upgrade === undefined ? {} : { upgrade })
    expect(await api().ask(place, question, never)).toBeUndefined()
  })

  it('gives nothing when the program ends the connection', async () => {
    const port = await pod((request) => request.socket.destroy())
    await serve((response) => response.end(), { upgrade: tunnelTo({ '8545': port }) })
    expect(await api().ask(place, question, never)).toBeUndefined()
  })

  it('ends when it is told to', async () => {
    const port = await pod(() => {})
    await serve((response) => response.end(), { upgrade: tunnelTo({ '8545': port }) })
    const end = new AbortController()
    const asked = api().ask(place, question, end.signal)
    setTimeout(() => end.abort(), 100)
    await expect(asked).rejects.toThrow('aborted')
  })
})
