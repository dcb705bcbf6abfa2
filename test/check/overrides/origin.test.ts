import { expect, test } from 'vitest'
import { originIn } from '../../../src/check/overrides/origin.ts'

const file = 'overrides/eu/carrier/rpc1/kustomization.yaml'
const component = 'apiVersion: kustomize.config.k8s.io/v1alpha1\nkind: Component\n'
const service = 'apiVersion: v1\nkind: Service\nmetadata: {name: rpc1}\n'

test.each<[what: string, text: string, place: string, files?: Record<string, string>]>([
  ['an object of a file', 'resources: [a.yaml]', 'a.yaml:4:1', { 'a.yaml': `---\n# one\n---\n${service}` }],
  ['a patch in a file', 'patches: [{path: a.yaml}]', 'a.yaml:1:1', { 'a.yaml': service }],
  [
    'a target',
    'patches:\n- {target: {kind: Pod}, path: a}\n- {target: {kind: Service}, path: a}',
    'kustomization.yaml:5:3',
  ],
  ['a target by the beginning of names', 'patches:\n- {target: {name: rpc.*}, path: a}', 'kustomization.yaml:4:3'],
  ['a patch in place', `patches:\n- patch: |-\n${service.replace(/^/gm, '    ').trimEnd()}`, 'kustomization.yaml:4:3'],
  ['an old field for patches', 'patchesStrategicMerge: [a.yaml]', 'a.yaml:1:1', { 'a.yaml': service }],
  ['a field for all objects', 'commonLabels: {a: b}', 'kustomization.yaml:3:1'],
  ['what it names, before a field for all', 'labels: []\nresources: [a.yaml]', 'a.yaml:1:1', { 'a.yaml': service }],
  [
    'a component that it includes',
    'components: [more]',
    'more/kustomization.yaml:3:11',
    { 'more/kustomization.yaml': `${component}patches: [{target: {kind: Service}, path: a}]\n` },
  ],
  [
    'nothing that names it',
    'resources: [a.yaml]',
    'kustomization.yaml:1:1',
    { 'a.yaml': service.replace('rpc1', 'x') },
  ],
  ['a component that includes itself', 'components: [../rpc1]', 'kustomization.yaml:1:1'],
  ['a file that is no YAML', 'resources: [a.yaml]', 'kustomization.yaml:1:1', { 'a.yaml': '{' }],
  ['an expression that is not run', `patches: [{target: {name: (a+)+$}, path: a}]`, 'kustomization.yaml:1:1'],
])('what an override says is found: %s', (_what, text, place, files = {}) => {
  const folder = 'overrides/eu/carrier/rpc1'
  const overrides = new Map([
    [file, `${component}${text}\n`],
    ...Object.entries(files).map(([name, content]): [string, string] => [`${folder}/${name}`, content]),
  ])
  const { line, column, file: where } = originIn(overrides, file, { kind: 'Service', name: 'rpc1' })
  expect(`${where.slice(folder.length + 1)}:${line}:${column}`).toBe(place)
})

test('what is generated, and what is scaled, is found by its own entry', () => {
  const overrides = new Map([
    [file, `${component}replicas: [{name: a, count: 1}, {name: rpc1, count: 2}]\nsecretGenerator:\n- name: db\n`],
  ])
  const at = (kind: string, name: string) => {
    const { line, column } = originIn(overrides, file, { kind, name })
    return [line, column]
  }
  expect(at('StatefulSet', 'rpc1')).toEqual([3, 33])
  expect(at('Secret', 'db-2g4h')).toEqual([5, 3])
  expect(at('ConfigMap', 'db-2g4h')).toEqual([1, 1])
})
