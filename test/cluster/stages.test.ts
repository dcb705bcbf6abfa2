import { describe, expect, it } from 'vitest'
import type { Identity } from '../../src/cluster/objects.ts'
import { inOrder, inStages, isCustom, isFoundation, stageOf } from '../../src/cluster/stages.ts'
import { read } from '../docs/pages.ts'

const identity = (kind: string, name = 'one', namespace?: string, apiVersion = 'v1'): Identity => ({
  apiVersion,
  kind,
  metadata: namespace === undefined ? { name } : { name, namespace },
})

describe('the order', () => {
  it('is the one of docs/apply.md', async () => {
    const rows = [...(await read('docs/apply.md')).matchAll(/^\| (\d) \| ([^|]+) \|/gm)]
    expect(rows.map(([, stage]) => stage)).toEqual(['1', '2', '3', '4', '5', '6', '7'])
    for (const [, stage, kinds = ''] of rows) {
      const named = kinds
        .split(', ')
        .filter((kind) => /^[A-Z][A-Za-z]+$/.test(kind.trim()) && !kind.startsWith('Emissary'))
      for (const kind of named) expect([kind, stageOf(identity(kind.trim())) + 1]).toEqual([kind, Number(stage)])
    }
  })

  it.each([
    ['a workload', 'StatefulSet', 'apps/v1'],
    ['a custom resource', 'TCPMapping', 'getambassador.io/v3alpha1'],
    ['a kind of which nobody has heard', 'Prototype', 'example.com/v1'],
  ])('has %s after Services and before Jobs', (_name, kind, apiVersion) => {
    const found = stageOf(identity(kind, 'one', 'default', apiVersion))
    expect(found).toBeGreaterThan(stageOf(identity('Service')))
    expect(found).toBeLessThan(stageOf(identity('Job')))
  })

  it('is the same for the same objects, however they stand', () => {
    const all = [
      identity('Job', 'init', 'b'),
      identity('StatefulSet', 'v2', 'a'),
      identity('StatefulSet', 'v1', 'b'),
      identity('Service', 'v1', 'a'),
      identity('Namespace', 'a'),
      identity('CustomResourceDefinition', 'things.example.com'),
    ]
    const names = (list: readonly Identity[]) => list.map(({ kind, metadata }) => `${kind} ${metadata.name}`)
    const expected = [
      'CustomResourceDefinition things.example.com',
      'Namespace a',
      'Service v1',
      'StatefulSet v2',
      'StatefulSet v1',
      'Job init',
    ]
    expect(names(inOrder(all))).toEqual(expected)
    expect(names(inOrder(all.toReversed()))).toEqual(expected)
    expect(inStages(all).map(names)).toEqual([
      expected.slice(0, 2),
      ['Service v1'],
      ['StatefulSet v2', 'StatefulSet v1'],
      ['Job init'],
    ])
  })
})

it.each([
  ['Namespace', true],
  ['CustomResourceDefinition', true],
  ['ResourceQuota', false],
  ['ConfigMap', false],
])('%s is needed to judge the rest: %s', (kind, expected) => expect(isFoundation({ kind })).toBe(expected))

it.each([
  ['v1', false],
  ['apps/v1', false],
  ['rbac.authorization.k8s.io/v1', false],
  ['getambassador.io/v3alpha1', true],
  ['monitoring.coreos.com/v1', true],
])('%s is of somebody else than Kubernetes: %s', (apiVersion, expected) =>
  expect(isCustom({ apiVersion })).toBe(expected),
)
