import { describe, expect, test } from 'vitest'
import type { FileTree } from '../../../src/render/tree.ts'
import { mergeTrees } from '../../../src/render/tree.ts'
import { groupFiles, groupMember, groupsOf, splitGroup } from '../../../src/tools/roots/group.ts'
import { inputsIn } from '../../../src/tools/roots/inputs.ts'
import { inWorkshop } from '../../../src/tools/roots/workshop.ts'
import { buildRoots, rootsOf } from '../../../src/tools/roots.ts'
import { tool } from '../../bed/tools/tool.ts'
import { goldenCases, readInput, renderCase } from '../../golden/cases.ts'
import { builtAlone, claim, configMap, renaming, root, statefulSet } from './small-roots.ts'

const kustomize = await tool('kustomize')

const membersIn = (tree: FileTree) => {
  const roots = rootsOf(tree)
  const inputsOf = inputsIn(tree, roots)
  return roots.flatMap((folder) => {
    const inputs = inputsOf(folder)
    return inputs === undefined ? [] : (groupMember(folder, inputs, tree) ?? [])
  })
}

/** All roots that may be in a group, built as one. Undefined when kustomize refuses, or an object does not tell its root. */
const builtTogether = (tree: FileTree): Promise<ReadonlyMap<string, string> | undefined> =>
  inWorkshop(kustomize, async (workshop) => {
    const members = membersIn(tree)
    await workshop.write(mergeTrees(tree).entries())
    await workshop.write(groupFiles('group', members, 'token'))
    const result = await workshop.build('group')
    return 'yaml' in result ? splitGroup(result.yaml, members, 'token') : undefined
  })

describe('a root built in a group has the bytes of a root built alone:', () => {
  test.each(goldenCases)('golden case %s', { timeout: 120_000 }, async (name) => {
    const { tree } = await renderCase(name)
    const overrides = [...(await readInput(name))].filter(([path]) => path.startsWith('overrides/'))
    const whole = mergeTrees(tree, overrides)
    const alone = await builtAlone(kustomize, whole)
    const together = await builtTogether(whole)
    expect(together?.size).toBeGreaterThan(3)
    for (const [folder, yaml] of together ?? []) expect(yaml, folder).toBe(alone.built.get(folder))
    expect(await buildRoots(kustomize, whole)).toEqual(alone)
  })

  test.each<[what: string, ...roots: FileTree[]]>([
    [
      'a name that objects of another root had before they were renamed',
      root(
        'acme/v1',
        { namespace: 'acme', resources: ['all.yaml'], patches: [renaming('node', 'v1')] },
        {
          'all.yaml': [claim('node')],
        },
      ),
      root(
        'acme/jobs',
        { namespace: 'acme', resources: ['all.yaml'] },
        {
          'all.yaml': [statefulSet('job', 'node', 'config')],
        },
      ),
      root(
        'acme/node',
        { namespace: 'acme', resources: ['all.yaml'] },
        {
          'all.yaml': [statefulSet('node', 'node', 'config'), claim('node')],
        },
      ),
    ],
    [
      'a ConfigMap that has a hash in another root',
      root('acme/v1', { namespace: 'acme', configMapGenerator: [{ name: 'config', literals: ['a=1'] }] }, {}),
      root(
        'acme/v2',
        { namespace: 'acme', resources: ['all.yaml'] },
        {
          'all.yaml': [statefulSet('v2', 'v2', 'config')],
        },
      ),
      root(
        'acme/v3',
        {
          namespace: 'acme',
          resources: ['all.yaml'],
          configMapGenerator: [{ name: 'config', literals: ['a=2'] }],
        },
        { 'all.yaml': [statefulSet('v3', 'v3', 'config')] },
      ),
    ],
    [
      'the same object in the same namespace, and a Namespace',
      ...['acme', 'other'].map((organization) =>
        root(
          organization,
          { namespace: 'acme', resources: ['all.yaml'], namePrefix: 'my-' },
          {
            'all.yaml': [
              configMap('same', { from: organization }),
              { apiVersion: 'v1', kind: 'Namespace', metadata: { name: 'acme', labels: { name: 'acme' } } },
            ],
          },
        ),
      ),
    ],
    [
      'texts that look like what separates documents, or like a namespace',
      root(
        'acme/v1',
        { namespace: 'acme', resources: ['all.yaml'] },
        {
          'all.yaml': [
            configMap('one', { text: '---\nnamespace: root-0-taken\n---\n', end: 'a\n\n', wide: '\u2028---\n' }),
          ],
        },
      ),
      root(
        'acme/v2',
        { namespace: 'acme', resources: ['all.yaml'] },
        {
          'all.yaml':
            '# comment\nkind: ConfigMap\napiVersion: v1\nmetadata: {name: "two", annotations: {}, namespace: else}\ndata: {on: "yes"}\n',
        },
      ),
      root('acme/v3', { namespace: 'acme', resources: [] as string[], configMapGenerator: [{ name: 'three' }] }, {}),
    ],
    [
      'a role for an account of the same name, and one for "default"',
      ...['v1', 'v2'].map((name) =>
        root(
          `acme/${name}`,
          { namespace: 'acme', resources: ['all.yaml'], nameSuffix: `-${name}` },
          {
            'all.yaml': [
              { apiVersion: 'v1', kind: 'ServiceAccount', metadata: { name: 'account' } },
              {
                apiVersion: 'rbac.authorization.k8s.io/v1',
                kind: 'RoleBinding',
                metadata: { name: 'binding' },
                roleRef: { apiGroup: 'rbac.authorization.k8s.io', kind: 'Role', name: 'role' },
                subjects: [
                  { kind: 'ServiceAccount', name: 'account' },
                  { kind: 'ServiceAccount', name: 'default' },
                ],
              },
            ],
          },
        ),
      ),
    ],
  ])('%s', async (_, ...roots) => {
    const tree = mergeTrees(...roots)
    const alone = await builtAlone(kustomize, tree)
    expect(alone.broken).toEqual([])
    expect(await builtTogether(tree)).toEqual(alone.built)
    expect(await buildRoots(kustomize, tree)).toEqual(alone)
  })
})

describe('where a group does not help, each of its roots is built alone:', () => {
  const good = (name: string): FileTree =>
    root(`acme/${name}`, { namespace: 'acme', resources: ['all.yaml'] }, { 'all.yaml': [configMap(name)] })
  const all = ['v1', 'v2', 'v3', 'v4'].map(good)

  test.each<[what: string, broken: FileTree, message: string]>([
    [
      'a file that is not there',
      root('acme/w', { namespace: 'acme', resources: ['missing.yaml'] }, {}),
      "accumulating resources: accumulation err='accumulating resources from 'missing.yaml'",
    ],
    [
      'a patch that does not fit',
      root('acme/w', { namespace: 'acme', patches: [{ path: 'patch.yaml' }] }, { 'patch.yaml': [claim('nothing')] }),
      'no resource matches strategic merge patch',
    ],
  ])('%s', async (_, broken, message) => {
    const tree = mergeTrees(...all, broken)
    const built = await buildRoots(kustomize, tree)
    expect(built).toEqual(await builtAlone(kustomize, tree))
    expect(built.built.size).toBe(all.length)
    expect(built.broken).toMatchObject([
      { root: 'deploy/clusters/eu/acme/w', message: expect.stringContaining(message) },
    ])
  })

  test('an object outside of namespaces does not tell its root', async () => {
    const storageClass = {
      apiVersion: 'storage.k8s.io/v1',
      kind: 'StorageClass',
      metadata: { name: 'fast' },
      provisioner: 'p',
    }
    const tree = mergeTrees(
      ...all,
      root('acme/w', { namespace: 'acme', resources: ['all.yaml'] }, { 'all.yaml': [storageClass] }),
    )
    expect(await builtTogether(tree)).toBeUndefined()
    expect(await buildRoots(kustomize, tree)).toEqual(await builtAlone(kustomize, tree))
  })
})

describe('no member of a group is', () => {
  test.each<[what: string, files: FileTree, alone: string]>([
    [
      'a root without namespace',
      root('acme/w', { resources: ['all.yaml'] }, { 'all.yaml': [configMap('w')] }),
      'deploy/clusters/eu/acme/w',
    ],
    [
      'a namespace that YAML would quote',
      root('acme/w', { namespace: 'on', resources: ['all.yaml'] }, { 'all.yaml': [configMap('w')] }),
      'deploy/clusters/eu/acme/w',
    ],
    [
      'an Ambassador',
      root('ambassador', { namespace: 'acme', resources: ['all.yaml'] }, { 'all.yaml': [configMap('w')] }),
      'deploy/clusters/eu/ambassador',
    ],
    [
      'a root with overrides',
      mergeTrees(
        root('acme/w', { namespace: 'acme', components: ['../../../../../overrides/eu/acme/w'] }, {}),
        new Map([['overrides/eu/acme/w/kustomization.yaml', 'kind: Component\nopenapi: {path: schema.json}\n']]),
      ),
      'deploy/clusters/eu/acme/w',
    ],
  ])('%s', (_, files, alone) => {
    expect(rootsOf(files)).toEqual([alone])
    expect(membersIn(files)).toEqual([])
  })
})

test.each<[members: number, sizes: readonly number[]]>([
  [0, []],
  [1, [1]],
  [3, [2, 1]],
  [40, [20, 20]],
  [41, [11, 10, 10, 10]],
])('%i roots make groups of equal size for two processes', (members, sizes) => {
  expect(groupsOf(Array.from({ length: members }), 2).map(({ length }) => length)).toEqual(sizes)
})
