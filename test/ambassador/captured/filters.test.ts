import { describe, expect, test } from 'vitest'
import { envoy } from '../envoy.ts'
import { ask, dial, echoed, proxyHeader, secured, tell } from './clients.ts'
import { a, authority, b, http, https, ledger, noteShown, running } from './running.ts'

describe.skipIf(envoy === undefined)('Envoy with the configuration that Emissary makes', () => {
  describe('of filters', () => {
    const { at, backends } = running('filters')
    const request = { host: a, headers: { 'x-api-key': 'mine' } }

    test('a checker allows a request, and sees the headers that the definition names', async () => {
      const answer = await ask(at(https), request)
      expect(echoed(answer)).toMatchObject({ node: 'a' })
    })

    test('a checker denies a request with its own answer', async () => {
      backends().answers.allowed = false
      const { status, body } = await ask(at(https), request)
      expect([status, body]).toEqual([403, 'not mine'])
      backends().answers.allowed = true
    })

    test('a limiter that counts too many requests refuses them', async () => {
      backends().answers.belowLimit = false
      expect((await ask(at(https), request)).status).toBe(429)
      backends().answers.belowLimit = true
      expect((await ask(at(https), request)).status).toBe(200)
    })

    test.each([
      [4096, 200],
      [4097, 413],
      [1_000_000, 413],
    ])('a body of %i bytes gets %i', async (length, status) => {
      expect((await ask(at(https), { ...request, body: Buffer.alloc(length) })).status).toBe(status)
    })

    test('a limiter that does not answer lets requests pass, a checker none', async () => {
      backends().stop('limiter.security:8081')
      expect((await ask(at(https), request)).status).toBe(200)
      backends().stop('checker.security:8080')
      expect((await ask(at(https), request)).status).toBe(403)
    })
  })

  describe('behind a load balancer that speaks the PROXY protocol', () => {
    const { port, backends } = running('proxied', { checker: 'grpc' })
    const header = proxyHeader('198.51.100.9')
    const options = { servername: a, ca: authority.certificate }
    const open = async () => secured(await dial(port(https), header), options)

    test('a node learns the address of its client', async () => {
      const answer = await ask({ port: port(https), socket: await open() }, { host: a })
      expect(echoed(answer).headers).toMatchObject({ 'x-forwarded-for': '198.51.100.9' })
    })

    test('a checker that speaks gRPC allows a request, and denies one', async () => {
      backends().answers.allowed = false
      expect((await ask({ port: port(https), socket: await open() }, { host: a })).status).toBe(403)
      backends().answers.allowed = true
      expect((await ask({ port: port(https), socket: await open() }, { host: a })).status).toBe(200)
    })

    test('cleartext is redirected', async () => {
      const socket = await dial(port(http), header)
      expect((await ask({ port: port(http), socket }, { host: a })).headers.location).toBe(`https://${a}/`)
    })

    test('a ledger gets the bytes of its clients, without the header', async () => {
      const socket = await dial(port(15000), header)
      expect(await tell(socket, 'hello')).toBe('a has hello')
      socket.destroy()
    })

    test('a ledger keeps its TLS', async () => {
      const { certificate: cert, key } = ledger.client('client')
      const own = { servername: b, ca: ledger.certificate, cert, key }
      const socket = await secured(await dial(port(15003), header), own)
      expect(await tell(socket, 'hello')).toBe('b has hello of client')
      socket.destroy()
    })

    test.each([15000, https])('a connection to %i without the header is cut', async (listener) => {
      const socket = await dial(port(listener))
      await expect(tell(socket, 'GET / HTTP/1.1\r\n\r\n')).rejects.toThrow()
    })
  })

  test('is noted', () =>
    noteShown('checkers and limiters that allow, deny and fail, largest bodies, the PROXY protocol'))
})
