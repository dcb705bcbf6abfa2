import { describe, expect, it } from 'vitest'
import type { KubernetesObject } from '../../src/cluster/objects.ts'
import { fluxCheck } from '../../src/commands/clusters/flux.ts'
import { entranceChecks, podSecurityCheck, serverChecks } from '../../src/commands/doctor/cluster.ts'
import { storageCheck } from '../../src/commands/doctor/storage.ts'
import type { Cluster } from '../../src/network/network.ts'
import { type Answers, apiWith, cluster, network, now, signal, subject } from './doctor-subject.ts'

describe('the API server', () => {
  const version = (gitVersion: string, date?: Date) =>
    serverChecks(subject({ '/version': { body: { gitVersion }, ...(date === undefined ? {} : { date }) } }))
  const later = (seconds: number): Date => new Date(now.getTime() + seconds * 1000)

  it.each<[string, Date | undefined, string, string]>([
    ['v1.37.2', now, 'ok', 'no difference to the API server'],
    ['v1.37.2', later(1), 'ok', 'no difference to the API server'],
    ['v1.37.2', later(45), 'warning', '44 s behind the API server'],
    ['v1.37.2', later(-3601), 'failed', '3600 s ahead of the API server'],
    ['v1.37.2', undefined, 'unknown', 'the API server does not tell its time'],
  ])('%s at %s has a clock that is %s', async (gitVersion, date, result, seen) => {
    expect((await version(gitVersion, date)).clock).toMatchObject({ result, seen })
  })

  it.each([
    ['v1.37.2-eks-abc', 'ok'],
    ['v1.27.9', 'warning'],
  ])('%s is %s', async (gitVersion, result) => {
    expect((await version(gitVersion, now))['API server'].result).toBe(result)
  })
})

describe('storage', () => {
  const storageClass = (name: string, fields: object = {}, isDefault = false): KubernetesObject => ({
    apiVersion: 'storage.k8s.io/v1',
    kind: 'StorageClass',
    metadata: {
      name,
      ...(isDefault ? { annotations: { 'storageclass.kubernetes.io/is-default-class': 'true' } } : {}),
    },
    provisioner: 'ebs.csi.aws.com',
    ...fields,
  })
  const grows = { allowVolumeExpansion: true }
  const { storageClass: _own, ...unnamed } = cluster

  it.each<[string, Partial<Cluster>, readonly KubernetesObject[], string, string]>([
    [
      'the class of the definition',
      { storageClass: 'gp3' },
      [storageClass('gp3', grows)],
      'ok',
      'gp3 (ebs.csi.aws.com)',
    ],
    [
      'one that cannot grow',
      { storageClass: 'gp3' },
      [storageClass('gp3')],
      'warning',
      'gp3 (ebs.csi.aws.com) does not allow',
    ],
    [
      'one that is not there',
      { storageClass: 'gp3' },
      [storageClass('gp2')],
      'failed',
      'there is no storage class gp3',
    ],
    ['one that is made', { storageClass: 'own', createStorageClass: true }, [], 'ok', 'own does not exist yet'],
    ['the default', {}, [storageClass('a'), storageClass('b', grows, true)], 'ok', 'b, the default of the cluster'],
    ['no default', {}, [storageClass('a', grows)], 'failed', 'the cluster has no default storage class'],
  ])('%s', async (_case, more, items, result, seen) => {
    const api = apiWith({ '/apis/storage.k8s.io/v1/storageclasses': { body: { items } } })
    const judgement = await storageCheck(api, { ...unnamed, createStorageClass: false, ...more }, signal)
    expect(judgement).toMatchObject({ result, seen: expect.stringContaining(seen) })
  })

  it('is unknown to an account that may not list classes', async () => {
    const api = apiWith({ '/apis/storage.k8s.io/v1/storageclasses': { status: 403, body: { message: 'forbidden' } } })
    expect(await storageCheck(api, cluster, signal)).toMatchObject({ result: 'unknown' })
  })
})

describe('Flux', () => {
  const group = '/apis/kustomize.toolkit.fluxcd.io'
  const served = (...versions: readonly string[]) => ({ body: { versions: versions.map((version) => ({ version })) } })
  const kustomizations = `${group}/v1/namespaces/flux-system/kustomizations`
  const kustomization = (name: string, status: string): object => ({
    metadata: { name },
    status: { conditions: [{ type: 'Ready', status, message: 'Secret not found' }] },
  })
  const controller = {
    body: { spec: { template: { spec: { containers: [{ image: 'ghcr.io/fluxcd/kustomize-controller:v1.7.3' }] } } } },
  }
  const running = { '/apis/apps/v1/namespaces/flux-system/deployments/kustomize-controller': controller }

  it.each<[string, Answers, boolean, string, string]>([
    ['is not there', {}, false, 'ok', 'not installed'],
    ['is too old', { [group]: served('v1beta2') }, true, 'failed', 'v1beta2, and not v1'],
    [
      'delivers something else',
      { [group]: served('v1'), [kustomizations]: { body: { items: [kustomization('other', 'True')] } } },
      true,
      'ok',
      'installed; it does not deliver this network yet',
    ],
    [
      'delivers the network',
      {
        ...running,
        [group]: served('v1'),
        [kustomizations]: { body: { items: [kustomization(`${network.name}-crds`, 'True')] } },
      },
      true,
      'ok',
      'installed (kustomize-controller v1.7.3); all 1 Kustomization of this network are ready',
    ],
    [
      'cannot',
      {
        [group]: served('v1'),
        [kustomizations]: { body: { items: [kustomization(`${network.name}-crds`, 'False')] } },
      },
      true,
      'warning',
      `${network.name}-crds: Secret not found`,
    ],
  ])('%s', async (_case, answers, installed, result, seen) => {
    const found = await fluxCheck(apiWith(answers), { network: network.name, context: 'eu' }, signal)
    expect(found).toMatchObject({ installed, judgement: { result, seen: expect.stringContaining(seen) } })
  })
})

describe('Pod Security', () => {
  const namespace = (level: string | undefined): KubernetesObject => ({
    apiVersion: 'v1',
    kind: 'Namespace',
    metadata: {
      name: 'trade',
      ...(level === undefined ? {} : { labels: { 'pod-security.kubernetes.io/enforce': level } }),
    },
  })
  it.each<[string, Answers, string, string]>([
    ['of a namespace that is not there', {}, 'ok', '0 of 1 namespace exist'],
    ['that is as defined', { '/api/v1/namespaces/trade': { body: namespace('restricted') } }, 'ok', '1 of 1 namespace'],
    [
      'that is another',
      { '/api/v1/namespaces/trade': { body: namespace('privileged') } },
      'warning',
      'enforces privileged in place of restricted',
    ],
    ['that nobody set', { '/api/v1/namespaces/trade': { body: namespace(undefined) } }, 'warning', 'enforces no level'],
  ])('%s', async (_case, answers, result, seen) => {
    const found = await podSecurityCheck(subject(answers, { objects: [namespace('restricted')] }))
    expect(found).toMatchObject({ result, seen: expect.stringContaining(seen) })
  })
})

describe('the load balancer', () => {
  const service = (name: string, address?: string): KubernetesObject => ({
    apiVersion: 'v1',
    kind: 'Service',
    metadata: { name, namespace: 'elsewhere' },
    spec: { type: 'LoadBalancer' },
    status: { loadBalancer: address === undefined ? {} : { ingress: [{ ip: address }] } },
  })
  const own = `/api/v1/namespaces/${cluster.ambassador.namespace}/services/${cluster.ambassador.service}`

  it.each<[string, Answers, string, string]>([
    ['has an address', { [own]: { body: service('ambassador', '203.0.113.7') } }, 'ok', 'has the address 203.0.113.7'],
    [
      'others have one',
      { '/api/v1/services': { body: { items: [service('web', '203.0.113.9')] } } },
      'ok',
      '1 of 1 other Service',
    ],
    ['nobody has one', { '/api/v1/services': { body: { items: [service('web')] } } }, 'warning', 'none of 1'],
    ['there is none', { '/api/v1/services': { body: { items: [] } } }, 'unknown', 'in the cluster show whether'],
  ])('%s', async (_case, answers, result, seen) => {
    const found = await entranceChecks(subject(answers))
    expect(found['load balancer']).toMatchObject({ result, seen: expect.stringContaining(seen) })
  })
})
