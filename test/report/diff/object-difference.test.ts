import { applyPatch, parsePatch } from 'diff'
import { describe, expect, it } from 'vitest'
import type { KubernetesObject } from '../../../src/cluster/objects.ts'
import type { ClusterPlan } from '../../../src/cluster/plan.ts'
import type { Step } from '../../../src/cluster/rehearsal.ts'
import { nothingElsewhere } from '../../../src/cluster/running-twice.ts'
import { differenceLines, objectDifferences } from '../../../src/report/diff/object-difference.ts'

const configMap = (data: object, more: object = {}): KubernetesObject => ({
  apiVersion: 'v1',
  kind: 'ConfigMap',
  metadata: { name: 'peers', namespace: 'trade', ...more },
  data,
})
const secret = (key: string): KubernetesObject => ({
  apiVersion: 'v1',
  kind: 'Secret',
  metadata: { name: 'keys', namespace: 'trade' },
  data: { same: 'c2FtZQ==', key },
})
const step = (action: Step['action'], before: KubernetesObject | undefined, after: KubernetesObject): Step => ({
  object: after,
  action,
  differences: action === 'change' ? [{ field: 'data', before: 'a', after: 'b' }] : [],
  versions: { before, after },
  checked: true,
  byFlux: false,
})
const plan = (steps: readonly Step[], orphans: ClusterPlan['orphans'] = []): ClusterPlan => ({
  serverVersion: 'v1.37.2',
  steps,
  refused: [],
  warnings: [],
  orphans,
  leftClusters: [],
  elsewhere: nothingElsewhere,
})
const found = (steps: readonly Step[]) => objectDifferences('eu', plan(steps), false)

describe('the differences of a cluster', () => {
  it('are a unified diff, without what only the server writes, in one order of fields', () => {
    const server = { uid: 'u', resourceVersion: '1', managedFields: [{ manager: 'x' }], creationTimestamp: 'now' }
    const before = { ...configMap({ b: '2', a: '1' }, server), status: { done: true } }
    const [difference] = found([step('change', before, configMap({ a: '1', b: '3' }))])
    expect(difference).toEqual({
      cluster: 'eu',
      object: 'ConfigMap trade/peers',
      action: 'change',
      diff: [
        '--- cluster/ConfigMap trade/peers',
        '+++ definition/ConfigMap trade/peers',
        '@@ -1,7 +1,7 @@',
        ' apiVersion: v1',
        ' data:',
        "   a: '1'",
        "-  b: '2'",
        "+  b: '3'",
        ' kind: ConfigMap',
        ' metadata:',
        '   name: peers',
        '',
      ].join('\n'),
    })
  })

  it('show a new object whole', () => {
    const [difference] = found([step('create', undefined, configMap({ a: '1' }))])
    expect(difference?.action).toBe('create')
    const [parsed] = parsePatch(difference?.diff ?? '')
    expect(parsed?.oldFileName).toBe('/dev/null')
    expect(applyPatch('', difference?.diff ?? '')).toBe(
      "apiVersion: v1\ndata:\n  a: '1'\nkind: ConfigMap\nmetadata:\n  name: peers\n  namespace: trade\n",
    )
  })

  it.each<[string, Step]>([
    ['changed', step('change', secret('b2xk'), secret('bmV3'))],
    ['new', step('create', undefined, secret('bmV3'))],
  ])('never show a value of a Secret that is %s', (_case, change) => {
    const [difference] = found([change])
    expect(difference?.diff).toContain('(secret')
    for (const value of ['b2xk', 'bmV3', 'c2FtZQ==', 'old', 'new']) expect(difference?.diff).not.toContain(value)
  })

  it('name objects whose owner alone changes, and those to delete where that is asked for', () => {
    const { differences: _none, ...owned } = step('change', configMap({}), configMap({}))
    const entry = { ...secret('b2xk'), uid: 'u' }
    const orphan = { entry, stays: undefined } as unknown as ClusterPlan['orphans'][number] // an orphan that may go
    const kept = { entry, stays: 'it is a volume' } as unknown as ClusterPlan['orphans'][number] // and one that a guard keeps
    const changed = plan([{ ...owned, differences: [] }, step('keep', configMap({}), configMap({}))], [orphan, kept])
    expect(objectDifferences('eu', changed, false).map(({ action }) => action)).toEqual(['own'])
    const all = objectDifferences('eu', changed, true)
    expect(all.map(({ object, action, diff }) => [object, action, diff])).toEqual([
      ['ConfigMap trade/peers', 'own', ''],
      ['Secret trade/keys', 'delete', ''],
    ])
    expect(differenceLines(all)).toEqual([
      { text: '- Secret trade/keys', tone: 'bad' },
      { text: '~ ConfigMap trade/peers: Chancery becomes the owner of its fields' },
    ])
  })

  it('are coloured as diffs are', () => {
    const lines = differenceLines(found([step('change', configMap({ a: '1' }), configMap({ a: '2' }))]))
    expect(lines.map(({ tone }) => tone)).toEqual([
      ...['heading', 'heading', 'quiet', undefined, undefined, 'bad', 'good', undefined, undefined, undefined],
    ])
  })
})
