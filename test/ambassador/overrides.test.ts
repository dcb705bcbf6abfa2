import { loadAll } from 'js-yaml'
import { describe, expect, test } from 'vitest'
import { brokenFindings } from '../../src/check/built-roots.ts'
import { routeFindings } from '../../src/check/route-findings.ts'
import { toText } from '../../src/file-content.ts'
import { mergeTrees } from '../../src/render/tree.ts'
import { buildRoots } from '../../src/tools/roots.ts'
import { tool } from '../bed/tools/tool.ts'
import { blocksOf, read } from '../docs/pages.ts'
import { readInput, renderFiles } from '../golden/cases.ts'

const file = 'overrides/internal/ambassador/kustomization.yaml'
const root = 'deploy/clusters/internal/ambassador'
const kustomize = await tool('kustomize')

/** What is built of the golden case with an override of one Ambassador, and what is found in it. */
async function withOverride(text: string) {
  const files = { ...Object.fromEntries(await readInput('ambassadors')), [file]: text }
  const { checked, tree } = await renderFiles('ambassadors', files)
  const overrides = new Map([[file, text]])
  const roots = await buildRoots(kustomize, mergeTrees(tree, overrides))
  const objects = loadAll(roots.built.get(root) ?? '') as { kind: string; metadata: { name: string }; spec: object }[]
  return {
    findings: [...brokenFindings(roots.broken, overrides), ...routeFindings(checked.network, roots, overrides, true)],
    find: (kind: string, name: string) => objects.find((one) => one.kind === kind && one.metadata.name === name),
  }
}

const patch = (target: string, ...operations: readonly string[]): string =>
  [
    'apiVersion: kustomize.config.k8s.io/v1alpha1',
    'kind: Component',
    'patches:',
    `- target: ${target}`,
    '  patch: |',
    ...operations.map((operation) => `    - ${operation}`),
    '',
  ].join('\n')

test('the examples of the documentation do what they say', async () => {
  const example = blocksOf(await read('docs/ambassador.md')).find(({ text }) => text.includes('kind: Component'))
  const { findings, find } = await withOverride(example?.text ?? '')
  expect(findings).toEqual([])
  expect(find('Service', 'ambassador')).toMatchObject({
    metadata: { annotations: { 'example.com/owner': 'platform-team', 'example.com/team': 'ledger' } },
  })
  expect(find('Deployment', 'ambassador')).toMatchObject({
    spec: { replicas: 5, template: { spec: { nodeSelector: { 'example.com/edge': 'true' } } } },
  })
  expect(find('Host', 'host.r1.acme')).toMatchObject({ spec: { tls: { min_tls_version: 'v1.3' } } })
})

describe('a broken override is reported with its file:', () => {
  test.each<[what: string, text: string, rule: string, message: string]>([
    [
      'a target that kustomize cannot patch',
      patch('{kind: Service, name: ambassador}', '{op: remove, path: /spec/nothing}'),
      'kustomize',
      `kustomize cannot build ${root}: `,
    ],
    [
      "another route's port",
      patch('{kind: TCPMapping, name: p2p.v1.acme}', '{op: replace, path: /spec/port, value: 15000}'),
      'route-collision',
      'TCPMapping ways-ambassador/p2p.v1.acme and TCPMapping ways-ambassador/p2p.r1.acme both have port 15000 (deploy/clusters/internal/ambassador)',
    ],
    [
      'a port that nothing listens on',
      patch('{kind: Service, name: ambassador}', '{op: add, path: /spec/ports/-, value: {name: mine, port: 9000}}'),
      'route-dead',
      'Service ways-ambassador/ambassador opens port 9000, but nothing listens on 9000 (deploy/clusters/internal/ambassador)',
    ],
    [
      'a Service that is not there',
      patch('{kind: Mapping, name: rpc.r1.acme}', '{op: replace, path: /spec/service, value: "r2-rpc.ways-acme:8545"}'),
      'route-dead',
      'Mapping ways-ambassador/rpc.r1.acme targets the Service ways-acme/r2-rpc, which does not exist (deploy/clusters/internal/ambassador)',
    ],
  ])('%s', async (_, text, rule, message) => {
    const { findings } = await withOverride(text)
    expect(findings.map((finding) => [finding.rule, finding.place.file])).toContainEqual([rule, file])
    expect(findings.map((finding) => finding.message)).toContainEqual(expect.stringContaining(message))
  })
})

test('two networks in one cluster have no object in common but the CRDs', async () => {
  const definition = (await readInput('ambassadors')).get('network.yaml') ?? ''
  const [one, two] = await Promise.all(
    ['ways', 'roads'].map(async (name) => {
      const { tree } = await renderFiles(name, { 'network.yaml': definition.replace('name: ways', `name: ${name}`) })
      const { built } = await buildRoots(kustomize, tree, (own) => own.startsWith('deploy/clusters/'))
      const objects = [...built].flatMap(([place, yaml]) =>
        (loadAll(yaml) as { kind: string; metadata: { name: string; namespace?: string } }[]).map(
          ({ kind, metadata }) => `${place.split('/')[2]} ${kind} ${metadata.namespace ?? ''}/${metadata.name}`,
        ),
      )
      const flux = [...tree]
        .filter(([path]) => path.startsWith('deploy/flux/'))
        .flatMap(([path, yaml]) =>
          (loadAll(toText(yaml)) as { metadata: { name: string } }[]).map(
            ({ metadata }) => `${path.split('/')[2]} ${metadata.name}`,
          ),
        )
      return new Set([...objects, ...flux])
    }),
  )
  expect(one?.size).toBeGreaterThan(100)
  expect([...(one ?? [])].filter((object) => two?.has(object))).toEqual([])
})
