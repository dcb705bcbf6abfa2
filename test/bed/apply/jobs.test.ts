import { setTimeout as sleep } from 'node:timers/promises'
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import type { Api } from '../../../src/cluster/api.ts'
import { connect } from '../../../src/cluster/connection.ts'
import { type KubernetesObject, nameOf } from '../../../src/cluster/objects.ts'
import type { ClusterPlan, DesiredState } from '../../../src/cluster/plan.ts'
import { verifyCluster } from '../../../src/cluster/verify.ts'
import { outcomeLine, planLines, resultLines } from '../../../src/report/cluster.ts'
import { verifiedLines } from '../../../src/report/verified-lines.ts'
import { type Bed, type Cluster, clusters } from '../clusters.ts'
import { components } from '../components.ts'
import { eventuallyGone, soon } from '../eventually.ts'
import { failPods } from '../fail-pods.ts'
import { tools } from '../tools/tool.ts'
import { applyTo, inventoryOf, type SmallNetwork, settled, smallNetwork } from './network.ts'

await tools(...components)

let bed: Bed
let eu: Cluster
let api: Api
beforeAll(async () => {
  bed = await clusters(['eu'])
  eu = bed.cluster('eu')
  vi.stubEnv('KUBECONFIG', bed.kubeconfig)
  api = connect('eu')
}, 240_000)
afterAll(async () => {
  api?.close()
  await bed?.[Symbol.asyncDispose]()
})

const changesIn = (plan: ClusterPlan): readonly string[] =>
  planLines(plan, { context: 'eu', prune: false, dryRun: true }).filter((line) => /^[-+~!] /.test(line))

async function verified(wanted: DesiredState, at = api): Promise<readonly string[]> {
  const options = { force: true, heedFlux: true, readOnly: true, named: new Set<string>() }
  const found = await verifyCluster(at, wanted, { ...options, signal: new AbortController().signal })
  return verifiedLines(found, { context: 'eu', now: new Date(), leftOut: 0 })
}

const exists = async (object: KubernetesObject): Promise<boolean> => (await eu.get(object)) !== undefined

const uidOf = async (object: KubernetesObject): Promise<unknown> => {
  const { metadata } = (await eu.get(object)) as KubernetesObject // what the server answers is one
  return metadata.uid
}

async function remove(object: KubernetesObject): Promise<void> {
  await eu.delete(object)
  await eventuallyGone(eu, object)
}

const joining = (network: SmallNetwork): KubernetesObject => {
  const job = network.job('join')
  return { ...job, metadata: { ...job.metadata, annotations: { 'chancery.dev/volumes': 'peer' } } }
}

describe.concurrent('a Job runs again', { timeout: 120_000 }, () => {
  it('that somebody deleted, and the plan, verify and the run report why', async () => {
    const network = smallNetwork('deleted-job')
    const job = network.job('join')
    const wanted = network.wanted([job])
    await applyTo(api, wanted)
    const before = await uidOf(job)
    await remove(job)

    const planned = await applyTo(api, wanted, { dryRun: true })
    expect(changesIn(planned.plan)).toEqual(['+ Job deleted-job/join (run again: it was deleted)'])
    expect(await verified(wanted)).toContain('missing: Job deleted-job/join')
    expect(await applyTo(api, wanted)).toMatchObject({ outcome: 'applied', written: 1 })

    expect(await uidOf(job)).not.toBe(before)
    const quiet = await settled(eu, [job], 'deleted-job')
    expect(await applyTo(api, wanted)).toMatchObject({ outcome: 'unchanged', written: 0 })
    expect(await settled(eu, [job], 'deleted-job')).toEqual(quiet)
  })

  it('whose volume was lost together with its workload, in the run that creates them', async () => {
    const network = smallNetwork('lost-volume')
    const [claim, peer, job] = [network.claim('peer'), network.workload('StatefulSet', 'peer'), joining(network)]
    const wanted = network.wanted([claim, peer, job])
    await applyTo(api, wanted)
    const before = await uidOf(job)
    await remove(peer)
    await remove(claim)

    const applied = await applyTo(api, wanted)

    expect(applied).toMatchObject({ outcome: 'applied', written: 3, pruned: [] })
    expect(changesIn(applied.plan)).toContain('+ Job lost-volume/join (run again: the volume peer is missing)')
    expect(applied.said.filter((line) => /^(deleted|created) Job /.test(line))).toEqual([
      'deleted Job lost-volume/join to run it again: the volume peer is missing',
      'created Job lost-volume/join',
    ])
    expect(await uidOf(job)).not.toBe(before)
    expect(await applyTo(api, wanted)).toMatchObject({ outcome: 'unchanged', written: 0 })
  })

  it('whose volume somebody else created again', async () => {
    const network = smallNetwork('new-volume')
    const [claim, job] = [network.claim('peer'), joining(network)]
    const wanted = network.wanted([claim, job])
    await applyTo(api, wanted)
    await remove(claim)
    await sleep(1100) // times of Kubernetes are whole seconds
    await eu.apply(claim, { fieldManager: 'chancery' })

    expect(await verified(wanted)).toEqual(
      expect.arrayContaining([
        'Job new-volume/join has to run again: the volume peer is newer than it',
        '    `chancery apply` deletes it and creates it again',
      ]),
    )
    const applied = await applyTo(api, wanted)

    expect(changesIn(applied.plan)).toEqual(['+ Job new-volume/join (run again: the volume peer is newer than it)'])
    expect(applied).toMatchObject({ outcome: 'applied', written: 1 })
    expect(await applyTo(api, wanted)).toMatchObject({ outcome: 'unchanged', written: 0 })
  })

  it('unless it removed itself after its time', async () => {
    const network = smallNetwork('ttl')
    const job = network.job('once', { ttlSecondsAfterFinished: 0 })
    await applyTo(api, network.wanted([job]))
    await eventuallyGone(eu, job)

    expect(await applyTo(api, network.wanted([job]))).toMatchObject({ outcome: 'unchanged', written: 0 })
  })
})

describe.concurrent('a Job that left the definition', { timeout: 120_000 }, () => {
  const vote = (network: SmallNetwork, name: string) => network.job(`vote-${name}`)
  const podsOf = async (namespace: string): Promise<number> => {
    const { body } = await eu.request('GET', `/api/v1/namespaces/${namespace}/pods`)
    return (body as { items: unknown[] }).items.length // a PodList
  }

  it('is deleted with its pod before another is created, without prune', async () => {
    const network = smallNetwork('old-vote')
    await using _held = await failPods(eu, { labels: { 'app.kubernetes.io/part-of': 'old-vote' } }, 'never-ready')
    const [old, now] = [vote(network, 'one'), vote(network, 'two')]
    const left = network.configMap('left')
    await applyTo(api, network.wanted([old, left]), { timeout: 1000 })
    await soon(async () => expect(await podsOf('old-vote')).toBe(1))
    const wanted = network.wanted([now])

    const planned = await applyTo(api, wanted, { dryRun: true })
    expect(changesIn(planned.plan)).toEqual([
      '+ Job old-vote/vote-two',
      '- Job old-vote/vote-one',
      '! ConfigMap old-vote/left is no longer in the definition, and is kept: prune is off',
    ])
    expect(await exists(old)).toBe(true)
    expect(await verified(wanted)).toContain(
      '! Job old-vote/vote-one is no longer in the definition, but still exists: `chancery apply` deletes it',
    )
    const applied = await applyTo(api, wanted, { timeout: 20_000 })

    expect(applied).toMatchObject({ outcome: 'not-ready', written: 1, pruned: ['Job old-vote/vote-one'] })
    const [pruned, created] = ['pruned Job', 'created Job'].map((text) =>
      applied.said.findIndex((line) => line.startsWith(text)),
    )
    expect(pruned).toBeLessThan(created ?? 0)
    expect(await exists(old)).toBe(false)
    expect(await inventoryOf(eu, 'old-vote')).toEqual(
      [...wanted.objects, left].map(nameOf).sort((a, b) => (a < b ? -1 : 1)),
    )
  })

  it('is deleted in a run that has nothing else to do', async () => {
    const network = smallNetwork('last-vote')
    const cron = network.object('batch/v1', 'CronJob', 'join', {
      spec: { schedule: '*/10 * * * *', jobTemplate: { spec: network.job('join').spec } },
    })
    await applyTo(api, network.wanted([vote(network, 'one'), cron]))

    const applied = await applyTo(api, network.wanted([]))

    expect(applied).toMatchObject({ outcome: 'applied', written: 0 })
    expect([...applied.pruned].sort()).toEqual(['CronJob last-vote/join', 'Job last-vote/vote-one'])
    expect(await podsOf('last-vote')).toBe(0)
    expect(await applyTo(api, network.wanted([]))).toMatchObject({ outcome: 'unchanged' })
  })

  it('stays when it is another one, or of another network', async () => {
    const network = smallNetwork('foreign-vote')
    const [replaced, taken] = [vote(network, 'one'), vote(network, 'two')]
    await applyTo(api, network.wanted([replaced, taken]))
    await remove(replaced)
    await eu.apply(replaced)
    const labels = { metadata: { labels: { 'app.kubernetes.io/part-of': 'other' } } }
    await eu.request('PATCH', await eu.path(taken), labels, { 'Content-Type': 'application/merge-patch+json' })

    const applied = await applyTo(api, network.wanted([]))

    expect(applied.pruned).toEqual([])
    expect(changesIn(applied.plan)).toEqual([expect.stringContaining('kept: its labels no longer name this network')])
    expect(await Promise.all([replaced, taken].map((job) => exists(job)))).toEqual([true, true])
  })
})

/** The same API server, whose pods write this: kubelets of the bed have no logs. */
const writing = (log: string): Api => ({
  ...api,
  request: async (method, path, query) =>
    path.includes('/log?')
      ? { ...(await api.request('GET', '/version')), body: `${log}\n` }
      : api.request(method, path, query),
})

const waits = 'waiting for others: the approval of chaincode basic by CarrierMSP'

describe.concurrent('a Job that is not done', { timeout: 120_000 }, () => {
  it('and waits for others is named, and the run ends well', async () => {
    const network = smallNetwork('waits')
    await using _held = await failPods(eu, { labels: { 'app.kubernetes.io/part-of': 'waits' } }, 'never-ready')
    const wanted = network.wanted([network.job('approve')])

    const applied = await applyTo(writing(waits), wanted, { timeout: 8000 })

    expect(applied).toMatchObject({ outcome: 'applied', unready: [] })
    expect(resultLines(applied)).toEqual([
      'Job waits/approve waits for others: the approval of chaincode basic by CarrierMSP',
      'applied: 2 written, 0 pruned, everything else is ready, 1 Job waits for others',
    ])
    expect(applied.said).toContainEqual(
      'everything else is ready; waiting up to 120 s for others, for Job waits/approve (the approval of chaincode basic by CarrierMSP)',
    )
    expect(outcomeLine(await applyTo(writing(waits), wanted, { timeout: 1000 }))).toBe(
      'unchanged: everything is up to date, nothing was written; 1 Job waits for others',
    )
    expect(await verified(wanted, writing(waits))).toContain(
      'Job waits/approve waits for others: the approval of chaincode basic by CarrierMSP',
    )
  })

  it('and waits for something else is not ready, with its last line', async () => {
    const network = smallNetwork('stuck')
    await using _held = await failPods(eu, { labels: { 'app.kubernetes.io/part-of': 'stuck' } }, 'never-ready')
    const wanted = network.wanted([network.job('join')])

    const applied = await applyTo(writing('peer1 does not answer'), wanted, { timeout: 4000 })

    expect(applied).toMatchObject({ outcome: 'not-ready', jobs: [{ line: 'peer1 does not answer' }] })
    expect(resultLines(applied)).toEqual([
      'Job stuck/join is not ready after 4 s: 0 of 1 completions',
      expect.stringMatching(/^ {4}pod join-\w+: container main runs, but is not ready$/),
      '    last line of its log: peer1 does not answer',
      'not ready: 2 written, 0 pruned: Job stuck/join is not ready after 4 s: 0 of 1 completions',
    ])
    expect(await verified(wanted, writing('peer1 does not answer'))).toContain(
      'Job stuck/join: 0 of 1 completions; last line of its log: peer1 does not answer',
    )
  })

  it('does not excuse a workload that is not ready', async () => {
    const network = smallNetwork('both')
    await using _held = await failPods(eu, { labels: { 'app.kubernetes.io/part-of': 'both' } }, 'never-ready')
    const wanted = network.wanted([network.job('approve'), network.workload('StatefulSet', 'peer')])

    const applied = await applyTo(writing(waits), wanted, { timeout: 4000 })

    expect(applied.outcome).toBe('not-ready')
    expect(applied.unready.map(({ object }) => nameOf(object))).toEqual(['StatefulSet both/peer'])
    expect(resultLines(applied)).toContain(
      'Job both/approve waits for others: the approval of chaincode basic by CarrierMSP',
    )
  })
})

/** Alone, as it changes the clock of everything that runs here. */
describe('Jobs that wait for others', () => {
  it('get two minutes, as members are applied to other clusters at the same time', { timeout: 120_000 }, async () => {
    const network = smallNetwork('patient')
    await using _held = await failPods(eu, { labels: { 'app.kubernetes.io/part-of': 'patient' } }, 'never-ready')
    const real = Date.now
    let later = 0
    const clock = vi.spyOn(Date, 'now').mockImplementation(() => real() + later)
    let isOver = false

    const run = applyTo(writing(waits), network.wanted([network.job('approve')]), { timeout: 600_000 }).finally(() => {
      isOver = true
    })
    await soon(async () =>
      expect((await eu.get(network.job('approve'))) ?? {}).toMatchObject({ status: { active: 1 } }),
    )
    await sleep(10_000)
    later = 100_000
    await sleep(6000)
    const early = isOver
    later = 125_000
    const applied = await run.finally(() => clock.mockRestore())

    expect(early).toBe(false)
    expect(applied).toMatchObject({ outcome: 'applied', jobs: [{ line: waits }] })
  })
})
