import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import type { Api } from '../../../src/cluster/api.ts'
import { connect } from '../../../src/cluster/connection.ts'
import type { KubernetesObject } from '../../../src/cluster/objects.ts'
import { planLines } from '../../../src/report/cluster.ts'
import { type Bed, type Cluster, clusters } from '../clusters.ts'
import { components } from '../components.ts'
import { tools } from '../tools/tool.ts'
import { applyTo, definition, inventoryOf, type SmallNetwork, settled, smallNetwork, versionsOf } from './network.ts'
import { watchWrites } from './writes.ts'

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

const helm = { fieldManager: 'helm' }

describe.concurrent('a field that another manager owns', () => {
  it('with another value is a conflict: object, field and manager are named, and nothing is written', async () => {
    const { configMap, wanted } = smallNetwork('conflict')
    const before = [configMap('mine'), configMap('shared')]
    await applyTo(api, wanted(before))
    await eu.apply(configMap('shared', 'theirs'), helm)
    const versions = await settled(eu, before, 'conflict')
    const watched = watchWrites(api)

    const { outcome, plan } = await applyTo(watched, wanted([configMap('mine', 'changed'), configMap('shared')]))

    expect(outcome).toBe('refused')
    expect(plan.refused).toHaveLength(1)
    expect(plan.refused[0]?.refusal).toMatchObject({
      kind: 'conflict',
      message: expect.stringContaining('ConfigMap conflict/shared: others set this field to other values: data.key'),
      fields: [{ field: 'data.key', manager: 'helm' }],
    })
    expect(planLines(plan, { context: 'eu', prune: false, dryRun: false })).toContain('    data.key is owned by helm')
    expect(watched.writes).toEqual([])
    expect(await versionsOf(eu, before, 'conflict')).toEqual(versions)
  })

  it('is taken over with force, and nobody is asked again', async () => {
    const { configMap, wanted } = smallNetwork('forced')
    await applyTo(api, wanted([configMap('shared')]))
    await eu.apply(configMap('shared', 'theirs'), helm)

    const { outcome } = await applyTo(api, wanted([configMap('shared')]), { force: true })

    expect(outcome).toBe('applied')
    expect(await eu.get(configMap('shared'))).toMatchObject({ data: { key: 'value' } })
    expect(managersOf(await eu.get(configMap('shared')), 'f:data')).toEqual(['chancery'])
    expect((await applyTo(api, wanted([configMap('shared')]))).outcome).toBe('unchanged')
  })

  it('with the same value is shared, which is shown and written once', async () => {
    const { configMap, wanted } = smallNetwork('same')
    await applyTo(api, wanted([]))
    await eu.apply(configMap('shared'), helm)

    const first = await applyTo(api, wanted([configMap('shared')]))
    const second = await applyTo(api, wanted([configMap('shared')]))

    expect([first.outcome, second.outcome]).toEqual(['applied', 'unchanged'])
    expect(first.plan.steps.find(({ object }) => object.kind === 'ConfigMap')).toMatchObject({
      action: 'change',
      differences: [],
    })
    expect(managersOf(await eu.get(configMap('shared')), 'f:data')).toEqual(['chancery', 'helm'])
  })

  it('of which we say nothing is left to them', async () => {
    const { configMap, wanted } = smallNetwork('theirs')
    await applyTo(api, wanted([configMap('shared')]))
    await eu.apply({ ...configMap('shared'), data: { other: 'theirs' } }, helm)

    expect((await applyTo(api, wanted([configMap('shared')]))).outcome).toBe('unchanged')
    expect(await eu.get(configMap('shared'))).toMatchObject({ data: { key: 'value', other: 'theirs' } })
  })
})

const role = ({ object }: SmallNetwork, name: string): KubernetesObject =>
  object('rbac.authorization.k8s.io/v1', 'RoleBinding', 'one', {
    roleRef: { apiGroup: 'rbac.authorization.k8s.io', kind: 'ClusterRole', name },
    subjects: [],
  })

describe.concurrent('what cannot be changed is refused in the dry run, and all else of the cluster stays as it is', () => {
  it.each<[string, (network: SmallNetwork) => readonly [KubernetesObject, KubernetesObject], RegExp, RegExp]>([
    [
      'selector',
      ({ workload }) => {
        const selector = { matchLabels: { app: 'other' } }
        const template = {
          metadata: { labels: { app: 'other' } },
          spec: { containers: [{ name: 'main', image: 'image' }] },
        }
        return [workload('StatefulSet', 'one'), workload('StatefulSet', 'one', { selector, template })]
      },
      /^StatefulSet fixed-selector\/one: spec.selector: field is immutable$/,
      /kubectl delete statefulset one --namespace fixed-selector --cascade=orphan/,
    ],
    [
      'service-name',
      ({ workload }) => [workload('StatefulSet', 'one'), workload('StatefulSet', 'one', { serviceName: 'other' })],
      /^StatefulSet fixed-service-name\/one: spec.serviceName: field is immutable$/,
      /leaves its pod running/,
    ],
    [
      'claim',
      ({ claim }) => [claim('one', '2Gi'), claim('one', '1Gi')],
      /^PersistentVolumeClaim fixed-claim\/one: spec/,
      /restore the former (size|value)/,
    ],
    [
      'address',
      ({ service }) => [service('one', { clusterIP: 'None' }), service('one', { clusterIP: '10.101.3.4' })],
      /^Service fixed-address\/one: spec\.clusterIPs?.*may not change once set/,
      /restore the former value, or `kubectl delete service one --namespace fixed-address`/,
    ],
    [
      'role',
      (network) => [role(network, 'view'), role(network, 'edit')],
      /^RoleBinding fixed-role\/one: roleRef: field is immutable$/,
      /kubectl delete rolebinding one --namespace fixed-role/,
    ],
  ])('%s', async (name, versions, message, hint) => {
    const network = smallNetwork(`fixed-${name}`)
    const { configMap, wanted } = network
    const [before, after] = versions(network)
    const objects = [configMap('other'), before]
    await applyTo(api, wanted(objects))
    const known = await settled(eu, objects, network.name)
    const watched = watchWrites(api)

    const { outcome, plan } = await applyTo(watched, wanted([configMap('other', 'changed'), configMap('new'), after]), {
      force: true,
    })

    expect(outcome).toBe('refused')
    expect(plan.refused.map(({ refusal }) => refusal.message)).toEqual([expect.stringMatching(message)])
    expect(plan.refused[0]?.refusal).toMatchObject({ kind: 'immutable', hint: expect.stringMatching(hint) })
    expect(watched.writes).toEqual([])
    expect(await versionsOf(eu, objects, network.name)).toEqual(known)
    expect(await eu.get(configMap('new'))).toBeUndefined()
  })
})

describe.concurrent('what can only be judged when its namespace or kind is there', () => {
  it('and is refused then leaves nothing of a first run', async () => {
    const { namespace, object, configMap, wanted } = smallNetwork('late-first')
    const crd = definition('late.test')
    const wrong = object('v1', 'ConfigMap', 'wrong', { dta: {} })
    const misfit = object('late.test/v1', 'Thing', 'misfit', { spec: { unknown: 'yes' } })

    const { outcome, refused, problems, written } = await applyTo(api, wanted([crd, configMap('one'), wrong, misfit]))

    expect({ outcome, written, problems }).toEqual({ outcome: 'refused', written: 0, problems: [] })
    expect(refused.map(({ refusal }) => refusal.fields[0]?.field).sort()).toEqual(['dta', 'spec.unknown'])
    for (const one of [namespace, crd]) expect(await eu.get(one)).toBeUndefined()
    expect(await inventoryOf(eu, 'late-first')).toEqual([])
  })

  it('and is refused then leaves all that was there before', async () => {
    const { namespace, configMap, wanted } = smallNetwork('late-second')
    const crd = definition('earlier.test')
    const before = [crd, configMap('one')]
    await applyTo(api, wanted(before))
    const relabelled = { ...namespace, metadata: { ...namespace.metadata, annotations: { changed: 'yes' } } }
    const known = await settled(eu, [namespace, ...before], 'late-second')
    const added: KubernetesObject = { ...namespace, metadata: { ...namespace.metadata, name: 'late-second-added' } }
    const wrong = {
      ...configMap('wrong'),
      metadata: { ...configMap('wrong').metadata, namespace: 'late-second-added' },
    }

    const { outcome, refused } = await applyTo(api, {
      ...wanted([]),
      objects: [relabelled, crd, configMap('one', 'changed'), added, { ...wrong, dta: {} }],
    })

    expect(outcome).toBe('refused')
    expect(refused.map(({ refusal }) => refusal.kind)).toEqual(['unknown-field'])
    expect(await eu.get(added)).toBeUndefined()
    expect(await versionsOf(eu, [namespace, ...before], 'late-second')).toEqual(known)

    const right = await applyTo(api, { ...wanted([]), objects: [relabelled, crd, configMap('one')] })

    expect(right).toMatchObject({ outcome: 'applied', written: 1 })
    expect(await eu.get(namespace)).toMatchObject({ metadata: { annotations: { changed: 'yes' } } })
  })

  it('and is changed together with its kind is judged by the new one', async () => {
    const { object, wanted } = smallNetwork('wider')
    const thing = (spec: object) => object('wider.test/v1', 'Thing', 'one', { spec })
    await applyTo(api, wanted([definition('wider.test'), thing({ known: 'yes' })]))

    const { outcome } = await applyTo(
      api,
      wanted([definition('wider.test', { open: true }), thing({ unknown: 'yes' })]),
    )

    expect(outcome).toBe('applied')
    expect(await eu.get(thing({}))).toMatchObject({ spec: { unknown: 'yes' } })
  })
})

/** Who owns fields below the one that is named. */
function managersOf(object: unknown, field: string): readonly string[] {
  const { metadata } = object as { metadata: { managedFields: { manager: string; fieldsV1: object }[] } } // every object has them
  return metadata.managedFields
    .filter(({ fieldsV1 }) => field in fieldsV1)
    .map(({ manager }) => manager)
    .sort()
}
