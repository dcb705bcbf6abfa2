import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { isJsonObject, type JsonObject, objectAt } from '../kubernetes/json.ts'
import type { Cluster, KubernetesObject } from './cluster.ts'
import { components } from './components.ts'
import { eventuallyGone } from './eventually.ts'
import { type Network, startNetwork } from './flux/network.ts'
import { patch } from './flux/patch.ts'
import { list } from './flux/state.ts'
import { tools } from './tools/tool.ts'

await tools(...components)

let network: Network
let eu: Cluster
beforeAll(async () => {
  network = await startNetwork()
  eu = network.bed.cluster('eu')
}, 600_000)
afterAll(() => network?.[Symbol.asyncDispose](), 60_000)

const namespace = 'supplychain-retailer'
const named = (apiVersion: string, kind: string, name: string): KubernetesObject => ({
  apiVersion,
  kind,
  metadata: { name, namespace },
})
const [set, claim, repeating] = [
  named('apps/v1', 'StatefulSet', 'validator1'),
  named('v1', 'PersistentVolumeClaim', 'validator1'),
  named('batch/v1', 'CronJob', 'vote'),
]

/** Jobs of the organization that have completed, with what made them. */
async function completed(): Promise<{ name: unknown; madeBy: unknown }[]> {
  const jobs = await list(eu, `/apis/batch/v1/namespaces/${namespace}/jobs`)
  return jobs
    .filter((job) => objectAt(job, 'status').completionTime !== undefined)
    .map((job) => ({ name: objectAt(job, 'metadata').name, madeBy: ownerOf(job) }))
}

function ownerOf(job: JsonObject): unknown {
  const { ownerReferences = [] } = objectAt(job, 'metadata')
  const [owner] = Array.isArray(ownerReferences) ? ownerReferences.filter(isJsonObject) : []
  return owner === undefined ? undefined : `${owner.kind}/${owner.name}`
}

const uidOf = async (object: KubernetesObject): Promise<unknown> =>
  objectAt((await eu.get(object)) ?? {}, 'metadata').uid

describe('Flux, after a node lost its volume', { timeout: 400_000 }, () => {
  it('applies a Job and the CronJob that repeats it', async () => {
    // Who names what a validator of the first block is asked for makes the vote Jobs.
    await network.deliver((definition) =>
      definition.replace('{name: validator1, role: validator,', '{name: validator1, role: validator, validator: true,'),
    )
    await network.fluxes.eu.ready('supplychain-retailer.jobs', 300_000)
    await expect
      .poll(completed, { timeout: 60_000 })
      .toEqual([{ name: expect.stringMatching(/^vote-/), madeBy: undefined }])
    expect(await eu.get(repeating)).toMatchObject({ spec: { concurrencyPolicy: 'Forbid' } })
  })

  it('makes StatefulSet and claim anew, and the CronJob runs the Job again', async () => {
    await network.fluxes.eu.ready('supplychain-retailer.validator1', 200_000)
    const before = await Promise.all([set, claim].map(uidOf))
    for (const object of [set, claim]) {
      await eu.delete(object)
      await eventuallyGone(eu, object)
    }
    await network.fluxes.eu.reconcile('supplychain-retailer.validator1')
    for (const [index, object] of [set, claim].entries()) {
      await expect.poll(() => uidOf(object), { timeout: 60_000 }).toBeDefined()
      expect(await uidOf(object)).not.toBe(before[index])
    }
    const [{ name } = { name: undefined }] = await completed()
    await patch(eu, repeating, { spec: { schedule: '* * * * *' } })
    await expect
      .poll(completed, { timeout: 120_000 })
      .toContainEqual({ name: expect.stringMatching(/^vote-\d+$/), madeBy: 'CronJob/vote' })
    // The Job itself is the one from before: Flux does not run a finished one again.
    expect(await completed()).toContainEqual({ name, madeBy: undefined })
  })
})
