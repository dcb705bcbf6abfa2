import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { isObject, type KubernetesObject, nameOf } from '../../src/cluster/objects.ts'
import { judgesObject, type ObjectRefusal, refusalOf } from '../../src/cluster/refusal/refusal.ts'
import { isJsonObject } from '../kubernetes/json.ts'

/**
 * What kube-apiserver 1.37.2 of the test bed answered to a server-side apply, strict and as a dry run, and the part of the
 * object that matters.
 */
const folder = join(import.meta.dirname, 'refusals')
const names = readdirSync(folder).map((file) => file.replace(/\.json$/, ''))

interface Recorded {
  readonly object: KubernetesObject
  readonly answer: { readonly status: number; readonly body: unknown }
}

function recorded(name: string): Recorded {
  const { object, answer }: Record<string, unknown> = JSON.parse(readFileSync(join(folder, `${name}.json`), 'utf8'))
  if (!isObject(object) || !isJsonObject(answer)) throw new Error(`${name} is no recorded answer`)
  return { object, answer: { status: Number(answer.status), body: answer.body } }
}

/** The refusal with its fields as text (`field ← manager`), and without the object's name. */
function explained(name: string): readonly [ObjectRefusal['kind'], string, readonly string[]] {
  const { object, answer } = recorded(name)
  const { kind, message, fields } = refusalOf(object, answer)
  const start = `${nameOf(object)}: `
  expect(message.slice(0, start.length)).toBe(start)
  return [
    kind,
    message.slice(start.length),
    fields.map(({ field, manager }) => field + (manager === undefined ? '' : ` ← ${manager}`)),
  ]
}

const besu = 'spec.template.spec.containers[name="besu"]'
const port = 'metadata.annotations[prometheus.io/port]'

const cases: Readonly<
  Record<string, readonly [kind: ObjectRefusal['kind'], message: string, fields?: readonly string[]]>
> = {
  conflict: [
    'conflict',
    `others set these fields to other values: ${port} ← kubectl, ${besu}.image ← kubectl`,
    [`${port} ← kubectl`, `${besu}.image ← kubectl`],
  ],
  'conflict-scale': [
    'conflict',
    'others set this field to other values: spec.replicas ← kubectl (scale)',
    ['spec.replicas ← kubectl (scale)'],
  ],
  'conflict-secret': ['conflict', 'others set this field to other values: data.key ← kubectl', ['data.key ← kubectl']],
  'conflict-resource-version': ['conflict', 'another client changed it at the same moment'],

  'immutable-statefulset': [
    'immutable',
    'spec.volumeClaimTemplates: field is immutable',
    ['spec.volumeClaimTemplates'],
  ],
  'immutable-statefulset-selector': ['immutable', 'spec.selector: field is immutable', ['spec.selector']],
  'immutable-statefulset-service': ['immutable', 'spec.serviceName: field is immutable', ['spec.serviceName']],
  'immutable-claim-class': [
    'immutable',
    'spec: spec is immutable after creation except resources.requests and volumeAttributesClassName for bound claims (- "StorageClassName": "standard", + "StorageClassName": "gp3")',
    ['spec'],
  ],
  'immutable-claim-shrink': [
    'immutable',
    'spec.resources.requests.storage: field can not be less than status.capacity',
    ['spec.resources.requests.storage'],
  ],
  'claim-cannot-grow': [
    'immutable',
    'only dynamically provisioned pvc can be resized and the storageclass that provisions the pvc must support resize',
  ],
  'immutable-job': ['immutable', 'spec.template: field is immutable', ['spec.template']],
  'immutable-service': ['immutable', 'spec.clusterIPs[0]: may not change once set', ['spec.clusterIPs[0]']],
  'immutable-service-family': [
    'immutable',
    'spec.clusterIPs[0]: expected an IPv6 value as indicated by `ipFamilies[0]`',
    ['spec.clusterIPs[0]'],
  ],
  'immutable-deployment': ['immutable', 'spec.selector: field is immutable', ['spec.selector']],
  'immutable-role-binding': ['immutable', 'roleRef: field is immutable', ['roleRef']],
  'immutable-config-map': ['immutable', 'data: field is immutable when `immutable` is set', ['data']],
  'immutable-secret': ['immutable', 'data cannot be changed', ['data']],
  'immutable-crd': ['immutable', 'spec.scope: field is immutable', ['spec.scope']],
  'immutable-storage-class': [
    'immutable',
    'provisioner: field is immutable; parameters: field is immutable',
    ['provisioner', 'parameters'],
  ],
  'immutable-custom': [
    'immutable',
    'spec.own: failed rule: self == oldSelf; spec.fixed: fixed is immutable',
    ['spec.own', 'spec.fixed'],
  ],

  'unknown-field': ['unknown-field', 'unknown field spec.bar', ['spec.bar']],
  'unknown-field-nested': ['unknown-field', `unknown field ${besu}.imagePullPolcy`, [`${besu}.imagePullPolcy`]],
  'unknown-field-custom': ['unknown-field', 'unknown field spec.prot', ['spec.prot']],
  'unknown-field-strict': ['unknown-field', 'unknown field spec.foo', ['spec.foo']],
  'secret-unknown': ['unknown-field', 'unknown field dta', ['dta']],

  invalid: [
    'invalid',
    'spec.template.spec.containers[0].image: Required value',
    ['spec.template.spec.containers[0].image'],
  ],
  'invalid-custom': [
    'invalid',
    'spec.mode: Unsupported value: "sctp": supported values: "tcp", "udp"; spec.port: Invalid value: 1000: spec.port in body should be less than or equal to 100',
    ['spec.mode', 'spec.port'],
  ],
  'wrong-type': ['invalid', 'spec.replicas: expected numeric (int or float), got string', ['spec.replicas']],
  'duplicate-key': ['invalid', `${besu}.env: duplicate entries for key [name="A"]`, [`${besu}.env`]],
  'too-large-etcd': ['invalid', 'Too long: may not be more than 1048576 bytes'],
  'secret-annotation-number': [
    'invalid',
    'metadata.annotations.a: the value is not accepted',
    ['metadata.annotations.a'],
  ],
  'secret-base64': ['invalid', 'a value below data is not base64'],
  'secret-docker': ['invalid', 'data[.dockerconfigjson] has an invalid value', ['data[.dockerconfigjson]']],
  'secret-map': ['invalid', 'data.key: the value is not accepted', ['data.key']],
  'secret-number': ['invalid', 'stringData.key: the value is not accepted', ['stringData.key']],
  'secret-string': ['invalid', 'data: the value is not accepted', ['data']],
  'secret-tls': ['invalid', 'data[tls.key] is required', ['data[tls.key]']],

  forbidden: [
    'forbidden',
    'User "system:serviceaccount:ci:deployer" cannot patch resource "deployments" in API group "apps" in the namespace "trade-north"',
  ],
  'forbidden-cluster': [
    'forbidden',
    'User "deployer" cannot patch resource "clusterrolebindings" in API group "rbac.authorization.k8s.io" at the cluster scope',
  ],
  'forbidden-escalation': [
    'forbidden',
    'the account is attempting to grant RBAC permissions not currently held: {APIGroups:[""], Resources:["secrets"], Verbs:["get"]}',
  ],
  unauthorized: ['forbidden', 'the cluster rejects the credentials'],

  quota: [
    'denied',
    'exceeded quota: disk, requested: requests.storage=100Gi, used: requests.storage=40Gi, limited: requests.storage=25Gi',
  ],
  'limit-range': ['denied', 'maximum storage usage per PersistentVolumeClaim is 1Gi, but request is 10Gi'],
  'pod-security': [
    'denied',
    'violates PodSecurity "restricted:latest": allowPrivilegeEscalation != false (container "a" must set securityContext.allowPrivilegeEscalation=false), unrestricted capabilities (container "a" must set securityContext.capabilities.drop=["ALL"]), runAsNonRoot != true  … sNonRoot=true), seccompProfile (pod or container "a" must set securityContext.seccompProfile.type to "RuntimeDefault" or "Localhost")',
  ],
  webhook: [
    'denied',
    'admission webhook "images.example.org" denied the request: images must come from registry.example.org',
  ],
  'webhook-secret': [
    'denied',
    'admission webhook "images.example.org" denied the request; the server’s text is hidden, as it may contain the secret',
  ],
  policy: [
    'denied',
    "ValidatingAdmissionPolicy 'no-latest' with binding 'no-latest-binding' denied request: data is required",
  ],
  'webhook-gone': [
    'other',
    'Internal error occurred: failed calling webhook "gone.example.org": failed to call webhook: Post "https://127.0.0.1:1/?timeout=5s": dial tcp 127.0.0.1:1: connect: connection refused',
  ],

  'missing-namespace': ['missing', 'there is no namespace nowhere'],
  'namespace-terminating': ['missing', 'the namespace leaving is being deleted'],
  'kind-missing': ['missing', 'the cluster does not serve the kind Gadget of chancery.test/v1'],
}

describe('explains what a server answered', () => {
  it.each(Object.entries(cases))('%s', (name, [kind, message, fields = []]) => {
    expect(explained(name)).toEqual([kind, message, fields])
  })

  it('shortens the list of what is wrong, but not that of the fields', () => {
    const [kind, message, fields] = explained('invalid-many')
    expect(kind).toBe('invalid')
    expect(message).toMatch(/^metadata\.name: Invalid value: "Bad_Name": .* … .*; and 3 more$/)
    expect(fields).toHaveLength(8)
  })

  it('has a case for each answer', () => {
    expect([...Object.keys(cases), 'invalid-many'].sort()).toEqual(names.toSorted())
  })
})

describe('says what to do', () => {
  it.each([
    ['conflict', /agree with the owner \(kubectl: a person with kubectl\).*--force-conflicts/],
    ['conflict-resource-version', /^run this again$/],
    [
      'immutable-statefulset',
      /`kubectl delete statefulset v1 --namespace trade-north --cascade=orphan` leaves its pod/,
    ],
    ['immutable-statefulset-selector', /delete the pod too \(`kubectl delete pod v1-0 --namespace trade-north`\)/],
    ['immutable-claim-class', /recreating a claim loses its data/],
    ['immutable-claim-shrink', /can grow but never shrink: restore the former size/],
    ['claim-cannot-grow', /allowVolumeExpansion/],
    ['immutable-role-binding', /`kubectl delete rolebinding b --namespace trade-north` and apply again/],
    ['immutable-crd', /deletes all objects of its kind/],
    ['immutable-custom', /`kubectl delete widget w --namespace trade-north`/],
    ['unknown-field', /patch in overrides\/\); if the name is right, the cluster is too old for it/],
    ['unknown-field-custom', /the CustomResourceDefinition in the cluster is too old for it/],
    ['secret-tls', /the sealed file in material\//],
    ['forbidden', /docs\/apply\.md.*`kubectl auth can-i patch deployments\.apps --namespace trade-north`/],
    ['quota', /ResourceQuota disk/],
    ['pod-security', /"restricted": correct the patch in overrides\//],
    ['webhook-gone', /the webhook gone\.example\.org does not answer/],
    ['missing-namespace', /`kubectl create namespace nowhere`/],
    ['kind-missing', /CustomResourceDefinition/],
  ])('%s', (name, hint) => {
    const { object, answer } = recorded(name)
    expect(refusalOf(object, answer).hint).toMatch(hint)
  })
})

describe('secrets', () => {
  const secrets = names.filter((name) => recorded(name).object.kind === 'Secret')

  it('are in some of the answers', () => {
    expect(secrets.filter((name) => values(JSON.stringify(recorded(name).answer)))).not.toEqual([])
  })

  it.each(secrets)('are in no explanation: %s', (name) => {
    const { object, answer } = recorded(name)
    expect(values(JSON.stringify(refusalOf(object, answer)))).toBe(false)
  })

  it.each([400, 401, 403, 404, 409, 413, 422, 429, 500, 503])(
    'are in no explanation of any text with status %i',
    (status) => {
      const object = { ...recorded('secret-map').object, metadata: { name: 'key', namespace: 'trade-north' } }
      const texts = [
        'hunter2',
        'failed to create typed patch object (a): .data.key: expected map, got .data.hunter2: field not declared in schema',
        'strict decoding error: unknown field "hunter2"',
        'Secret "key" is invalid: hunter2 is immutable after creation, hunter2',
        'secrets "key" is forbidden: hunter2',
        'failed calling webhook "a.example.org": hunter2',
      ]
      for (const message of texts) {
        const causes = [{ reason: 'FieldValueInvalid', field: 'data[key]', message: `Invalid value: "${message}"` }]
        for (const body of [message, { message }, { message, details: { causes } }])
          expect(values(JSON.stringify(refusalOf(object, { status, body })))).toBe(false)
      }
    },
  )

  /** The values in the recorded answers: as they are and as base64. */
  function values(text: string): boolean {
    return /hunter2|aHVudGVyM|31337001|c2VjcmV0/.test(text)
  }
})

describe('what servers before 1.37 say', () => {
  const explain = (kind: string, message: string): ObjectRefusal =>
    refusalOf({ apiVersion: 'v1', kind, metadata: { name: 'v1' } }, { status: 422, body: { message } })

  it.each([
    [
      'StatefulSet',
      "spec: Forbidden: updates to statefulset spec for fields other than 'replicas', 'template' are forbidden",
    ],
    ['PersistentVolumeClaim', 'spec.resources.requests.storage: Forbidden: field can not be less than previous value'],
    ['RoleBinding', 'roleRef: Invalid value: rbac.RoleRef{}: cannot change roleRef'],
    ['StorageClass', 'parameters: Forbidden: updates to parameters are forbidden.'],
  ])('%s', (kind, message) => {
    expect(explain(kind, `${kind} "v1" is invalid: ${message}`)).toMatchObject({
      kind: 'immutable',
      message: `${kind} v1: ${message}`,
    })
  })

  it('a conflict with its time', () => {
    const cause = {
      reason: 'FieldManagerConflict',
      field: '.spec.replicas',
      message: 'conflict with "a \\"b\\"" with subresource "scale" using apps/v1 at 2026-11-23T09:00:00Z',
    }
    const object = { apiVersion: 'apps/v1', kind: 'Deployment', metadata: { name: 'web' } }
    expect(refusalOf(object, { status: 409, body: { details: { causes: [cause] } } }).fields).toEqual([
      { field: 'spec.replicas', manager: 'a \\"b\\" (scale)' },
    ])
  })
})

it.each([
  [503, 'overloaded', 'the API server answered 503: overloaded'],
  [500, { message: 'etcdserver: no leader' }, 'the API server answered 500: etcdserver: no leader'],
  [418, undefined, 'the API server answered 418'],
])('explains nothing it does not know: %i', (status, body, message) => {
  const object = { apiVersion: 'v1', kind: 'ConfigMap', metadata: { name: 'x' } }
  expect(refusalOf(object, { status, body })).toMatchObject({ kind: 'other', message: `ConfigMap x: ${message}` })
})

it('tells an answer about the object, which another try will not change, from a server in trouble', () => {
  const with500 = names.filter((name) => recorded(name).answer.status === 500)
  const passing = with500.filter((name) => {
    const { body } = recorded(name).answer
    return !judgesObject({ message: isJsonObject(body) ? String(body.message) : '' })
  })
  expect(with500).toContain('unknown-field')
  expect(passing).toEqual(['webhook-gone'])
})
