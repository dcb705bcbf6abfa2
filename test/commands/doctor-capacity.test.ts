import { describe, expect, it, test } from 'vitest'
import type { Answer, Api } from '../../src/cluster/api.ts'
import type { KubernetesObject } from '../../src/cluster/objects.ts'
import { capacityCheck, judged } from '../../src/commands/doctor/capacity.ts'
import { requestsOf } from '../../src/commands/doctor/requests.ts'

const mebi = 2 ** 20

interface MachineFields {
  readonly cpu?: string
  readonly memory?: string
  readonly pods?: string
  readonly spec?: object
  readonly labels?: Readonly<Record<string, string>>
  readonly ready?: string
}

const machine = (name: string, fields: MachineFields = {}): KubernetesObject => {
  const { cpu = '2', memory = '4Gi', pods = '110', spec = {}, labels = {}, ready = 'True' } = fields
  return {
    apiVersion: 'v1',
    kind: 'Node',
    metadata: { name, labels },
    spec,
    status: { allocatable: { cpu, memory, pods }, conditions: [{ type: 'Ready', status: ready }] },
  }
}

const podSpec = (cpu: string, memory: string, more: object = {}): object => ({
  containers: [{ name: 'node', resources: { requests: { cpu, memory } } }],
  ...more,
})

const workload = (kind: string, name: string, spec: object, template: object): KubernetesObject => ({
  apiVersion: 'apps/v1',
  kind,
  metadata: { name, namespace: 'trade-carrier' },
  spec: { ...spec, template: { spec: template } },
})

const running = (namespace: string, nodeName: string, cpu: string, phase = 'Running'): KubernetesObject => ({
  apiVersion: 'v1',
  kind: 'Pod',
  metadata: { name: 'other', namespace },
  spec: { nodeName, ...podSpec(cpu, '1Gi') },
  status: { phase },
})

const set = (name: string, cpu: string, memory: string, more: object = {}): KubernetesObject =>
  workload('StatefulSet', name, {}, podSpec(cpu, memory, more))

describe('the requests of a pod', () => {
  const container = (memory: string, more: object = {}): object => ({ resources: { requests: { memory } }, ...more })
  test.each<[string, object, number]>([
    ['are those of all containers', { containers: [container('64Mi'), container('32Mi')] }, 96],
    [
      'are those of the largest init container',
      { containers: [container('64Mi')], initContainers: [container('128Mi')] },
      128,
    ],
    [
      'have containers that restart always on top',
      {
        containers: [container('64Mi')],
        initContainers: [container('32Mi', { restartPolicy: 'Always' }), container('48Mi')],
      },
      96,
    ],
    ['are its limits where it has none', { containers: [{ resources: { limits: { memory: '256Mi' } } }] }, 256],
    ['are nothing where it has neither', { containers: [{}] }, 0],
  ])('%s', (_case, spec, memory) => {
    expect(requestsOf(spec)).toEqual({ cpu: 0, memory: memory * mebi, pods: 1 })
  })
})

/** As placements with spread: required are rendered. */
const apart = {
  affinity: {
    podAntiAffinity: {
      requiredDuringSchedulingIgnoredDuringExecution: [
        { topologyKey: 'kubernetes.io/hostname', labelSelector: {}, namespaceSelector: {} },
      ],
    },
  },
}

describe('machines', () => {
  const two = [machine('a'), machine('b')]

  it.each<[string, readonly KubernetesObject[], readonly KubernetesObject[], readonly KubernetesObject[], object]>([
    [
      'have room',
      [set('v1', '500m', '1Gi'), workload('Deployment', 'ambassador', { replicas: 2 }, podSpec('50m', '192Mi'))],
      two,
      [running('kube-system', 'a', '100m')],
      { result: 'ok', seen: '3 pods request 0.6 CPU and 1.38Gi; 2 machines have 3.9 CPU and 7Gi free' },
    ],
    [
      'have no room besides pods of others',
      [set('v1', '1500m', '1Gi'), set('v2', '1', '1Gi')],
      two,
      [running('other', 'a', '800m'), running('other', 'b', '1'), running('other', 'b', '2', 'Succeeded')],
      {
        result: 'warning',
        seen: '2 pods request 2.5 CPU and 2Gi; 2 machines have 2.2 CPU and 6Gi free: trade-carrier/v1, which requests 1.5 CPU and 1Gi, stays pending',
      },
    ],
    [
      'have room in sum, and none for the last pod',
      [set('v1', '1', '3Gi'), set('v2', '1', '3Gi'), set('v3', '1', '2Gi')],
      two,
      [],
      {
        result: 'warning',
        seen: expect.stringContaining('trade-carrier/v3, which requests 1 CPU and 2Gi, stays pending'),
      },
    ],
    [
      'run pods of the network already, which do not count twice',
      [set('v1', '1500m', '1Gi')],
      [machine('a')],
      [running('trade-carrier', 'a', '1500m')],
      { result: 'ok' },
    ],
    [
      'are all too small for one pod',
      [set('v1', '500m', '6Gi')],
      two,
      [],
      {
        result: 'failed',
        seen: 'trade-carrier/v1 requests 0.5 CPU and 6Gi and fits on no machine: the largest of 2 machines has 2 CPU and 4Gi',
        hint: 'add a larger machine, or choose a smaller size or smaller resources (docs/sizes.md)',
      },
    ],
    [
      'run a pod of a DaemonSet each',
      [workload('DaemonSet', 'ambassador', {}, podSpec('1', '1Gi')), set('v1', '1500m', '1Gi')],
      two,
      [],
      { result: 'warning', seen: expect.stringMatching(/^3 pods request 3\.5 CPU .* trade-carrier\/v1,/) },
    ],
    [
      'without the label of a selector do not count',
      [set('v1', '1', '1Gi', { nodeSelector: { edge: 'true' } })],
      [machine('a'), machine('b', { labels: { edge: 'false' } })],
      [],
      { result: 'failed' },
    ],
    [
      'that are closed, tainted or not ready do not count',
      [set('v1', '1', '1Gi')],
      [
        machine('a', { spec: { unschedulable: true } }),
        machine('b', { spec: { taints: [{ key: 'control-plane', effect: 'NoSchedule' }] } }),
        machine('c', { ready: 'False' }),
      ],
      [],
      { result: 'failed', seen: expect.stringContaining('no machine is ready for pods') },
    ],
    [
      'with a taint count for pods that tolerate it',
      [
        set('v1', '1', '1Gi', {
          tolerations: [{ key: 'pool', operator: 'Equal', value: 'ledger', effect: 'NoSchedule' }],
        }),
      ],
      [machine('a', { spec: { taints: [{ key: 'pool', value: 'ledger', effect: 'NoSchedule' }] } })],
      [],
      { result: 'ok', seen: expect.stringContaining('1 machine has 2 CPU') },
    ],
    [
      'with a taint do not count for pods that tolerate another one',
      [
        set('v1', '1', '1Gi', {
          tolerations: [
            { key: 'pool', value: 'other' },
            { key: 'gpu', operator: 'Exists' },
          ],
        }),
      ],
      [machine('a', { spec: { taints: [{ key: 'pool', value: 'ledger', effect: 'NoExecute' }] } })],
      [],
      { result: 'failed' },
    ],
    [
      'are fewer than pods that share none',
      [set('v1', '100m', '1Gi', apart), set('v2', '100m', '1Gi', apart), set('v3', '100m', '512Mi', apart)],
      two,
      [],
      { result: 'warning', seen: expect.stringContaining('trade-carrier/v3, which requests 0.1 CPU and 0.5Gi, stays') },
    ],
    [
      'run a limited number of pods',
      [set('v1', '1', '1Gi'), set('v2', '0', '0')],
      [machine('a', { pods: '1' })],
      [],
      { result: 'warning' },
    ],
  ])('%s', (_case, objects, nodes, pods, judgement) => {
    expect(judged(objects, nodes, pods)).toMatchObject(judgement)
  })
})

it('is unknown to an account that may not list machines or pods', async () => {
  const unused = (): never => expect.fail('nothing else is asked')
  const apiWithout = (refused: string): Api => {
    const request: Api['request'] = async (_method, path): Promise<Answer> =>
      path.startsWith(refused)
        ? { status: 403, body: { message: 'forbidden' }, warnings: [] }
        : { status: 200, body: { items: [] }, warnings: [] }
    return { request, stream: unused, lines: unused, ask: unused, close: () => {} }
  }
  const { signal } = new AbortController()
  const check = (refused: string) => capacityCheck(apiWithout(refused), [], signal)
  expect(await check('/api/v1/nodes')).toMatchObject({
    result: 'unknown',
    seen: 'machines cannot be listed: forbidden',
  })
  expect(await check('/api/v1/pods')).toMatchObject({ result: 'unknown', seen: 'pods cannot be listed: forbidden' })
})
