import { request } from 'node:http'
import { Duplex, PassThrough, Writable } from 'node:stream'
import { text } from 'node:stream/consumers'
import type { KubeConfig } from '@kubernetes/client-node/dist/config.js'
// Not its PortForward: that one brings the models of all kinds, four megabytes of them.
import { WebSocketHandler } from '@kubernetes/client-node/dist/web-socket-handler.js'
import type { HttpQuestion, HttpReply, PodPort } from './api.ts'

const patience = 15_000

/**
 * Asks a port of a pod by HTTP. The API server leads the connection into the pod's own network, so that no NetworkPolicy stops
 * it, and it asks for a separate right: pods/portforward. Undefined when there is no answer: the pod is not there, does not
 * listen, or is not for us to ask.
 */
export async function askPod(
  config: KubeConfig,
  { namespace, name, port }: PodPort,
  { path, host, body }: HttpQuestion,
  signal: AbortSignal,
): Promise<HttpReply | undefined> {
  const end = AbortSignal.any([signal, AbortSignal.timeout(patience)])
  const toPod = new PassThrough()
  const connection = new Duplex({
    read() {},
    write: (chunk: Buffer, _encoding, done) => void toPod.write(chunk, done),
  })
  // A problem may come together with the answer that opens the tunnel: before a request waits, which would then wait for ever.
  const { promise: broken, reject } = Promise.withResolvers<never>()
  broken.catch(() => {}) // it may break when nobody waits
  connection.on('error', reject)
  const take = (receive: (chunk: Buffer) => void): Writable =>
    new Writable({
      write(chunk: Buffer, _encoding, done) {
        // The first message of each channel holds only the number of the port.
        if (chunk.length > 0) receive(chunk)
        done()
      },
    })
  const fromPod = take((chunk) => void connection.push(chunk))
  const problems = take((text) => void connection.destroy(new Error(text.toString())))
  let socket: Awaited<ReturnType<WebSocketHandler['connect']>> | undefined
  try {
    const tunnel = `/api/v1/namespaces/${namespace}/pods/${name}/portforward?ports=${port}`
    socket = await new WebSocketHandler(config).connect(tunnel, null, receiver({ 0: fromPod, 1: problems }))
    WebSocketHandler.handleStandardInput(socket, toPod, 0)
    socket.addEventListener('close', () => void connection.push(null))
    return await Promise.race([broken, over(connection, { path, host, body }, end)])
  } catch (error) {
    signal.throwIfAborted()
    if (error instanceof Error || isEvent(error)) return undefined
    throw error
  } finally {
    socket?.close()
    toPod.destroy()
    connection.destroy()
  }
}

/** Sorts messages by channel: 0 is the data of the port, 1 its errors. Each channel begins with the number of the port. */
function receiver(channels: Readonly<Record<number, Writable>>): (channel: number, data: Buffer) => boolean {
  const begun = new Set<number>()
  return (channel, data) => {
    channels[channel]?.write(begun.has(channel) ? data : data.subarray(2))
    begun.add(channel)
    return channel in channels
  }
}

/** client-node rejects with an event of its WebSocket. */
const isEvent = (error: unknown): boolean => typeof error === 'object' && error !== null && 'type' in error

/** One request over an open connection. */
async function over(
  connection: Duplex,
  { path, host, body }: { readonly path: string; readonly host: string; readonly body: object | undefined },
  signal: AbortSignal,
): Promise<HttpReply> {
  const { promise, resolve, reject } = Promise.withResolvers<HttpReply>()
  const content = body === undefined ? undefined : Buffer.from(JSON.stringify(body))
  const sent = request({
    method: content === undefined ? 'GET' : 'POST',
    path,
    createConnection: () => connection,
    headers: {
      Host: host,
      Accept: '*/*',
      Connection: 'close',
      ...(content === undefined ? {} : { 'Content-Type': 'application/json', 'Content-Length': content.length }),
    },
    signal,
  })
  sent.once('error', reject)
  sent.once('response', (response) => {
    text(response).then((received) => resolve({ status: response.statusCode ?? 0, body: received }), reject)
  })
  sent.end(content)
  return promise
}
