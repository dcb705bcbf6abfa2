import { describe, expect, test } from 'vitest'
import { type FileTree, mergeTrees } from '../../../src/render/tree.ts'
import { digestOf, inputsIn } from '../../../src/tools/roots/inputs.ts'
import { rootsOf } from '../../../src/tools/roots.ts'
import { renderCase } from '../../golden/cases.ts'
import { configMap, root } from './small-roots.ts'

const folder = 'deploy/clusters/eu/acme/v1'
const override = 'overrides/eu/acme/v1'

const base: FileTree = new Map([
  ['deploy/base/node/kustomization.yaml', 'resources:\n- node.yaml\n'],
  ['deploy/base/node/node.yaml', 'kind: ConfigMap\n'],
  ['deploy/base/other/kustomization.yaml', 'resources: []\n'],
])

const own = (...more: readonly string[]): FileTree =>
  root('acme/v1', { resources: ['../../../../base/node', 'keys.yaml'], components: more }, { 'keys.yaml': [] })

const overridden = (text: string): FileTree =>
  mergeTrees(
    base,
    own(`../../../../../${override}`),
    new Map([
      [`${override}/kustomization.yaml`, text],
      [`${override}/patches/patch.yaml`, ''],
    ]),
  )

const inputs = (tree: FileTree, of = folder) => inputsIn(tree, rootsOf(tree))(of)

describe('a root reads', () => {
  test('its own files, and those of the bases that it names', () => {
    expect(inputs(mergeTrees(base, own()))).toEqual({
      files: [
        'deploy/base/node/kustomization.yaml',
        'deploy/base/node/node.yaml',
        `${folder}/keys.yaml`,
        `${folder}/kustomization.yaml`,
      ],
      folders: [folder, 'deploy/base/node'],
    })
  })

  test('what is in folders below its own, but not the roots there', () => {
    const organization = root('acme', { resources: ['part'] }, { 'part/kustomization.yaml': 'resources: []' })
    expect(inputs(mergeTrees(base, own(), organization), 'deploy/clusters/eu/acme')?.files).toEqual([
      'deploy/clusters/eu/acme/kustomization.yaml',
      'deploy/clusters/eu/acme/part/kustomization.yaml',
    ])
  })

  test('everything in the folder of its overrides', () => {
    expect(inputs(overridden('kind: Component'))?.files).toContain(`${override}/patches/patch.yaml`)
  })
})

test.each<[what: string, text: string]>([
  ['a folder that is not there', 'resources: [../../../shared]'],
  ['that in capitals', 'Resources: [../../../shared]'],
  ['nothing that can be read', 'resources: ['],
  ['another repository', 'resources: ["github.com/acme/manifests//base?ref=v1"]'],
  ['an address', 'patches: [{path: "https://example.com/patch.yaml"}]'],
  ['a generator written in place', 'generators: ["{kind: ConfigMapGenerator}"]'],
])('what a root reads is not known when its override names %s', (_, text) => {
  expect(inputs(overridden(text))).toBeUndefined()
})

describe('the digest of a root', () => {
  const digest = (tree: FileTree, of = folder, version = 'v5.8.1') => {
    const read = inputs(tree, of)
    return read === undefined ? undefined : digestOf(of, read, tree, version)
  }
  const tree = overridden('kind: Component')

  test.each<[what: string, path: string]>([
    ['its kustomization', `${folder}/kustomization.yaml`],
    ['one of its files', `${folder}/keys.yaml`],
    ['a base', 'deploy/base/node/node.yaml'],
    ['its override', `${override}/kustomization.yaml`],
    ['a file of its override', `${override}/patches/patch.yaml`],
  ])('changes with %s', (_, path) => {
    expect(digest(new Map([...tree, [path, `${tree.get(path)}# changed\n`]]))).not.toBe(digest(tree))
  })

  test('changes with the version of kustomize', () => {
    expect(digest(tree, folder, 'v5.8.2')).not.toBe(digest(tree))
  })

  test('stays when a base changes that it does not name, or another root', () => {
    const other = root('acme/v2', { resources: ['all.yaml'] }, { 'all.yaml': [configMap('v2')] })
    const changed = new Map([
      ...tree,
      ...other,
      ['deploy/base/other/kustomization.yaml', 'resources: [a.yaml]'],
    ] as const)
    expect(digest(changed)).toBe(digest(tree))
  })
})

test('of everything that is rendered, it is known what is read', async () => {
  const { tree } = await renderCase('fabric')
  const inputsOf = inputsIn(tree, rootsOf(tree))
  for (const one of rootsOf(tree)) expect(inputsOf(one), one).toBeDefined()
})
