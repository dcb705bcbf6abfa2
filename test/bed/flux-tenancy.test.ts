import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { load } from 'js-yaml'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { nameOf } from '../../src/cluster/objects.ts'
import { objectAt, textAt } from '../kubernetes/json.ts'
import { holder } from '../material/sops-tool.ts'
import { git } from '../repository/git-folder.ts'
import type { Cluster, KubernetesObject } from './cluster.ts'
import { type Bed, clusters } from './clusters.ts'
import { components } from './components.ts'
import { condition } from './conditions.ts'
import { holding, pushed, pushedAsBefore } from './flux/deploy.ts'
import { ageKey, type Flux, startFlux } from './flux/flux.ts'
import { kustomization } from './flux/kustomization.ts'
import { type Fork, forkTemplate } from './flux/repository.ts'
import { list } from './flux/state.ts'
import { attacks, isThere, privileged } from './tenancy/attacks.ts'
import { tools } from './tools/tool.ts'

await tools(...components)

let bed: Bed
let fork: Fork
let flux: Flux
let parts: AsyncDisposableStack
/** Each organization has a key of its own in the cluster. */
const keys = { manufacturer: await holder(), retailer: await holder() }

const withOwnKeys = (definition: string): string =>
  Object.entries(keys).reduce(
    (text, [organization, { recipient }]) =>
      text.replace(`  - name: ${organization}\n`, (line) => `${line}    recipients: {eu: [${recipient}]}\n`),
    definition,
  )

/** What the main job committed. */
let rendered: string
beforeAll(async () => {
  await using started = new AsyncDisposableStack()
  bed = started.use(await clusters(['eu']))
  fork = started.use(await forkTemplate())
  flux = started.use(await startFlux(eu(), { ageIdentity: fork.holders[0]?.identity ?? '' }))
  for (const [organization, { identity }] of Object.entries(keys))
    await eu().apply(ageKey(identity, `sops-age.supplychain.${organization}`))
  parts = started.move()
  rendered = await fork.mainJob(withOwnKeys)
}, 600_000)
afterAll(() => parts?.disposeAsync(), 60_000)

const eu = (): Cluster => bed.cluster('eu')

async function everythingReady(revision: string): Promise<void> {
  await flux.deliver(fork.directory, revision, './deploy/flux/eu')
  await flux.ready('flux-system', 200_000)
  for (const name of await flux.names()) await flux.ready(name, 200_000)
}

const namespaces = ['supplychain-manufacturer', 'supplychain-retailer']

async function uidsOf(): Promise<Record<string, string>> {
  const kinds = ['/api/v1/namespaces', '/api/v1/persistentvolumeclaims', '/apis/apps/v1/statefulsets', '/api/v1/pods']
  const found = await Promise.all(kinds.map((path) => list(eu(), path)))
  return Object.fromEntries(
    found.flat().map((object) => {
      const { uid, name, namespace = '', deletionTimestamp } = objectAt(object, 'metadata')
      expect(deletionTimestamp, String(name)).toBeUndefined()
      return [`${namespace}/${name}`, String(uid)]
    }),
  )
}

/** Each test goes on from where the one before it left the cluster. */
describe('Flux applies each organization as its own account', { timeout: 400_000 }, () => {
  it('from a release that did not on, and makes no namespace, volume or pod anew', async () => {
    await everythingReady(await pushedAsBefore(fork.directory, 'eu', ['manufacturer', 'retailer']))
    const before = await uidsOf()
    expect(Object.keys(before)).toEqual(expect.arrayContaining(namespaces.map((name) => `/${name}`)))
    expect(await flux.names()).not.toContain('supplychain-tenancy')

    await everythingReady(rendered)

    expect(await uidsOf()).toEqual(before)
    for (const name of namespaces) {
      const found = await eu().get({ apiVersion: 'v1', kind: 'Namespace', metadata: { name } })
      expect(objectAt(found ?? {}, 'metadata', 'labels')).toMatchObject({
        'kustomize.toolkit.fluxcd.io/name': 'supplychain-tenancy',
        'pod-security.kubernetes.io/enforce': 'restricted',
      })
    }
    for (const name of await flux.names()) {
      const { serviceAccountName } = objectAt((await eu().get(kustomization(name))) ?? {}, 'spec')
      const organization = /^supplychain-(manufacturer|retailer)/.exec(name)?.[1]
      expect(serviceAccountName, name).toBe(organization === undefined ? undefined : `supplychain.${organization}`)
    }
  })

  it('and Pod Security refuses its privileged pods', async () => {
    await flux.deliver(fork.directory, await withAttack([privileged]), './deploy/flux/eu')
    await flux.ready('supplychain-retailer')

    const failure = async () => condition(await eu().get(privileged), 'ReplicaFailure')
    await expect
      .poll(async () => textAt(await failure(), 'message'), { timeout: 60_000 })
      .toMatch(/violates PodSecurity/)
    await everythingReady(await restored())
    expect(await eu().get(privileged)).toBeUndefined()
  })

  it.each(attacks)('and the cluster refuses $what', async ({ objects, refusal }) => {
    await flux.deliver(fork.directory, await withAttack(objects), './deploy/flux/eu')

    const ready = async () => condition(await eu().get(kustomization('supplychain-retailer')), 'Ready')
    await expect.poll(async () => textAt(await ready(), 'message'), { timeout: 90_000 }).toMatch(refusal)
    expect(await ready()).toMatchObject({ status: 'False' })
    for (const object of objects) expect(await isThere(eu(), object), nameOf(object)).toBe(false)
  })

  it('and Flux cannot decrypt what is sealed for another, under whatever name', async () => {
    const theirs = await readFile(join(fork.directory, 'material/sealed/eu/manufacturer/validator1.yaml'), 'utf8')
    const sealed = load(theirs) as KubernetesObject // sealed as one
    const stolen = { ...sealed, metadata: { name: 'stolen', namespace: 'supplychain-retailer' } }
    await flux.deliver(fork.directory, await withAttack([stolen]), './deploy/flux/eu')

    const ready = async () => condition(await eu().get(kustomization('supplychain-retailer')), 'Ready')
    await expect
      .poll(async () => textAt(await ready(), 'message'), { timeout: 90_000 })
      .toMatch(/cannot get sops data key|decrypt/)
    expect(await ready()).toMatchObject({ status: 'False' })
    expect(await eu().get(stolen)).toBeUndefined()
  })

  it('and goes on when that is gone', async () => {
    await everythingReady(await restored())
  })
})

/** Pushes objects into the folder of retailer. */
async function withAttack(objects: readonly KubernetesObject[]): Promise<string> {
  return pushed(fork.directory, await holding(fork.directory, rendered, 'deploy/clusters/eu/retailer', objects))
}

/** Takes back what was pushed. */
async function restored(): Promise<string> {
  await git(fork.directory, 'rm', '--quiet', '-r', '--force', 'deploy')
  await git(fork.directory, 'checkout', '--quiet', rendered, '--', '.')
  await git(fork.directory, 'commit', '--quiet', '--no-verify', '--message=Restore')
  return git(fork.directory, 'rev-parse', 'HEAD')
}
