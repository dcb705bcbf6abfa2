import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, test } from 'vitest'
import { routerFiles } from '../../../src/ambassador/router.ts'
import { until } from '../../bed/until.ts'
import { freePort } from '../../free-port.ts'
import { envoy, startEnvoy } from '../envoy.ts'
import type { Backends } from './backends.ts'
import { capturedCases, renderedCase } from './cases.ts'
import { ask, call, dial, echoed, secured, tell, webSocket } from './clients.ts'
import { a, authority, b, http, https, ledger, noteShown, running, shared } from './running.ts'

const client = ledger.client('client')
const asClient = { ca: ledger.certificate, cert: client.certificate, key: client.key }

describe.skipIf(envoy === undefined)('Envoy with the configuration that Emissary makes', () => {
  describe('of ports and HTTPS', () => {
    const { at, port } = running('http')

    test.each([
      [15000, 'a'],
      [15002, 'b'],
    ])('port %i leads to node %s', async (number, node) => {
      const socket = await dial(port(number))
      expect(await tell(socket, 'hello')).toBe(`${node} has hello`)
      socket.destroy()
    })

    test.each([
      [15001, 'a'],
      [15003, 'b'],
    ])('port %i keeps the TLS of node %s, with the certificate of the client', async (number, node) => {
      const servername = `${node}.north.eu.example.com`
      const socket = await secured(await dial(port(number)), { servername, ...asClient })
      expect(await tell(socket, 'hello')).toBe(`${node} has hello of client`)
      socket.destroy()
    })

    test('a request reaches its node, which learns that the client used TLS', async () => {
      const answer = await ask(at(https), { host: a, path: '/x?y=1', headers: { 'x-forwarded-proto': 'http' } })
      expect(answer.status).toBe(200)
      expect(echoed(answer)).toMatchObject({ node: 'a', url: '/x?y=1', headers: { 'x-forwarded-proto': 'https' } })
    })

    test('a request reaches a node that ends TLS, without the prefix of its path', async () => {
      expect(echoed(await ask(at(https), { host: a, path: '/ca/api' }))).toMatchObject({ node: 'ca of a', url: '/api' })
    })

    test('a WebSocket is opened, and passes bytes in both directions', async () => {
      const socket = await webSocket(at(https), a, '/ws')
      expect(await tell(socket, 'block')).toBe('block')
      socket.destroy()
    })

    test('a call of gRPC keeps its path, and gets its trailers', async () => {
      expect(await call(at(https), b, '/ledger.Blocks/Get')).toBe('/ledger.Blocks/Get of b 0')
    })

    test('a call of gRPC that names the port of the load balancer is not implemented', async () => {
      expect((await call(at(https), b, '/ledger.Blocks/Get', `${b}:443`)).trim()).toBe('12')
    })

    test.each([
      ['as a client sends it', {}],
      ['from a client that says it has TLS', { 'x-forwarded-proto': 'https' }],
    ])('cleartext is redirected, %s', async (_, headers) => {
      for (const listener of [http, https]) {
        const { status, headers: answered } = await ask({ port: port(listener) }, { host: a, path: '/x?y=1', headers })
        expect([status, answered.location]).toEqual([301, `https://${a}/x?y=1`])
      }
    })

    test.each([
      ['an unknown name', { host: 'c.north.eu.example.com' }],
      ['the name of another node, in TLS for this one', { host: b }],
      ['a name with the port of the load balancer', { host: `${a}:443` }],
      ['an address', { host: '203.0.113.1' }],
    ])('%s gets 404', async (_, request) => {
      const socket = await secured(await dial(port(https)), { servername: a, ca: authority.certificate })
      const { status } = await ask({ port: port(https), socket }, request)
      expect(status).toBe(404)
    })

    test.each(['c.north.eu.example.com', ''])('TLS with the name "%s" is refused', async (servername) => {
      const started = secured(await dial(port(https)), { servername, ca: authority.certificate })
      await expect(started).rejects.toThrow()
    })

    test.each(['/ambassador/v0/diag/', '/config_dump', '/metrics'])('Emissary does not answer %s', async (path) => {
      const { status, body } = await ask(at(https), { host: a, path })
      expect([status, JSON.parse(body).node]).toEqual([200, 'a'])
    })
  })

  describe('while there is no certificate', () => {
    const { port } = running('unsigned')

    test.each([http, https])(
      'no request is answered in cleartext at %i, whatever a client says of its TLS',
      async (listener) => {
        for (const host of [a, b, 'c.north.eu.example.com'])
          for (const headers of [{}, { 'x-forwarded-proto': 'https' }])
            expect((await ask({ port: port(listener) }, { host, headers })).status).toBe(404)
      },
    )

    test('no TLS begins, and ports lead to their nodes', async () => {
      const begun = secured(await dial(port(https)), { servername: a, rejectUnauthorized: false })
      await expect(begun).rejects.toThrow()
      const socket = await dial(port(15000))
      expect(await tell(socket, 'hello')).toBe('a has hello')
      socket.destroy()
    })
  })

  describe('of a port that endpoints share', () => {
    const ends: (() => Promise<void>)[] = []
    const { at, port } = running('passthrough', { between: async (backends) => [await startRouter(backends, ends)] })
    afterAll(async () => {
      for (const end of ends) await end()
    })

    test.each(['a', 'b'])('the name of node %s leads to it, through the router', async (node) => {
      const socket = await secured(await dial(port(shared)), {
        servername: `${node}.north.eu.example.com`,
        ...asClient,
      })
      expect(await tell(socket, 'hello')).toBe(`${node} has hello of client`)
      socket.destroy()
    })

    test('any other name is refused', async () => {
      await expect(
        secured(await dial(port(shared)), { servername: 'c.north.eu.example.com', ...asClient }),
      ).rejects.toThrow()
    })

    test('HTTPS is served beside it, also with the port in the name', async () => {
      for (const host of [a, `${a}:${port(https)}`])
        expect(echoed(await ask(at(https), { host }))).toMatchObject({ node: 'a' })
    })
  })

  describe('without TLS', () => {
    const { at } = running('cleartext')

    test('serves requests and WebSockets, and no other name', async () => {
      expect(echoed(await ask(at(http), { host: a }))).toMatchObject({
        node: 'a',
        headers: { 'x-forwarded-proto': 'http' },
      })
      const socket = await webSocket(at(http), a, '/ws')
      expect(await tell(socket, 'block')).toBe('block')
      socket.destroy()
      expect((await ask(at(http), { host: 'c.north.eu.example.com' })).status).toBe(404)
    })
  })

  describe('of both families', () => {
    const { port } = running('dual')

    test.each(['127.0.0.1', '::1'])('ports and HTTPS are served at %s', async (host) => {
      const socket = await dial(port(15000), '', host)
      expect(await tell(socket, 'hello')).toBe('a has hello')
      socket.destroy()
      const peer = await secured(await dial(port(15001), '', host), {
        servername: 'a.north.eu.example.com',
        ...asClient,
      })
      expect(await tell(peer, 'hello')).toBe('a has hello of client')
      peer.destroy()
      const secure = await secured(await dial(port(https), '', host), { servername: a, ca: authority.certificate })
      expect(echoed(await ask({ port: port(https), socket: secure }, { host: a }))).toMatchObject({ node: 'a' })
      const plain = await dial(port(http), '', host)
      expect((await ask({ port: port(http), socket: plain }, { host: a })).status).toBe(301)
    })
  })

  describe('of routes beside those of others', () => {
    const { at, port } = running('existing')

    test('serves ports, HTTPS and the redirect', async () => {
      const socket = await dial(port(15000))
      expect(await tell(socket, 'hello')).toBe('a has hello')
      socket.destroy()
      expect(echoed(await ask(at(https), { host: a }))).toMatchObject({ node: 'a' })
      expect((await ask(at(http), { host: a })).status).toBe(301)
    })
  })

  test('is noted', () =>
    noteShown(
      'ports, HTTPS, redirects, WebSockets, gRPC, one port for many, both address families, cleartext, routes beside those of others',
    ))
})

/** The router of the case, as its pods run it, in front of the nodes. */
async function startRouter(backends: Backends, ends: (() => Promise<void>)[]): Promise<[string, number]> {
  const folder = await mkdtemp(join(tmpdir(), 'router-'))
  const [port, administration] = [await freePort(), await freePort()]
  const { routes } = await renderedCase(capturedCases.passthrough)
  for (const [name, text] of Object.entries(routerFiles(routes, ['IPv4'])))
    await writeFile(
      join(folder, name),
      text
        .replace(/address: (\S+)\.svc\.cluster\.local\n(\s+)port_value: (\d+)/g, (_, host, indent, number) => {
          return `address: 127.0.0.1\n${indent}port_value: ${backends.ports.get(`${host}:${number}`)}`
        })
        .replace('port_value: 8443', `port_value: ${port}`),
    )
  const path = (name: string) => ({ path_config_source: { path: join(folder, name) }, resource_api_version: 'V3' })
  const configuration = {
    node: { id: 'router', cluster: 'router' },
    admin: { address: { socket_address: { address: '127.0.0.1', port_value: administration } } },
    dynamic_resources: { lds_config: path('listeners.yaml'), cds_config: path('clusters.yaml') },
  }
  await writeFile(join(folder, 'envoy.json'), JSON.stringify(configuration))
  const end = startEnvoy(envoy ?? '', join(folder, 'envoy.json'))
  ends.push(async () => {
    await end()
    await rm(folder, { recursive: true })
  })
  await until(async () => {
    const socket = await dial(port)
    socket.destroy()
    return true
  })
  return ['router.trade-ambassador:8443', port]
}
