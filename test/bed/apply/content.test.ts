import { delimiter, join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import type { Api } from '../../../src/cluster/api.ts'
import { connect } from '../../../src/cluster/connection.ts'
import type { KubernetesObject } from '../../../src/cluster/objects.ts'
import { planLines } from '../../../src/report/cluster.ts'
import { type Bed, type Cluster, clusters } from '../clusters.ts'
import { components } from '../components.ts'
import { tools } from '../tools/tool.ts'
import { writeContexts } from './contexts.ts'
import { applyTo, definition, inventoryOf, type SmallNetwork, settled, smallNetwork, versionsOf } from './network.ts'
import { accountWith } from './rights.ts'
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

const rbac = 'rbac.authorization.k8s.io'

describe.concurrent('every field reaches the server', () => {
  it('which keeps those it does not know, where a definition allows that', async () => {
    const { object, wanted } = smallNetwork('open')
    const thing = object('open.test/v1', 'Thing', 'one', { spec: { never: { heard: ['of', 1] } } })

    const { outcome } = await applyTo(api, wanted([definition('open.test', { open: true }), thing]))

    expect(outcome).toBe('applied')
    expect(await eu.get(thing)).toMatchObject({ spec: { never: { heard: ['of', 1] } } })
  })

  it.each([
    ['ConfigMap', 'built-in', 'dta', { data: { key: 'value' }, dta: {} }],
    ['Deployment', 'nested', 'spec.template.spec.hostNetwrk', undefined],
  ])('which refuses those that a %s does not have, and nothing is written (%s)', async (kind, name, field, rest) => {
    const { object, configMap, workload, wanted } = smallNetwork(`strict-${name}`)
    const wrong =
      rest === undefined
        ? workload('Deployment', 'one', { template: { spec: { hostNetwrk: true } } })
        : object('v1', kind, 'one', rest)
    await applyTo(api, wanted([configMap('kept')]))
    const began = Date.now()
    const watched = watchWrites(api)

    const { outcome, plan } = await applyTo(watched, wanted([configMap('kept', 'changed'), wrong]))

    expect(outcome).toBe('refused')
    expect(plan.refused.map(({ refusal }) => [refusal.kind, refusal.fields])).toEqual([['unknown-field', [{ field }]]])
    expect(plan.refused[0]?.refusal.message).toContain(`${kind} strict-${name}/one: unknown field`)
    expect(watched.writes).toEqual([])
    // Such an answer has status 500, which is tried again when the server itself is in trouble.
    expect(Date.now() - began).toBeLessThan(10_000)
  })

  it('which refuses those that the schema of a custom resource does not have', async () => {
    const { object, wanted } = smallNetwork('closed')
    const closed = definition('closed.test')
    const thing = (spec: object) => object('closed.test/v1', 'Thing', 'one', { spec })
    await applyTo(api, wanted([closed, thing({ known: 'yes' })]))

    const { outcome, plan } = await applyTo(api, wanted([closed, thing({ known: 'yes', unknown: 'yes' })]))

    expect(outcome).toBe('refused')
    expect(plan.refused[0]?.refusal).toMatchObject({ kind: 'unknown-field', fields: [{ field: 'spec.unknown' }] })
  })
})

describe.concurrent('an account without the right', () => {
  const namespaces = { apiGroups: [''], resources: ['namespaces'], verbs: ['get', 'create', 'patch'] }
  const roles = { apiGroups: [rbac], resources: ['roles', 'rolebindings'], verbs: ['get', 'create', 'patch'] }
  const configMaps = { apiGroups: [''], resources: ['configmaps'], verbs: ['get', 'create', 'patch'] }

  it.each<[string, readonly object[], (network: SmallNetwork) => readonly KubernetesObject[], string]>([
    [
      'write',
      [namespaces, { ...configMaps, verbs: ['get'] }],
      ({ configMap }) => [configMap('one')],
      'ConfigMap without-write/one: User "system:serviceaccount:default:without-write" cannot patch resource "configmaps" in API group "" in the namespace "without-write"',
    ],
    [
      'bind',
      [namespaces, configMaps, roles],
      ({ object }) => [
        object(`${rbac}/v1`, 'Role', 'one', { rules: [configMaps] }),
        object(`${rbac}/v1`, 'RoleBinding', 'one', { roleRef: { apiGroup: rbac, kind: 'Role', name: 'one' } }),
      ],
      'RoleBinding without-bind/one: the role one does not exist yet, and this account may not bind a missing role',
    ],
  ])('to %s is told so, and nothing is written', async (name, rules, of, message) => {
    const network = smallNetwork(`without-${name}`)
    await eu.apply(network.namespace)
    const role = { apiVersion: `${rbac}/v1`, kind: 'ClusterRole', metadata: { name: `without-${name}` }, rules }
    const { server, caData = '' } = eu.client.getCurrentCluster() ?? expect.fail()
    const user = { token: await accountWith([role], eu) }
    const authority = Buffer.from(caData, 'base64').toString()
    const file = join(bed.folder, `${name}.kubeconfig`)
    await writeContexts(file, [{ name, server, authority, user }])
    vi.stubEnv('KUBECONFIG', [bed.kubeconfig, file].join(delimiter)) // read in the next line, and not again
    const limited = connect(name)
    using _closed = { [Symbol.dispose]: () => limited.close() }
    const watched = watchWrites(limited)

    const { outcome, plan } = await applyTo(watched, { ...network.wanted([]), objects: of(network) })

    expect(outcome).toBe('refused')
    expect(plan.refused.map(({ refusal }) => refusal.message)).toEqual([message])
    expect(watched.writes).toEqual([])
  })
})

describe.concurrent('a dry run changes nothing', () => {
  it('of an empty cluster', async () => {
    const { namespace, object, configMap, wanted } = smallNetwork('dry-empty')
    const crd = definition('dry.test')
    const objects = [crd, configMap('one'), object('dry.test/v1', 'Thing', 'one', { spec: { known: 'yes' } })]
    const watched = watchWrites(api)

    const { outcome, plan } = await applyTo(watched, wanted(objects), { dryRun: true })

    expect(outcome).toBe('planned')
    expect(plan.steps.map(({ object: { kind }, action, checked }) => [kind, action, checked])).toEqual([
      ['CustomResourceDefinition', 'create', true],
      ['Namespace', 'create', true],
      ['ConfigMap', 'create', false],
      ['Thing', 'create', false],
    ])
    expect(watched.writes).toEqual([])
    for (const one of [namespace, crd]) expect(await eu.get(one)).toBeUndefined()
  })

  it('of a network that would be changed, and shows field by field how', async () => {
    const { configMap, service, secret, workload, wanted } = smallNetwork('dry-changed')
    const before = [configMap('one'), configMap('gone'), service('one'), secret('one', 'hunter2hunter2')]
    const after = [
      configMap('one', 'other'),
      service('one', { ports: [{ port: 81 }] }),
      secret('one', 'correct horse'),
      workload('Deployment', 'new'),
    ]
    await applyTo(api, wanted(before))
    const versions = await settled(eu, before, 'dry-changed')
    const watched = watchWrites(api)

    const { outcome, plan } = await applyTo(watched, wanted(after), { dryRun: true, prune: true })

    expect(outcome).toBe('planned')
    expect(watched.writes).toEqual([])
    expect(await versionsOf(eu, before, 'dry-changed')).toEqual(versions)
    expect(planLines(plan, { context: 'eu', prune: true, dryRun: true }).slice(1)).toEqual([
      '~ ConfigMap dry-changed/one',
      '    data.key: value → other',
      '~ Secret dry-changed/one',
      '    data.key: (secret) → (secret, changed)',
      '~ Service dry-changed/one',
      '    spec.ports[port=80,protocol="TCP"]: {"protocol":"TCP","port":80,"targetPort":80} → (none)',
      '    spec.ports[port=81,protocol="TCP"]: (none) → {"protocol":"TCP","port":81,"targetPort":81}',
      '+ Deployment dry-changed/new',
      '- ConfigMap dry-changed/gone',
      'would create 1, change 3, prune 1; 1 of 5 objects are up to date',
    ])
  })
})

describe.concurrent('a run that finds nothing to change', () => {
  it('writes nothing, and says so', async () => {
    const { configMap, secret, service, claim, workload, job, object, wanted } = smallNetwork('steady')
    const objects = [
      definition('steady.test', { open: true }),
      ...[configMap('one'), secret('one', 'hunter2'), claim('one'), job('one')],
      ...[service('one', { type: 'LoadBalancer' }), workload('Deployment', 'one'), workload('StatefulSet', 'one')],
      object('steady.test/v1', 'Thing', 'one', { spec: { any: 'thing' } }),
    ]
    const first = await applyTo(api, wanted(objects))
    expect(first).toMatchObject({ outcome: 'applied', written: 10, problems: [] })
    const versions = await settled(eu, objects, 'steady')
    const watched = watchWrites(api)

    const { outcome, written, plan } = await applyTo(watched, wanted(objects), { prune: true })

    expect({ outcome, written }).toEqual({ outcome: 'unchanged', written: 0 })
    expect(plan.steps.filter(({ action }) => action !== 'keep')).toEqual([])
    expect(watched.writes).toEqual([])
    expect(await versionsOf(eu, objects, 'steady')).toEqual(versions)
  })

  it('but for one object writes that one and the inventory', async () => {
    const { configMap, wanted } = smallNetwork('drifted')
    const objects = [configMap('one'), configMap('two')]
    await applyTo(api, wanted(objects))
    await eu.apply({ ...configMap('one', 'drifted') }, { fieldManager: 'chancery' })
    const watched = watchWrites(api)

    const { outcome, said } = await applyTo(watched, wanted(objects))

    expect(outcome).toBe('applied')
    expect(said).toContain('changed ConfigMap drifted/one')
    const folder = 'PATCH /api/v1/namespaces/drifted/configmaps'
    expect(watched.writes).toEqual([`${folder}/chancery-drifted`, `${folder}/one`])
    expect(await inventoryOf(eu, 'drifted')).toEqual([
      'ConfigMap drifted/one',
      'ConfigMap drifted/two',
      'Namespace drifted',
    ])
  })
})
