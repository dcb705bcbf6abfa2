import type { Socket } from 'node:net'
import { afterAll, describe, expect, test } from 'vitest'
import { until } from '../../bed/until.ts'
import { envoy } from '../envoy.ts'
import { ask, echoed, tell, webSocket } from './clients.ts'
import { type Replicas, startReplicas } from './replicas.ts'
import { a, api, https, noteShown, running } from './running.ts'

describe.skipIf(envoy === undefined)(
  'Envoy with the configuration that Emissary makes of a name for several nodes',
  () => {
    let replicas: Replicas
    const { at } = running('shared', {
      between: async () => {
        replicas = await startReplicas('api.trade-north', ['a', 'b'])
        return replicas.ports
      },
    })
    afterAll(() => replicas.end())

    const answers = async (count: number): Promise<string[]> => {
      replicas.answerTogether(count)
      const given = await Promise.all(Array.from({ length: count }, () => ask(at(https), { host: api })))
      replicas.answerTogether(1)
      return given.map(({ status, body }) => `${status} ${body}`)
    }
    const open = (count: number): Promise<readonly Socket[]> =>
      Promise.all(Array.from({ length: count }, () => webSocket(at(https), api, '/ws')))
    const nodesOf = (sockets: readonly Socket[]): Promise<readonly string[]> =>
      Promise.all(sockets.map((socket) => tell(socket, 'block')))
    const inAll = (texts: readonly string[]): readonly string[] => [...new Set(texts)].sort()

    test('requests at the same time reach both nodes', async () => {
      expect(inAll(await answers(30))).toEqual(['200 a', '200 b'])
    })

    test('requests after each other stay with one node, as Envoy keeps its connection', async () => {
      const seen: string[] = []
      for (let count = 0; count < 5; count += 1) seen.push((await ask(at(https), { host: api })).body)
      expect(inAll(seen)).toHaveLength(1)
    })

    test('WebSockets reach both nodes', async () => {
      const sockets = await open(30)
      expect(inAll(await nodesOf(sockets))).toEqual(['a has block', 'b has block'])
      for (const socket of sockets) socket.destroy()
    })

    test('a node has its own name beside it', async () => {
      expect(echoed(await ask(at(https), { host: a }))).toMatchObject({ node: 'a' })
    })

    test('the name answers while one node is down, and loses the WebSockets of that node only', async () => {
      const sockets = await open(30)
      const nodes = await nodesOf(sockets)
      const [gone, kept] = ['a', 'b'].map((node) => sockets.filter((_, at) => nodes[at] === `${node} has block`))
      const closed = (gone ?? []).map((socket) => new Promise<void>((resolve) => socket.once('close', () => resolve())))
      replicas.stop('a')
      await Promise.all(closed)

      expect(inAll(await answers(30))).toEqual(['200 b'])
      expect(inAll(await nodesOf(kept ?? []))).toEqual(['b has block'])

      await replicas.start('a')
      const opened = await open(30)
      expect(inAll(await nodesOf(opened))).toEqual(['a has block', 'b has block'])
      for (const socket of [...(kept ?? []), ...opened]) socket.destroy()
    })

    test('the name answers 503 while all nodes are down, and again when one is back', async () => {
      for (const node of ['a', 'b']) replicas.stop(node)
      await until(async () => (await ask(at(https), { host: api })).status === 503)
      await replicas.start('b')
      expect(await ask(at(https), { host: api })).toMatchObject({ status: 200, body: 'b' })
    })

    test('is noted', () => noteShown('requests and WebSockets by one name for two nodes, one of them down'))
  },
)
