import { beforeAll, describe, expect, test } from 'vitest'
import { readBases } from '../../src/bases.ts'
import { readObjects } from '../../src/cluster/objects.ts'
import { podsOf } from '../../src/plan/risks/pods.ts'
import { compile } from '../../src/render/compile.ts'
import { buildRoots } from '../../src/tools/roots.ts'
import { tool } from '../bed/tools/tool.ts'
import { edited, type Loaded, madeFor, revisionOf, running } from './revisions.ts'

const made = madeFor(running)
const bases = await readBases()
const kustomize = await tool('kustomize')
const revision = (text: string): Loaded => revisionOf(text, made)

/** Pod templates of all nodes as kustomize builds them: what Kubernetes compares. */
async function templatesOf({ network, platform, ports, material }: Loaded): Promise<Map<string, string>> {
  const tree = compile({ network, platform, ports, material, ledger: {}, bases, prefix: '', overrides: new Set() })
  const { built, broken } = await buildRoots(kustomize, tree, (root) => !root.includes('ambassador'))
  expect(broken).toEqual([])
  const pods = [...built].flatMap(([root, yaml]) =>
    readObjects(yaml, root)
      .filter(({ kind }) => kind === 'StatefulSet')
      .map(({ metadata, spec }): [string, string] => [
        `${root.split('/').at(-2)}/${metadata.name}`,
        JSON.stringify([root, (spec as { template: unknown }).template]),
      ]),
  )
  return new Map(pods)
}

const differing = (before: ReadonlyMap<string, string>, after: ReadonlyMap<string, string>): string[] =>
  [...before.keys()].filter((node) => after.has(node) && before.get(node) !== after.get(node)).sort()

const all = [
  'carrier/rpc',
  'carrier/v1',
  'carrier/v2',
  'maker/desk',
  'maker/v3',
  'maker/v4',
  'retailer/v5',
  'retailer/v6',
]

describe('the pods that a change replaces are those that kustomize builds otherwise', () => {
  const before = revision(running)
  let templates: Map<string, string>
  beforeAll(async () => {
    templates = await templatesOf(before)
  })

  test.each<[string, string, string, string[]]>([
    ['nothing', 'version: 1', 'version: 1', []],
    ['release', '26.8.0', '26.8.2', all],
    ['digest', 'clusters:\n', `images: {digests: {hyperledger/besu: "sha256:${'a'.repeat(64)}"}}\nclusters:\n`, all],
    ['mirror', 'clusters:\n', 'images: {registry: mirror.example.com}\nclusters:\n', all],
    ['pull Secret', 'clusters:\n', 'images: {pullSecret: login}\nclusters:\n', all],
    ['network name', 'name: trade', 'name: commerce', all],
    ['labels', 'clusters:\n', 'labels: {team: ledger}\nclusters:\n', []],
    ['settings', 'v3, role: validator', 'v3, role: validator, settings: {max-peers: 50}', ['maker/v3']],
    ['resources', 'v3, role: validator', 'v3, role: validator, resources: {limits: {memory: 3Gi}}', ['maker/v3']],
    ['Secret', 'v3, role: validator', 'v3, role: validator, existingSecret: vaulted', ['maker/v3']],
    ['role', 'v3, role: validator', 'v3, role: rpc', ['maker/v3']],
    ['cluster', 'v3, role: validator', 'v3, role: validator, cluster: us', ['maker/v3']],
    ['exposure', 'desk, role: rpc', 'desk, role: rpc, expose: [rpc]', ['maker/desk']],
    ['storage', 'storage: 50Gi', 'storage: 60Gi', []],
    ['port', 'desk, role: rpc', 'desk, role: rpc, port: 15044', []],
    ['domain of an exposed node', 'us.example.com', 'america.example.com', ['carrier/rpc']],
    ['domain', 'eu.example.com', 'europe.example.com', []],
    ['source ranges', '[203.0.113.0/24]', '[198.51.100.0/24]', []],
    ['namespace', '- name: retailer\n', '- name: retailer\n    namespace: retail\n', ['retailer/v5', 'retailer/v6']],
    [
      'a node that is added',
      '- {name: desk, role: rpc}',
      '- {name: desk, role: rpc}\n      - {name: shop, role: rpc}',
      [],
    ],
    ['a node that is removed', '      - {name: desk, role: rpc}\n', '', []],
  ])('%s', async (_name, from, to, expected) => {
    const after = revision(edited(running, [[from, to]]))
    expect(differing(templates, await templatesOf(after))).toEqual(expected)
    expect(differing(podsOf(before), podsOf(after))).toEqual(expected)
  })
})
