import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type DnsServer, startDnsServer } from '../dns-server.ts'
import { objectAt } from '../kubernetes/json.ts'
import { chancery, type Ended } from './apply/chancery.ts'
import { recordsOf } from './apply/records.ts'
import type { Cluster, KubernetesObject } from './cluster.ts'
import { type Bed, clusters } from './clusters.ts'
import { components } from './components.ts'
import { type Flux, startFlux } from './flux/flux.ts'
import { kustomization } from './flux/kustomization.ts'
import { patch } from './flux/patch.ts'
import { type Fork, forkTemplate } from './flux/repository.ts'
import { tools } from './tools/tool.ts'

await tools(...components)

let bed: Bed
let fork: Fork
let flux: Flux
let dns: DnsServer
let parts: AsyncDisposableStack
beforeAll(async () => {
  await using started = new AsyncDisposableStack()
  bed = started.use(await clusters(['eu']))
  fork = started.use(await forkTemplate())
  flux = started.use(await startFlux(eu(), { ageIdentity: fork.holders[0]?.identity ?? '' }))
  dns = started.use(await startDnsServer({}))
  parts = started.move()
  await flux.deliver(fork.directory, await fork.mainJob(), './deploy/flux/eu')
  await flux.ready('flux-system', 200_000)
  for (const name of await flux.names()) await flux.ready(name, 200_000)
  dns.serve(await recordsOf([eu()]))
}, 600_000)
afterAll(() => parts?.disposeAsync(), 60_000)

const eu = (): Cluster => bed.cluster('eu')

async function verify(): Promise<Ended> {
  const running = await chancery(fork.directory, ['verify', '--cluster', 'eu', '--dns-server', dns.address], {
    KUBECONFIG: eu().kubeconfig,
    SOPS_AGE_KEY: fork.holders.map(({ identity }) => identity).join('\n'),
  })
  return running.ended
}

const object = (apiVersion: string, kind: string, name: string): KubernetesObject => ({
  apiVersion,
  kind,
  metadata: { name, namespace: 'supplychain-retailer' },
})
const peers = object('v1', 'ConfigMap', 'validator1-peers')

/** As somebody does who edits in a cluster: the field is then theirs. */
async function edit(target: KubernetesObject, fields: object): Promise<void> {
  const path = `${await eu().path(target)}?fieldManager=person`
  const { status } = await eu().request('PATCH', path, fields, {
    'Content-Type': 'application/merge-patch+json',
  })
  expect(status).toBe(200)
}

/** Each test goes on from where the one before it left the cluster. */
describe('verify of a cluster that Flux applies', { timeout: 300_000 }, () => {
  it('says that Flux does, once, and that all is as defined', async () => {
    await expect
      .poll(async () => (await verify()).stdout, { timeout: 120_000, interval: 5000 })
      .toContain('eu: verified: the cluster matches the definition\n')
    const { status, stdout, stderr } = await verify()

    expect(status, stdout + stderr).toBe(0)
    const [, number, all] = /^eu: Flux applies (\d+) of (\d+) objects/m.exec(stdout) ?? []
    expect(Number(number)).toBeGreaterThan(30)
    expect(number).toBe(all)
    expect(stdout).not.toContain('becomes the owner')
    expect(stdout).not.toContain('ever applied')
  })

  it('finds what somebody else changed, added to what Flux owns, or deleted', async () => {
    for (const name of await flux.names()) await patch(eu(), kustomization(name), { spec: { suspend: true } })
    await edit(peers, { data: { 'static-nodes.json': '[]' } })
    await edit(object('apps/v1', 'StatefulSet', 'rpc1'), { spec: { replicas: 0 } })
    await eu().delete(object('v1', 'Service', 'rpc1-rpc'))

    const { status, stdout } = await verify()

    expect(status, stdout).toBe(4)
    const changed = stdout.split('\n').filter((line) => /^eu: ([~!]|missing)/.test(line))
    expect(changed.sort()).toEqual([
      'eu: missing: Service supplychain-retailer/rpc1-rpc',
      'eu: ~ ConfigMap supplychain-retailer/validator1-peers',
      'eu: ~ StatefulSet supplychain-retailer/rpc1',
    ])
    expect(stdout).toContain('eu:     spec.replicas: 0 → 1\n')
  })

  it('finds what Git no longer has and Flux has not taken away yet', async () => {
    for (const name of await flux.names()) await patch(eu(), kustomization(name), { spec: { suspend: false } })
    for (const name of await flux.names()) await flux.reconcile(name)
    await expect.poll(async () => (await verify()).status, { timeout: 120_000, interval: 5000 }).toBe(0)
    const live = (await eu().get(peers)) ?? {}
    const { labels } = objectAt(live, 'metadata')
    for (const name of await flux.names()) await patch(eu(), kustomization(name), { spec: { suspend: true } })
    // As Flux would have left it after another revision: the field is Flux's own.
    await eu().apply(
      { ...peers, metadata: { ...peers.metadata, labels }, data: { ...objectAt(live, 'data'), old: 'x' } },
      { fieldManager: 'kustomize-controller' },
    )

    const { status, stdout } = await verify()

    expect(status, stdout).toBe(4)
    expect(stdout).toContain('eu: ~ ConfigMap supplychain-retailer/validator1-peers\neu:     data.old: x → (none)\n')
  })
})
