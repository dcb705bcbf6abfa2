import { describe, expect, it } from 'vitest'
import { emptyInventory, type Inventory } from '../../src/cluster/inventory.ts'
import { type KubernetesObject, keyOf } from '../../src/cluster/objects.ts'
import type { Step } from '../../src/cluster/rehearsal.ts'
import { withJobsToRunAgain } from '../../src/cluster/run-again.ts'

const at = (seconds: number): string => new Date(Date.UTC(2026, 0, 1, 0, 0, seconds)).toISOString()

const job: KubernetesObject = {
  apiVersion: 'batch/v1',
  kind: 'Job',
  metadata: { name: 'join', namespace: 'a', annotations: { 'chancery.dev/volumes': 'peer1, peer2' } },
}
const complete = {
  ...job,
  status: { completionTime: at(20), conditions: [{ type: 'Complete', status: 'True' }] },
}
const claim = (name: string, created: number, namespace = 'a'): KubernetesObject => ({
  apiVersion: 'v1',
  kind: 'PersistentVolumeClaim',
  metadata: { name, namespace, creationTimestamp: at(created) },
})
const step = (object: KubernetesObject, action: Step['action'] = 'keep'): Step => ({
  object,
  action,
  differences: [],
  checked: true,
  byFlux: false,
})
const applied: Inventory = {
  ...emptyInventory,
  entries: [{ apiVersion: 'batch/v1', kind: 'Job', metadata: { name: 'join', namespace: 'a' }, uid: 'uid' }],
}

async function againOf(
  steps: readonly Step[],
  live: readonly KubernetesObject[],
  inventory: Inventory = applied,
): Promise<Step | undefined> {
  const found = await withJobsToRunAgain(
    steps,
    { get: async (wanted) => live.find((one) => keyOf(one) === keyOf(wanted)) },
    inventory,
  )
  return found.find(({ object }) => object.kind === 'Job')
}

describe('a Job runs again', () => {
  it('that was deleted, and for the first time without a word', async () => {
    expect((await againOf([step(job, 'create')], []))?.again).toEqual({ reason: 'it was deleted' })
    expect(await againOf([step(job, 'create')], [], emptyInventory)).toEqual(step(job, 'create'))
  })

  it('that is being deleted', async () => {
    const old = { ...complete, metadata: { ...complete.metadata, deletionTimestamp: at(30) } }
    expect(await againOf([step(job)], [old])).toMatchObject({
      action: 'create',
      again: { reason: 'it is being deleted', old },
    })
  })

  it.each<[string, readonly KubernetesObject[], string | undefined]>([
    ['older than it', [claim('peer1', 10), claim('peer2', 19)], undefined],
    ['of the second of its end', [claim('peer1', 20)], undefined],
    ['newer than it', [claim('peer1', 10), claim('peer2', 21)], 'the volume peer2 is newer than it'],
    ['newer than it, of another name', [claim('peer1', 10), claim('peer3', 21)], undefined],
    ['newer than it, of another namespace', [claim('peer1', 21, 'b')], undefined],
  ])('or not with a volume that is %s', async (_name, claims, reason) => {
    const found = await againOf([step(job), ...claims.map((one) => step(one))], [complete, ...claims])
    expect(found?.again).toEqual(reason === undefined ? undefined : { reason, old: complete })
    expect(found?.action).toBe(reason === undefined ? 'keep' : 'create')
  })

  it.each([
    ['before', 20, 'the volume peer1 is newer than it'],
    ['after', 22, undefined],
  ])('or not, as its CronJob succeeded last %s the volume was created', async (_name, succeeded, reason) => {
    const hashed = { ...complete, metadata: { ...complete.metadata, name: 'join-0123456789' } }
    const cron = { ...job, kind: 'CronJob', status: { lastSuccessfulTime: at(succeeded) } }
    const found = await againOf([step(hashed)], [hashed, cron, claim('peer1', 21)])
    expect(found?.again?.reason).toBe(reason)
  })

  it('whose volume is created by the same run', async () => {
    const found = await againOf([step(claim('peer1', 0), 'create'), step(job)], [complete])
    expect(found?.again?.reason).toBe('the volume peer1 is missing')
  })

  it('only when it was complete: it still has work to do', async () => {
    const running = { ...job, status: { startTime: at(10) } }
    expect(await againOf([step(job)], [running, claim('peer1', 21)])).toEqual(step(job))
  })
})
