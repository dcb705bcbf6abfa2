import { readFile } from 'node:fs/promises'
import { request as send } from 'node:https'
import { text } from 'node:stream/consumers'
import pMap from 'p-map'
import { atOnce } from '../src/cluster/api.ts'
import { credentialsOf } from '../src/cluster/kubeconfig.ts'
import type { BareRequest } from './apply-inputs.ts'

// The floor, a process of its own for each run: `node apply-bare.ts KUBECONFIG CONTEXT FILE ROUND…` sends the requests of
// the file as server-side apply, as many at once and over the same agent as Chancery, and nothing else. Each round sends
// all of them, `dry` as dry runs. Answers are received, and looked into only when they refuse.

const [kubeconfig, context = '', file = '', ...rounds] = process.argv.slice(2)
process.env.KUBECONFIG = kubeconfig
const requests = JSON.parse(await readFile(file, 'utf8')) as readonly BareRequest[] // as apply-inputs.ts wrote it
const credentials = credentialsOf(context, atOnce)
const { server, agent } = await credentials.get()

for (const round of rounds) {
  const query = new URLSearchParams({ fieldManager: 'bare', ...(round === 'dry' ? { dryRun: 'All' } : {}) })
  await pMap(requests, ({ path, body }) => patch(`${path}?${query}`, body), { concurrency: atOnce })
}
credentials.close()

async function patch(path: string, body: string): Promise<void> {
  const { promise, resolve, reject } = Promise.withResolvers<void>()
  const headers = { 'Content-Type': 'application/apply-patch+yaml', 'Content-Length': Buffer.byteLength(body) }
  const sent = send(new URL(path, server), { method: 'PATCH', agent, headers }, async (response) => {
    const received = await text(response)
    if ((response.statusCode ?? 0) < 300) resolve()
    else reject(new Error(received))
  })
  sent.once('error', reject)
  sent.end(body)
  await promise
}
