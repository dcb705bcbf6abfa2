import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import type { Api } from '../../../src/cluster/api.ts'
import { connect } from '../../../src/cluster/connection.ts'
import { type KubernetesObject, nameOf } from '../../../src/cluster/objects.ts'
import { planCluster } from '../../../src/cluster/plan.ts'
import { resourcesOf } from '../../../src/cluster/resources.ts'
import { inOrder } from '../../../src/cluster/stages.ts'
import { goldenCases } from '../../golden/cases.ts'
import { type Bed, clusters } from '../clusters.ts'
import { components } from '../components.ts'
import { define, definitionsOfCertManager, definitionsOfFlux } from '../definitions.ts'
import { definitions } from '../fixtures.ts'
import { goldenObjects } from '../golden-objects.ts'
import { tools } from '../tools/tool.ts'
import { smallNetwork } from './network.ts'

await tools(...components, 'controller-gen')

let bed: Bed
let api: Api
beforeAll(async () => {
  bed = await clusters(['eu'])
  vi.stubEnv('KUBECONFIG', bed.kubeconfig)
  api = connect('eu')
  await define(eu(), [...definitions(), ...(await definitionsOfFlux()), ...(await definitionsOfCertManager())])
  for (const name of ['flux-system', 'emissary'])
    await apply({ apiVersion: 'v1', kind: 'Namespace', metadata: { name } })
}, 600_000)
afterAll(async () => {
  api?.close()
  await bed?.[Symbol.asyncDispose]()
}, 60_000)

const eu = () => bed.cluster('eu')
const apply = (object: KubernetesObject): Promise<unknown> => eu().apply(object as Given, { fieldManager: 'chancery' })
type Given = Parameters<ReturnType<typeof eu>['apply']>[0] // the same, as the test bed types it

/** What comparing finds: each object that is not as it should be, and its fields. */
async function found(objects: readonly KubernetesObject[], readOnly: boolean): Promise<readonly string[]> {
  const desired = { network: 'none', cluster: 'eu', namespace: 'default', objects, places: [], consensusRoles: [] }
  const options = { force: true, readOnly, named: new Set<string>(), signal: new AbortController().signal }
  const { plan } = await planCluster(api, resourcesOf(api), { ...desired, addressless: false }, options)
  return [
    ...plan.refused.map(({ refusal }) => refusal.message),
    ...plan.steps.flatMap(({ object, action, differences }) =>
      action === 'keep' ? [] : [`${action} ${nameOf(object)}: ${differences.map(({ field }) => field).join(', ')}`],
    ),
  ]
}

describe('what was applied, compared by reading', { timeout: 400_000 }, () => {
  it.each(goldenCases)('differs in nothing: %s', async (name) => {
    const { clusters: parts } = await goldenObjects(name)
    for (const objects of parts.values()) {
      // Clusters of a network take turns: what cannot be changed goes before.
      for (const object of objects) if (object.kind === 'Service') await eu().delete(object)
      const typed = objects as readonly KubernetesObject[] // as the sources type them
      for (const object of inOrder(typed)) await apply(object)
      expect(await found(typed, true)).toEqual([])
    }
  })
})

const { namespace, object, configMap, secret, workload } = smallNetwork('drifted')
const peer = { namespaceSelector: { matchLabels: { network: 'drifted' } } }
const policy = object('networking.k8s.io/v1', 'NetworkPolicy', 'peers', {
  spec: { podSelector: {}, policyTypes: ['Ingress'], ingress: [{ from: [peer], ports: [{ port: 30303 }] }] },
})
const rules = [{ apiGroups: [''], resources: ['configmaps'], verbs: ['get'] }]
const role = object('rbac.authorization.k8s.io/v1', 'Role', 'reader', { rules })
const binding = object('rbac.authorization.k8s.io/v1', 'RoleBinding', 'reader', {
  roleRef: { apiGroup: 'rbac.authorization.k8s.io', kind: 'Role', name: 'reader' },
  subjects: [{ kind: 'ServiceAccount', name: 'reader', namespace: 'drifted' }],
})
const container = {
  name: 'main',
  image: 'example.test/image:1',
  args: ['--one'],
  env: [{ name: 'ONE', value: '1' }],
  ports: [{ containerPort: 80 }],
  resources: { requests: { cpu: '1000m', memory: '1024Mi' } },
  securityContext: { allowPrivilegeEscalation: false, privileged: false, capabilities: { drop: ['ALL'] } },
}
const node = workload('StatefulSet', 'node', {
  template: {
    metadata: { labels: { app: 'node' } },
    spec: { automountServiceAccountToken: false, hostNetwork: false, containers: [container] },
  },
})

describe('what somebody changed', { timeout: 100_000 }, () => {
  const all = [namespace, configMap('plain'), secret('keys', 'secret'), policy, role, binding, node]
  beforeAll(async () => {
    for (const one of all) await apply(one)
    expect(await found(all, true)).toEqual([])
  }, 60_000)

  const main = 'spec.template.spec.containers[name="main"]'
  const merging = (fields: object) => ({ type: 'application/merge-patch+json', body: fields })
  const patching = (...operations: readonly object[]) => ({ type: 'application/json-patch+json', body: operations })

  it.each<[string, target: KubernetesObject, change: ReturnType<typeof merging>, fields: string]>([
    ['a value', configMap('plain'), merging({ data: { key: 'other' } }), 'data.key'],
    ['a value that is gone', configMap('plain'), merging({ data: { key: null } }), 'data'],
    [
      'a label',
      configMap('plain'),
      merging({ metadata: { labels: { 'app.kubernetes.io/part-of': 'x' } } }),
      'metadata.labels[app.kubernetes.io/part-of]',
    ],
    ['a secret value', secret('keys', 'secret'), merging({ data: { key: 'b3RoZXI=' } }), 'data.key'],
    ['a rule that lets all in', policy, patching({ op: 'add', path: '/spec/ingress/-', value: {} }), 'spec.ingress[1]'],
    [
      'a peer that is wider',
      policy,
      patching({ op: 'add', path: '/spec/ingress/0/from/-', value: { namespaceSelector: {} } }),
      'spec.ingress[0].from[1]',
    ],
    [
      'a peer that lost its labels',
      policy,
      patching({ op: 'remove', path: '/spec/ingress/0/from/0/namespaceSelector/matchLabels' }),
      'spec.ingress[0].from[0].namespaceSelector.matchLabels',
    ],
    [
      'a rule without its ports',
      policy,
      patching({ op: 'remove', path: '/spec/ingress/0/ports' }),
      'spec.ingress[0].ports',
    ],
    [
      'a policy for fewer pods',
      policy,
      merging({ spec: { podSelector: { matchLabels: { app: 'none' } } } }),
      'spec.podSelector.matchLabels',
    ],
    ['a right', role, patching({ op: 'replace', path: '/rules/0/verbs', value: ['*'] }), 'rules[0].verbs'],
    ['a right more', role, patching({ op: 'add', path: '/rules/-', value: rules[0] }), 'rules[1]'],
    [
      'a subject',
      binding,
      patching({
        op: 'add',
        path: '/subjects/-',
        value: { kind: 'Group', apiGroup: 'rbac.authorization.k8s.io', name: 'system:authenticated' },
      }),
      'subjects[name="system:authenticated"]',
    ],
    [
      'an image',
      node,
      patching({ op: 'replace', path: '/spec/template/spec/containers/0/image', value: 'example.test/other:1' }),
      `${main}.image`,
    ],
    [
      'an argument',
      node,
      patching({ op: 'add', path: '/spec/template/spec/containers/0/args/-', value: '--two' }),
      `${main}.args`,
    ],
    [
      'an environment variable',
      node,
      patching({ op: 'replace', path: '/spec/template/spec/containers/0/env/0/value', value: '2' }),
      `${main}.env[name="ONE"].value`,
    ],
    [
      'a request',
      node,
      patching({ op: 'replace', path: '/spec/template/spec/containers/0/resources/requests/memory', value: '1Mi' }),
      `${main}.resources.requests.memory`,
    ],
    [
      'a token that is mounted',
      node,
      patching({ op: 'remove', path: '/spec/template/spec/automountServiceAccountToken' }),
      'spec.template.spec.automountServiceAccountToken',
    ],
    [
      'an escalation',
      node,
      patching({ op: 'remove', path: '/spec/template/spec/containers/0/securityContext/allowPrivilegeEscalation' }),
      `${main}.securityContext.allowPrivilegeEscalation`,
    ],
    [
      'a capability',
      node,
      patching({ op: 'remove', path: '/spec/template/spec/containers/0/securityContext/capabilities' }),
      `${main}.securityContext.capabilities`,
    ],
  ])('is found by reading as by a dry run: %s', async (_name, target, { type, body }, fields) => {
    const path = await eu().path(target as Given)
    const answer = await eu().request('PATCH', `${path}?fieldManager=person`, body, { 'Content-Type': type })
    expect(answer).toMatchObject({ status: 200 })
    const expected = [`change ${nameOf(target)}: ${fields}`]

    expect(await found(all, true)).toEqual(expected)
    expect(await found(all, false)).toEqual(expected)

    await apply(target)
    expect(await found(all, true)).toEqual([])
  })

  it('is not what somebody added beside it', async () => {
    const path = await eu().path(node as Given)
    const more = { name: 'TWO', value: '2' }
    const { body } = patching(
      { op: 'add', path: '/spec/template/spec/containers/0/env/-', value: more },
      { op: 'add', path: '/metadata/labels/theirs', value: 'x' },
    )
    const headers = { 'Content-Type': 'application/json-patch+json' }
    expect(await eu().request('PATCH', `${path}?fieldManager=person`, body, headers)).toMatchObject({ status: 200 })
    expect(await found(all, true)).toEqual([])
    expect(await found(all, false)).toEqual([])
  })
})

describe('what was applied before and is desired no more', { timeout: 100_000 }, () => {
  const before = smallNetwork('before')
  const of = (containers: object) =>
    before.workload('Deployment', 'one', { template: { metadata: { labels: { app: 'one' } }, spec: containers } })
  const plain = { name: 'main', image: 'example.test/image:1' }
  const env = [{ name: 'OLD', value: '1' }]

  it.each<[string, old: KubernetesObject, now: KubernetesObject, fields: string]>([
    [
      'a value',
      before.object('v1', 'ConfigMap', 'values', { data: { kept: '1', old: '1' } }),
      before.object('v1', 'ConfigMap', 'values', { data: { kept: '1' } }),
      'data.old',
    ],
    [
      'all variables',
      of({ containers: [{ ...plain, env }] }),
      of({ containers: [plain] }),
      'spec.template.spec.containers[name="main"].env',
    ],
    [
      'a container',
      of({ containers: [plain, { ...plain, name: 'side' }] }),
      of({ containers: [plain] }),
      'spec.template.spec.containers[name="side"]',
    ],
    [
      'a label',
      before.object('v1', 'ConfigMap', 'labels', {}, { labels: { a: '1', b: '1' } }),
      before.object('v1', 'ConfigMap', 'labels', {}, { labels: { a: '1' } }),
      'metadata.labels.b',
    ],
  ])('is found by reading as by a dry run: %s', async (_name, old, now, fields) => {
    await apply(before.namespace)
    await apply(old)

    const expected = [`change ${nameOf(now)}: ${fields}`]
    const byReading = await found([now], true)
    expect([byReading, await found([now], false)]).toEqual([expected, expected])
  })

  it.each<[string, KubernetesObject]>([
    ['a quantity', before.claim('data', '1024Mi')],
    ['a text of a Secret', before.object('v1', 'Secret', 'text', { stringData: { key: 'text' } })],
  ])('differs in nothing when the server writes it in another form: %s', async (_name, desired) => {
    await apply(before.namespace)
    await apply(desired)
    expect(await found([desired], true)).toEqual([])
  })

  it('names what is missing, with its kind and its namespace', async () => {
    const lonely = smallNetwork('lonely')
    const thing = { ...lonely.configMap('thing'), apiVersion: 'nowhere.example.test/v1', kind: 'Thing' }
    expect(await found([lonely.namespace, lonely.configMap('one'), thing], true)).toEqual([
      'Thing lonely/thing: the cluster does not serve the kind Thing of nowhere.example.test/v1',
      'create Namespace lonely: ',
      'create ConfigMap lonely/one: ',
    ])
  })
})
