import { setTimeout as sleep } from 'node:timers/promises'
import { beforeEach, describe, expect, it, onTestFinished, vi } from 'vitest'
import type { Api } from '../../src/cluster/api.ts'
import { type ConnectionOptions, connect } from '../../src/cluster/connection.ts'
import { OperatorError } from '../../src/errors.ts'
import { kubeconfig, serve, serveInPlain } from './server.ts'

beforeEach(() => {
  for (const name of ['HTTPS_PROXY', 'https_proxy', 'HTTP_PROXY', 'http_proxy', 'NO_PROXY', 'no_proxy'])
    vi.stubEnv(name, '')
})

function api(options: ConnectionOptions = {}): Api {
  const opened = connect('test', options)
  onTestFinished(() => opened.close())
  return opened
}

describe('a request', () => {
  it('has the token, a path, a body, and gives status, JSON, date and warnings', async () => {
    const server = await serve((response, request) => {
      const { authorization, 'content-type': type, 'content-length': length } = request.headers
      response.setHeader('Date', 'Mon, 23 Nov 2026 12:00:00 GMT')
      response.setHeader('Warning', ['299 - "first, \\"quoted\\""', '299 - "second"'])
      response.writeHead(201).end(JSON.stringify({ authorization, type, length }))
    })
    const answer = await api().request('PATCH', '/api/v1/pods?x=1', { body: { ä: 1 }, contentType: 'application/x' })
    expect(answer).toMatchObject({
      status: 201,
      body: { authorization: 'Bearer secret', type: 'application/x', length: '8' },
      warnings: ['first, "quoted"', 'second'],
      date: new Date('2026-11-23T12:00:00Z'),
    })
    expect(server.asked).toEqual(['PATCH /api/v1/pods?x=1'])
  })

  it('goes to a server behind a path, as those of Rancher are', async () => {
    const server = await serve((response) => response.end('{}'), {})
    await kubeconfig(
      { server: `${server.url}/k8s/clusters/c-1/`, 'insecure-skip-tls-verify': true },
      { token: 'secret' },
    )
    await api().request('GET', '/version')
    expect(server.asked).toEqual(['GET /k8s/clusters/c-1/version'])
  })

  it('goes to a server without TLS, as that of kubectl proxy is', async () => {
    const server = await serveInPlain((response) => response.end('{}'))
    expect(await api().request('GET', '/version')).toMatchObject({ status: 200 })
    expect(server.asked).toEqual(['GET /version'])
  })

  it('takes a connection that is open, and no more of them than it may', async () => {
    const server = await serve((response) => void setTimeout(() => response.end('{}'), 20))
    const opened = api({ connections: 2 })
    await Promise.all(Array.from({ length: 40 }, () => opened.request('GET', '/version')))
    await opened.request('GET', '/version')
    expect(server.asked).toHaveLength(41)
    expect(server.connections()).toBeLessThanOrEqual(10) // 2, and 8 for watches
  })

  it('gives text that is no JSON as it is', async () => {
    await serve((response) => response.writeHead(404).end('404 page not found\n'))
    expect(await api().request('GET', '/nothing')).toMatchObject({ status: 404, body: '404 page not found\n' })
  })
})

describe('is tried again', () => {
  it.each([429, 500, 502, 503, 504])('after status %d', async (status) => {
    const server = await serve((response, _, turn) => response.writeHead(turn < 3 ? status : 200).end('{}'))
    expect(await api().request('GET', '/version')).toMatchObject({ status: 200 })
    expect(server.asked).toHaveLength(3)
  })

  it('after the time that the server asks for', async () => {
    await serve((response, _, turn) =>
      (turn > 1 ? response : response.writeHead(429, { 'Retry-After': '2' })).end('{}'),
    )
    const began = Date.now()
    expect(await api().request('GET', '/version')).toMatchObject({ status: 200 })
    expect(Date.now() - began).toBeGreaterThanOrEqual(2000)
  })

  it.each(['before the answer', 'in the middle of it'])('when the connection breaks %s', async (moment) => {
    const server = await serve((response, request, turn) => {
      if (turn > 2) return void response.end('{"whole":true}')
      if (moment === 'before the answer') return void request.socket.destroy()
      response.writeHead(200, { 'Content-Length': '14' }).write('{"who', () => request.socket.destroy())
    })
    expect(await api().request('GET', '/version')).toMatchObject({ body: { whole: true } })
    expect(server.asked).toHaveLength(3)
  })

  it.each([400, 403, 404, 409, 422])('not after status %d', async (status) => {
    const server = await serve((response) => response.writeHead(status).end('{}'))
    expect(await api().request('GET', '/version')).toMatchObject({ status })
    expect(server.asked).toHaveLength(1)
  })

  it('not after a 500 that is about the object', async () => {
    const message =
      'failed to create typed patch object (default/one; apps/v1, Kind=Deployment): .spec.x: field not declared in schema'
    const server = await serve((response) => response.writeHead(500).end(JSON.stringify({ message })))
    expect(await api().request('PATCH', '/x')).toMatchObject({ status: 500, body: { message } })
    expect(server.asked).toHaveLength(1)
  })

  it('until patience is over, and then the last answer is the answer', async () => {
    await serve((response) => response.writeHead(503).end('{"message":"etcd is away"}'))
    const began = Date.now()
    const answer = await api({ patience: 1000 }).request('GET', '/version')
    expect(answer).toMatchObject({ status: 503, body: { message: 'etcd is away' } })
    expect(Date.now() - began).toBeLessThan(1500)
  })

  it('until the signal says so', async () => {
    await serve((response) => response.writeHead(503).end())
    const reason = new Error('enough')
    const end = new AbortController()
    setTimeout(() => end.abort(reason), 300)
    await expect(api().request('GET', '/version', { signal: end.signal })).rejects.toBe(reason)
  })
})

describe('a server that is not there', () => {
  it('is named with its context, when patience is over', async () => {
    await kubeconfig({ server: 'https://127.0.0.1:1' }, { token: 'secret' })
    const failed = api({ patience: 500 }).request('GET', '/version')
    await expect(failed).rejects.toThrow(/^the API server of context test is unreachable: .*ECONNREFUSED/)
    await expect(failed).rejects.toBeInstanceOf(OperatorError)
  })

  it('is not asked again when it shows a certificate of somebody else', async () => {
    const server = await serve((response) => response.end('{}'))
    await kubeconfig({ server: server.url }, { token: 'secret' })
    await expect(api().request('GET', '/version')).rejects.toThrow(/is unreachable: .*certificate/)
    expect(server.asked).toEqual([])
  })
})

describe('a stream', () => {
  const all = async (opened: Api): Promise<unknown[]> =>
    Array.fromAsync(opened.stream('/watch', new AbortController().signal))

  it('gives lines as they come, until the server ends it', async () => {
    await serve(async (response) => {
      response.write('{"type":"ADDED"}\n{"type":')
      await sleep(50)
      response.end('"DELETED"}\n')
    })
    expect(await all(api())).toEqual([{ type: 'ADDED' }, { type: 'DELETED' }])
  })

  it('gives what the server says instead', async () => {
    await serve((response) => response.writeHead(410).end('{"code":410}'))
    expect(await all(api())).toEqual([{ code: 410 }])
  })

  it('throws when the connection breaks', async () => {
    await serve((response, request) => {
      response.write('{"type":"ADDED"}\n', () => void setTimeout(() => request.socket.destroy(), 50))
    })
    const seen: unknown[] = []
    const reading = (async () => {
      for await (const line of api().stream('/watch', new AbortController().signal)) seen.push(line)
    })()
    await expect(reading).rejects.toMatchObject({ code: 'ECONNRESET' })
    expect(seen).toEqual([{ type: 'ADDED' }])
  })

  it('ends when it is told to', async () => {
    await serve((response) => void response.write('{"type":"ADDED"}\n'))
    const end = new AbortController()
    const reading = (async () => {
      for await (const _ of api().stream('/watch', end.signal)) end.abort()
    })()
    await expect(Promise.race([reading.catch(() => {}), sleep(5000, 'hangs')])).resolves.toBeUndefined()
  })
})

describe('lines of a log', () => {
  const all = async (opened: Api): Promise<readonly string[]> =>
    Array.fromAsync(opened.lines('/log', new AbortController().signal))

  it('are what was written, JSON too, until the server ends them', async () => {
    await serve(async (response) => {
      response.write('{"level":"info"}\nplain \u001b[1mtext')
      await sleep(50)
      response.end(' goes on\n')
    })
    expect(await all(api())).toEqual(['{"level":"info"}', 'plain \u001b[1mtext goes on'])
  })

  it('are not there when the server refuses: its words say why', async () => {
    const message = 'previous terminated container "node" in pod "validator1-0" not found'
    await serve((response) => response.writeHead(400).end(JSON.stringify({ kind: 'Status', message })))
    await expect(all(api())).rejects.toThrow(message)
    await expect(all(api())).rejects.toBeInstanceOf(OperatorError)
  })

  it('end when nobody reads on', async () => {
    await serve((response) => void response.write('one\n'))
    const end = new AbortController()
    const reading = (async () => {
      for await (const _ of api().lines('/log', end.signal)) end.abort()
    })()
    await expect(Promise.race([reading.catch(() => {}), sleep(5000, 'hangs')])).resolves.toBeUndefined()
  })
})
