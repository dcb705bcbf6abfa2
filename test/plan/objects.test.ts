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
