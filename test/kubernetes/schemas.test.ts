import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { load } from 'js-yaml'
import { describe, expect, it } from 'vitest'
import { isNamespaced, validateObject } from './schemas.ts'

const metadata = { name: 'peer1', namespace: 'supplychain-manufacturer', labels: { organization: 'manufacturer' } }
const ports = [
  { name: 'grpc', containerPort: 7051 },
  { name: 'operations', containerPort: 9443, protocol: 'TCP' },
]
const container = {
  name: 'peer',
  image: 'hyperledger/fabric-peer:2.5.12',
  ports,
  resources: { requests: { cpu: '250m', memory: '512Mi' }, limits: { cpu: 1, memory: '1e9' } },
  livenessProbe: { httpGet: { path: '/healthz', port: 'operations' } },
  readinessProbe: { tcpSocket: { port: 7051 } },
}
const statefulSet = (changes: object) => ({
  apiVersion: 'apps/v1',
  kind: 'StatefulSet',
  metadata,
  spec: {
    serviceName: 'peer1',
    selector: { matchLabels: { app: 'peer1' } },
    template: {
      metadata: { labels: { app: 'peer1' } },
      spec: { containers: [{ ...container, ...changes }], volumes: [{ name: 'temporary', emptyDir: {} }] },
    },
  },
})
const mapping = (specification: object) => ({
  apiVersion: 'getambassador.io/v3alpha1',
  kind: 'TCPMapping',
  metadata,
  spec: { port: 15000, service: 'peer1:7051', ...specification },
})
const simple = (apiVersion: string, kind: string, fields: object) => ({ apiVersion, kind, metadata, ...fields })
const role = { rules: [{ apiGroups: [''], resources: ['secrets'], verbs: ['get'] }] }
const job = { template: { spec: { restartPolicy: 'Never', containers: [{ name: 'join', image: 'fabric-tools' }] } } }
const kustomization = {
  interval: '10m',
  path: './deploy',
  prune: true,
  sourceRef: { kind: 'GitRepository', name: 'n' },
}

describe('valid', () => {
  it.each([
    statefulSet({}),
    mapping({}),
    simple('v1', 'Secret', { type: 'Opaque', data: { key: 'c2VjcmV0' }, stringData: { other: 'text' } }),
    simple('v1', 'ConfigMap', { data: { 'core.yaml': 'peer: {}' } }),
    simple('v1', 'Service', { spec: { ports: [{ port: 7051, targetPort: 'grpc' }], clusterIP: 'None' } }),
    simple('v1', 'PersistentVolumeClaim', {
      spec: { accessModes: ['ReadWriteOnce'], resources: { requests: { storage: '50Gi' } } },
    }),
    simple('batch/v1', 'Job', { spec: job }),
    simple('networking.k8s.io/v1', 'NetworkPolicy', {
      spec: { podSelector: {}, ingress: [{ ports: [{ port: 7051 }] }] },
    }),
    simple('policy/v1', 'PodDisruptionBudget', { spec: { maxUnavailable: '50%', selector: {} } }),
    simple('rbac.authorization.k8s.io/v1', 'Role', role),
    simple('storage.k8s.io/v1', 'StorageClass', { provisioner: 'ebs.csi.aws.com' }),
    simple('kustomize.toolkit.fluxcd.io/v1', 'Kustomization', { spec: kustomization }),
    simple('source.toolkit.fluxcd.io/v1', 'GitRepository', { spec: { interval: '1m', url: 'https://example.com/n' } }),
    simple('getambassador.io/v3alpha1', 'Module', { spec: { config: { anything: { goes: 1 } } } }),
  ])('$apiVersion $kind', (object) => {
    expect(validateObject(object)).toEqual([])
  })

  const definitions = join(import.meta.dirname, '../../src/ambassador/base/crds')
  it.each(readdirSync(definitions).filter((file) => file !== 'kustomization.yaml'))('CRD of %s', (file) => {
    expect(validateObject(load(readFileSync(join(definitions, file), 'utf8')))).toEqual([])
  })
})

describe('invalid', () => {
  const inContainer = '.spec.template.spec.containers[0]'
  it.each([
    [statefulSet({ imagePullPolcy: 'Always' }), [`${inContainer}: unknown field "imagePullPolcy"`]],
    [statefulSet({ image: 7 }), [`${inContainer}.image: must be string`]],
    [statefulSet({ ports: [{ containerPort: '7051' }] }), [`${inContainer}.ports[0].containerPort: must be integer`]],
    [
      statefulSet({ ports: [...ports, { containerPort: 9443 }] }),
      [`${inContainer}.ports: has two items with the same key`],
    ],
    [
      statefulSet({ resources: { requests: { memory: '512 MB' } } }),
      [expect.stringContaining(`${inContainer}.resources.requests.memory: must match pattern`)],
    ],
    [{ ...statefulSet({}), metadata: { name: 'peer1', lables: {} } }, ['.metadata: unknown field "lables"']],
    [{ ...statefulSet({}), spce: {} }, ['.: unknown field "spce"']],
    [mapping({ prot: 15001 }), ['.spec: unknown field "prot"']],
    [mapping({ port: '15000' }), ['.spec.port: must be integer']],
    [mapping({ service: undefined }), ['.spec: field "service" is required']],
    [{ ...mapping({}), metadata: { labels: {} } }, ['.metadata: field "name" is required']],
    [{ ...mapping({}), metadata: { name: 'peer1', anotations: {} } }, ['.metadata: unknown field "anotations"']],
    [
      simple('v1', 'Secret', { data: { key: 'not base64' } }),
      [expect.stringContaining('.data.key: must match format')],
    ],
    [
      simple('kustomize.toolkit.fluxcd.io/v1', 'Kustomization', { spec: { ...kustomization, dependOn: [] } }),
      ['.spec: unknown field "dependOn"'],
    ],
    [simple('apps/v1', 'StatefulSt', {}), ['.: unknown kind StatefulSt in apps/v1']],
    [simple('apps/v2', 'StatefulSet', {}), ['.: unknown kind StatefulSet in apps/v2']],
    [simple('getambassador.io/v2', 'TCPMapping', {}), ['.: unknown kind TCPMapping in getambassador.io/v2']],
    [simple('apps/v1', 'StatefulSetList', {}), ['.: unknown kind StatefulSetList in apps/v1']],
    [{ kind: 'Secret' }, ['.apiVersion: must be string']],
    ['text', ['.: must be object']],
  ])('case %#: $1', (object, expected) => {
    expect(validateObject(object)).toEqual(expected)
  })
})

describe('scope', () => {
  it.each([
    ['v1', 'Namespace', false],
    ['v1', 'Service', true],
    ['rbac.authorization.k8s.io/v1', 'ClusterRole', false],
    ['rbac.authorization.k8s.io/v1', 'Role', true],
    ['apiextensions.k8s.io/v1', 'CustomResourceDefinition', false],
    ['getambassador.io/v3alpha1', 'Host', true],
    ['kustomize.toolkit.fluxcd.io/v1', 'Kustomization', true],
  ])('%s %s: namespaced is %s', (apiVersion, kind, namespaced) => {
    expect(isNamespaced(apiVersion, kind)).toBe(namespaced)
  })
  it('of an unknown kind is an error', () => {
    expect(() => isNamespaced('v1', 'Pood')).toThrow('unknown kind Pood in v1')
  })
})
