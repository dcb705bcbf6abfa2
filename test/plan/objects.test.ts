import { expect, test } from 'vitest'
import type { KubernetesObject } from '../../src/cluster/objects.ts'
import { rootChange } from '../../src/plan/objects.ts'

const object = (kind: string, name: string, annotations: Record<string, string> = {}): KubernetesObject => ({
  apiVersion: 'v1',
  kind,
  metadata: { namespace: 'trade-carrier', name, annotations },
})

test('tells what is deleted from what stays in the cluster when no file has it any more', () => {
  const prune = 'kustomize.toolkit.fluxcd.io/prune'
  const before = [
    object('PersistentVolumeClaim', 'data-rpc1', { [prune]: 'disabled' }),
    object('Service', 'rpc1', { [prune]: 'enabled' }),
    object('ConfigMap', 'rpc1'),
  ]
  const { changes } = rootChange({ cluster: 'eu', part: 'carrier/rpc1', before, after: [] })
  expect(changes.map(({ action, object: { kind } }) => `${action} ${kind}`)).toEqual([
    'delete ConfigMap',
    'stay PersistentVolumeClaim',
    'delete Service',
  ])
})

test.each([
  [0, 0, false],
  [0, 1, false],
  [1, 0, false],
  [1, 1, true],
])('with %i pods before and %i after, a changed template restarts pods: %s', (was, is, restarts) => {
  const workload = (replicas: number, image: string): KubernetesObject => ({
    ...object('StatefulSet', 'v1'),
    apiVersion: 'apps/v1',
    spec: { replicas, template: { spec: { containers: [{ name: 'besu', image }] } } },
  })
  const [before, after] = [[workload(was, 'besu:1')], [workload(is, 'besu:2')]]
  const { changes } = rootChange({ cluster: 'eu', part: 'carrier/v1', before, after })
  expect(changes.map((change) => change.restarts)).toEqual([restarts])
})
