import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'

/** A process with metrics, by `name{labels}`. */
export interface Exporter {
  readonly address: string
  readonly metrics: Map<string, () => number>
  close(): Promise<void>
}

/** Serves metrics in the text format of Prometheus, at one path and at no other. */
export async function exporter(path: string, metrics: Readonly<Record<string, () => number>>): Promise<Exporter> {
  const current = new Map(Object.entries(metrics))
  const server: Server = createServer((request, response) => {
    if (request.url !== path) return void response.writeHead(404).end()
    response.setHeader('content-type', 'text/plain; version=0.0.4; charset=utf-8')
    response.end([...current].map(([name, value]) => `${name} ${value()}\n`).join(''))
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as AddressInfo // it listens at a port
  return {
    address: `127.0.0.1:${port}`,
    metrics: current,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve())
        server.closeAllConnections()
      }),
  }
}
