import { afterAll, beforeAll, expect, it, vi } from 'vitest'
import type { Api } from '../../../src/cluster/api.ts'
import { connect } from '../../../src/cluster/connection.ts'
import { type Bed, type Cluster, clusters } from '../clusters.ts'
import { components } from '../components.ts'
import { tools } from '../tools/tool.ts'
import { type ApiServer, apiServerOf } from './api-server.ts'
import { applyTo, inventoryOf, smallNetwork } from './network.ts'
import { watchWrites } from './writes.ts'

await tools(...components)

let bed: Bed
let eu: Cluster
let api: Api
let server: ApiServer
beforeAll(async () => {
  bed = await clusters(['eu'])
  eu = bed.cluster('eu')
  server = apiServerOf(bed.folder)
  vi.stubEnv('KUBECONFIG', bed.kubeconfig)
  api = connect('eu')
}, 240_000)
afterAll(async () => {
  api?.close()
  await server?.[Symbol.asyncDispose]()
  await bed?.[Symbol.asyncDispose]()
})

it('everything ends applied when the API server is killed, and comes back some seconds later: in the midst of writing, and of waiting', async () => {
  const [waiting, writing] = [smallNetwork('waiting'), smallNetwork('writing')]
  const { promise: watches, resolve: watched } = Promise.withResolvers<void>()
  const slow = waiting.workload('Deployment', 'one', { minReadySeconds: 8 })
  const waits = applyTo(
    {
      ...api,
      stream: (path, signal) => {
        watched()
        return api.stream(path, signal)
      },
    },
    waiting.wanted([slow]),
  )
  await watches
  const objects = Array.from({ length: 40 }, (_, index) => writing.configMap(`number-${index}`))
  let restarted: Promise<void> | undefined
  const writer = watchWrites(api, () => {
    if (writer.writes.length >= 25) restarted ??= server.restart(2000)
  })

  const { outcome, written } = await applyTo(
    writer,
    writing.wanted([...objects, writing.workload('StatefulSet', 'one')]),
  )

  expect({ outcome, written }).toEqual({ outcome: 'applied', written: 42 })
  expect(restarted).toBeDefined()
  expect(await inventoryOf(eu, 'writing')).toHaveLength(42)
  expect((await applyTo(api, writing.wanted([...objects, writing.workload('StatefulSet', 'one')]))).outcome).toBe(
    'unchanged',
  )
  expect(await waits).toMatchObject({ outcome: 'applied', written: 2 })
})
