import { mkdir, mkdtemp, readFile, rename, rm, symlink, writeFile } from 'node:fs/promises'
import type { AddressInfo, Server } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { connect, createServer, type TLSSocket } from 'node:tls'
import { load } from 'js-yaml'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { allocatePorts } from '../../src/ambassador/ports.ts'
import { routerFiles } from '../../src/ambassador/router.ts'
import { routesOf } from '../../src/ambassador/routes.ts'
import type { IpFamily } from '../../src/ip-address.ts'
import { createAuthority } from '../bed/certificates/certificates.ts'
import { until } from '../bed/until.ts'
import { freePort } from '../free-port.ts'
import { envoy, refusal, startEnvoy } from './envoy.ts'
import { definition, networkOf, withTls } from './tls-platform.ts'

/** Files of the router of a network whose nodes share a port. */
function filesOf(
  edit: (text: string) => string = (text) => text,
  families: readonly IpFamily[] = ['IPv4'],
): Readonly<Record<string, string>> {
  const { network, platform } = networkOf(edit(definition('{passthrough: sni}')))
  const ledger = withTls(platform)
  return routerFiles(routesOf(network, ledger, allocatePorts(network, ledger, {}).ports), families)
}

test('a chain and a Service for each name, and nothing for any other', () => {
  const files = filesOf()
  const listeners = load(files['listeners.yaml'] ?? '') as {
    resources: { filter_chains: { name: string; filter_chain_match: object }[]; default_filter_chain?: object }[]
  }
  const clusters = load(files['clusters.yaml'] ?? '') as { resources: { name: string; load_assignment: object }[] }
  expect(listeners.resources).toHaveLength(1)
  expect(listeners.resources[0]?.default_filter_chain).toBeUndefined()
  expect(listeners.resources[0]?.filter_chains.map(({ name, filter_chain_match: match }) => [name, match])).toEqual([
    ['peer.a.north', { server_names: ['a.north.eu.example.com'] }],
    ['peer.b.north', { server_names: ['b.north.eu.example.com'] }],
  ])
  expect(clusters.resources.map(({ name, load_assignment: to }) => [name, JSON.stringify(to)])).toEqual([
    ['peer.a.north', expect.stringContaining('"address":"a.trade-north.svc.cluster.local","port_value":7051')],
    ['peer.b.north', expect.stringContaining('"address":"b.trade-north.svc.cluster.local","port_value":7051')],
  ])
})

test('continuous integration has a real Envoy', () => {
  if (process.env.CI !== undefined) expect(envoy).toBeDefined()
})

describe.skipIf(envoy === undefined)('real Envoy', () => {
  const authority = createAuthority('ledger')
  const client = authority.client('client', 'north')
  const backends = new Map<string, Server>()
  let folder = ''
  let listener = 0
  let health = 0
  let end: () => Promise<void> = async () => {}

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'router-'))
    listener = await freePort()
    health = await freePort()
    for (const name of ['a', 'b', 'c']) backends.set(name, await backend(name))
    const start = await readFile(join(import.meta.dirname, '../../src/ambassador/base/router/envoy.yaml'), 'utf8')
    await writeFile(
      join(folder, 'envoy.yaml'),
      start
        .replaceAll('/etc/router/routes', join(folder, 'routes'))
        .replaceAll('9901', String(await freePort()))
        .replaceAll('8002', String(health)),
    )
    await mkdir(join(folder, 'routes'))
    await publish(filesOf())
    end = startEnvoy(envoy ?? '', join(folder, 'envoy.yaml'))
    await until(async () => (await fetch(`http://127.0.0.1:${health}/ready`).catch(() => undefined))?.status === 200)
  })

  afterAll(async () => {
    await end()
    for (const server of backends.values()) server.close()
    await rm(folder, { recursive: true })
  })

  /** As a kubelet changes a mounted ConfigMap: a folder of its own, and a link that is moved into place. */
  async function publish(files: Readonly<Record<string, string>>): Promise<void> {
    const routes = join(folder, 'routes')
    const data = await mkdtemp(join(routes, '..data_'))
    for (const [name, text] of Object.entries(files)) {
      await writeFile(join(data, name), local(text))
      await symlink(join('..data', name), join(routes, name)).catch(() => {})
    }
    await symlink(data, join(routes, '..next'))
    await rename(join(routes, '..next'), join(routes, '..data'))
  }

  /** Services of the cluster are programs of this machine. */
  const local = (text: string): string =>
    text
      .replace(/address: ([a-z])\.trade-north\.svc\.cluster\.local\n(\s+)port_value: 7051/g, (_, name, indent) => {
        const { port } = (backends.get(name) as Server).address() as AddressInfo // made before
        return `address: 127.0.0.1\n${indent}port_value: ${port}`
      })
      .replace('port_value: 8443', `port_value: ${listener}`)

  async function backend(name: string): Promise<Server> {
    const identity = authority.server(name, [`${name}.north.eu.example.com`])
    const server = createServer(
      { cert: identity.certificate, key: identity.key, ca: authority.certificate, requestCert: true },
      (socket) => {
        socket.on('error', () => {})
        socket.on('data', (text) => {
          const { subject } = socket.getPeerCertificate()
          socket.write(`${name} has ${text} of ${subject.CN} of ${subject.O}`)
        })
      },
    )
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
    return server
  }

  const open = (servername: string): Promise<TLSSocket> =>
    new Promise((resolve, reject) => {
      const socket = connect({
        host: '127.0.0.1',
        port: listener,
        servername,
        ca: authority.certificate,
        cert: client.certificate,
        key: client.key,
      })
      socket.once('secureConnect', () => resolve(socket))
      socket.once('error', reject)
    })

  const ask = (socket: TLSSocket, text: string): Promise<string> =>
    new Promise((resolve, reject) => {
      socket.once('data', (answer) => resolve(String(answer)))
      socket.once('close', () => reject(new Error('closed')))
      socket.write(text)
    })

  test('takes the configuration', async () => {
    expect(await refusal(envoy ?? '', join(folder, 'envoy.yaml'))).toBeUndefined()
  })

  test('passes each name to its node, which sees the certificate of the client', async () => {
    for (const name of ['a', 'b']) {
      const socket = await open(`${name}.north.eu.example.com`)
      expect(await ask(socket, 'hello')).toBe(`${name} has hello of client of north`)
      socket.destroy()
    }
  })

  test.each(['c.north.eu.example.com', ''])('closes a connection that asks for "%s"', async (name) => {
    await expect(open(name)).rejects.toThrow(/ECONNRESET|disconnected/)
  })

  test('takes up a new node while connections of the others go on', async () => {
    const before = await open('a.north.eu.example.com')
    await publish(filesOf((text) => `${text}      - {name: c, role: rpc}\n`))
    await until(async () => {
      const socket = await open('c.north.eu.example.com').catch(() => undefined)
      socket?.destroy()
      return socket !== undefined
    })
    expect(await ask(before, 'still here')).toBe('a has still here of client of north')
    before.destroy()
  })

  test('shows its metrics, and nothing else of its administration', async () => {
    const status = async (path: string) => (await fetch(`http://127.0.0.1:${health}${path}`)).status
    expect(await status('/metrics')).toBe(200)
    expect(await status('/quitquitquit')).toBe(404)
    expect(await status('/config_dump')).toBe(404)
  })
})
