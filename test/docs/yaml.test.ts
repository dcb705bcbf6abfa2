import { describe, expect, test } from 'vitest'
import { examples } from './examples.ts'
import { blocksOf, pages, read } from './pages.ts'
import { documentsIn, kindOf, problemsIn } from './yaml.ts'

describe('YAML that people copy', () => {
  test.each(examples)('$place', async ({ text }) => {
    expect(await problemsIn(text)).toEqual([])
  })

  test.each(pages)('is marked as such in %s', async (page) => {
    const text = await read(page)
    const blocks = blocksOf(text)
    const others = blocks.filter(({ language }) => language !== 'yaml')
    const hidden = others.filter((block) => /^\s*(- )?(apiVersion|kind|version|name|uses|jobs):( |$)/m.test(block.text))
    expect(hidden).toEqual([])
    // Or a block was not found.
    expect(text.match(/^ *(```|~~~)/gm) ?? []).toHaveLength(2 * blocks.length)
  })
})

const policy = `
apiVersion: networking.k8s.io/v1
kind: NetworkPolicy
metadata: {name: apps}
spec: {podSelector: {}}`

const mapping = `
apiVersion: getambassador.io/v3alpha1
kind: TCPMapping
metadata: {name: node}
spec: {port: 15000, service: node}`

const flux = `
apiVersion: kustomize.toolkit.fluxcd.io/v1
kind: Kustomization
metadata: {name: network}
spec: {interval: 10m, prune: true, path: ./deploy, sourceRef: {kind: GitRepository, name: network}}`

const component = `
apiVersion: kustomize.config.k8s.io/v1alpha1
kind: Component
resources: [apps.yaml, ../other]
patches:
- target: {kind: StatefulSet}
  patch: "- {op: remove, path: /spec/replicas}"`

const steps = `
- uses: chancery-dev/chancery@v1
  with: {command: validate}`

const workflow = `
on: push
jobs:
  validate:
    runs-on: ubuntu-latest
    steps: [{uses: chancery-dev/chancery@v1, with: {command: validate}}]`

const publicKey = `
kind: evm-node
nodeId: …
address: "0x…"`

const definition = `
version: 1
name: pilot
platform: besu
platformVersion: 26.8.0
genesis: {chainId: 20261123}
clusters: [{name: one, provider: kind, domain: one.example.com, recipients: [age1…]}]
organizations: [{name: alpha, cluster: one, nodes: [{name: validator1, role: validator}]}]`

const someNodes = `
organizations:
- name: carrier
  nodes: [{name: rpc2, role: rpc}]`

const movingNode = `
organizations:
- name: carrier
  nodes: [{name: rpc2, role: rpc, adopted: false, movesFrom: {host: rpc2.old.example.com}}]`

describe('what is right passes, and what is misspelt does not:', () => {
  test.each<[kind: string, right: string, wrong: string, text: string, problem: string]>([
    ['Kubernetes object', 'podSelector', 'podSelectr', policy, '.spec: unknown field "podSelectr"'],
    ['Kubernetes object', 'port', 'prot', mapping, '.spec: unknown field "prot"'],
    ['Kubernetes object', 'prune', 'prnue', flux, '.spec: unknown field "prnue"'],
    ['kustomization', 'resources', 'resuorces', component, 'unknown field \\"resuorces\\"'],
    ['steps of a workflow', 'command', 'comand', steps, 'input "comand" is not defined in action'],
    ['workflow', 'runs-on', 'run-on', workflow, 'unexpected key "run-on"'],
    ['public key', 'address', 'adress', publicKey, 'not a public key of a node'],
    ['definition', 'role: validator', 'rol: validator', definition, 'unknown key "rol"'],
    ['part of a definition', 'role: rpc', 'rol: rpc', someNodes, 'unknown key "rol"'],
    ['part of a definition', ', movesFrom: {host: rpc2.old.example.com}', '', movingNode, 'nothing says where'],
    ['part of a definition', 'age1…', '7', 'recipients: [age1…]', 'must be text, got 7'],
  ])('%s, %s as %s', async (kind, right, wrong, text, problem) => {
    expect(kindOf(text)).toBe(kind)
    expect(await problemsIn(text)).toEqual([])
    const misspelt = text.replace(right, wrong)
    expect(misspelt).not.toBe(text)
    expect((await problemsIn(misspelt)).join('\n')).toContain(problem)
    expect((await problemsIn(`${text}\n---\n${misspelt}`)).join('\n')).toContain(problem)
  })

  test.each([
    ['a misspelt part of a definition', 'recipents: [age1…]'],
    ['anything else', 'some: yaml'],
    ['a text', 'some text'],
  ])('%s is of no kind', async (_, text) => {
    expect(await problemsIn(text)).toEqual([expect.stringMatching(/^fits none of: steps of a workflow, /)])
  })

  test('nothing at all', async () => {
    expect(await problemsIn('# a: 1\n')).toEqual(['has no document'])
  })
})

test('blocks are found in any form of a fence, each document of them', () => {
  const markdown =
    'text\n```yml title\na: 1\n---\nb: 2\n```\n\n1. item\n\n   ~~~~yaml\n   a:\n     b: 3\n   ~~~~\n\n```\nfree\n```\n'
  expect(blocksOf(markdown)).toEqual([
    { language: 'yaml', text: 'a: 1\n---\nb: 2\n', line: 2 },
    { language: 'yaml', text: 'a:\n  b: 3\n', line: 10 },
    { language: '', text: 'free\n', line: 15 },
  ])
  expect(documentsIn('# about\na: 1\n---\n# nothing\n---\nb: 2\n')).toEqual(['# about\na: 1\n', '\nb: 2\n'])
})
