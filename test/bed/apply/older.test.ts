import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import type { Api } from '../../../src/cluster/api.ts'
import type { CommitRelation, DesiredCommit } from '../../../src/cluster/commit.ts'
import { connect } from '../../../src/cluster/connection.ts'
import { inventoryPath } from '../../../src/cluster/inventory.ts'
import { type JsonObject, objectAt } from '../../kubernetes/json.ts'
import { type Bed, clusters } from '../clusters.ts'
import { components } from '../components.ts'
import { tools } from '../tools/tool.ts'
import { applyTo, smallNetwork } from './network.ts'
import { watchWrites } from './writes.ts'

await tools(...components)

let bed: Bed
let api: Api
beforeAll(async () => {
  bed = await clusters(['eu'])
  vi.stubEnv('KUBECONFIG', bed.kubeconfig)
  api = connect('eu')
}, 240_000)
afterAll(async () => {
  api?.close()
  await bed?.[Symbol.asyncDispose]()
})

const [old, now] = ['1'.repeat(40), '2'.repeat(40)]
const commit = (name: string, relation: CommitRelation = 'contained'): DesiredCommit => ({
  name,
  relationTo: async (other) => (other === name ? 'contained' : relation),
})
const recorded = async (network: string): Promise<unknown> => {
  const { body } = await bed.cluster('eu').request('GET', inventoryPath(network, network))
  return objectAt(body as JsonObject, 'data').commit // a ConfigMap
}

describe.concurrent('apply of a commit', () => {
  it.each<[relation: CommitRelation, message: string]>([
    ['newer', 'the cluster has commit 222222222222, which is newer than the commit here, 111111111111'],
    ['apart', 'the cluster has commit 222222222222, which the commit here, 111111111111, does not contain'],
    [
      'unknown',
      'the cluster has commit 222222222222; this clone lacks the history to tell whether the commit here, 111111111111, contains it',
    ],
  ])('is refused when that of the cluster is %s, and changes nothing', async (relation, message) => {
    const network = `older-${relation}`
    const { configMap, wanted } = smallNetwork(network)
    await applyTo(api, wanted([configMap('one', 'new')], { commit: commit(now) }))
    const writes: string[] = []
    const watched = watchWrites(api, async (write) => void writes.push(write))
    const older = wanted([configMap('one', 'old')], { commit: commit(old, relation) })

    await expect(applyTo(watched, older)).rejects.toThrow(message)
    const rehearsed = await applyTo(watched, older, { dryRun: true })

    expect(rehearsed).toMatchObject({ outcome: 'planned', said: [`! ${message}`] })
    expect(writes).toEqual([])
    expect(await recorded(network)).toBe(now)

    const forced = await applyTo(api, older, { allowOlder: true })

    expect(forced).toMatchObject({ outcome: 'applied', said: expect.arrayContaining([`! ${message}`]) })
    expect(await recorded(network)).toBe(old)
  })

  it('is recorded when it changes nothing, and only once', async () => {
    const { configMap, wanted } = smallNetwork('recorded')
    const writes: string[] = []
    const watched = watchWrites(api, async (write) => void writes.push(write))
    await applyTo(api, wanted([configMap('one')], { commit: commit(old) }))

    await applyTo(watched, wanted([configMap('one')], { commit: commit(now) }))
    expect(writes).toEqual([expect.stringContaining('chancery-recorded')])
    expect(await recorded('recorded')).toBe(now)
    await applyTo(watched, wanted([configMap('one')], { commit: commit(now) }))
    expect(writes).toHaveLength(1)
  })

  it('is not known outside of git: that is told, and the one before it still counts', async () => {
    const { configMap, wanted } = smallNetwork('nowhere')
    await applyTo(api, wanted([configMap('one')], { commit: commit(now) }))

    const { outcome, said } = await applyTo(api, wanted([configMap('one', 'changed')]))

    expect(outcome).toBe('applied')
    expect(said).toContain(
      '! the cluster has commit 222222222222, and there is no git repository here to tell whether this one is older',
    )
    expect(await recorded('nowhere')).toBe(now)
  })
})
