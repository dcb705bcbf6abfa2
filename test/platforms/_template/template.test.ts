import { loadAll } from 'js-yaml'
import { describe, expect, it } from 'vitest'
import { readBases } from '../../../src/bases.ts'
import { check } from '../../../src/check/check.ts'
import type { CheckedNetwork } from '../../../src/check/checked-network.ts'
import { draftOf } from '../../../src/check/draft.ts'
import { renderInput } from '../../../src/commands/render.ts'
import { toText } from '../../../src/file-content.ts'
import { readSource } from '../../../src/network/source.ts'
import { template } from '../../../src/platforms/_template/index.ts'
import type { Platform } from '../../../src/platforms/platform.ts'
import { compile } from '../../../src/render/compile.ts'
import { below, mergeTrees } from '../../../src/render/tree.ts'
import { readFolder } from '../../../src/repository/files.ts'
import { workTree } from '../../../src/repository/work-tree.ts'
import { buildRoots } from '../../../src/tools/roots.ts'
import { tool, tools } from '../../bed/tools/tool.ts'
import { noRepository } from '../../no-repository.ts'

await tools('kustomize')

const definition = `version: 1
name: trade
platform: template
platformVersion: 1.13.2-rc1
clusters:
  - {name: eu, provider: kubernetes, domain: eu.example.com, recipients: [age1x8anptggsxh3dp0wrljr2rn65l8n9a6mlsyxw92zq5whzhsr5uqs70c86g]}
  - {name: us, provider: kubernetes, address: 203.0.113.7, recipients: [age1x8anptggsxh3dp0wrljr2rn65l8n9a6mlsyxw92zq5whzhsr5uqs70c86g]}
organizations:
  - name: maker
    cluster: eu
    nodes:
      - {name: validator1, role: validator, logLevel: debug}
      - {name: validator2, role: validator, cluster: us, platformVersion: "1.12"}
`

function checkedOf(text: string, platform: Platform = template) {
  const source = readSource('network.yaml', text)
  if (!('value' in source)) throw new Error(JSON.stringify(source))
  const none = new Map<string, string>()
  return check(
    draftOf(source, [platform]),
    { definition: text, lock: undefined, material: none, overrides: none, named: none, unusable: new Map() },
    { mended: [], allowWellKnown: true },
  )
}

/** Without advice on clusters, which this definition is too short to follow. */
const messages = (text: string, platform?: Platform): string[] =>
  checkedOf(text, platform)
    .findings.filter(({ rule }) => !['open-to-all', 'shared-recipient'].includes(rule))
    .map(({ rule, message }) => `${rule}: ${message}`)

function network(text = definition): CheckedNetwork {
  const { findings, checked } = checkedOf(text)
  if (checked === undefined) throw new Error(JSON.stringify(findings))
  return checked
}

const prefixed = async () =>
  below(
    'template',
    [...(await readFolder(workTree('src/platforms/_template/base'), '.'))].map(([path, content]): [string, string] => [
      path,
      toText(content),
    ]),
  )

async function built(text = definition) {
  const bases = mergeTrees(await readBases(), await prefixed())
  const tree = compile(await renderInput(network(text), { bases: async () => bases, repository: noRepository }))
  const { built: roots, broken } = await buildRoots(await tool('kustomize'), tree)
  expect(broken).toEqual([])
  return (root: string) => loadAll(roots.get(`deploy/clusters/${root}`) ?? '') as BuiltObject[]
}

interface BuiltObject {
  readonly kind: string
  readonly metadata: { readonly name: string; readonly namespace: string }
  readonly data?: Readonly<Record<string, string>>
  readonly spec?: Readonly<Record<string, unknown>>
}

const named = (objects: readonly BuiltObject[], name: string) => objects.find(({ metadata }) => metadata.name === name)

describe('a platform that is filled in from the template', () => {
  it('takes releases as its ledger writes them, in the network and in a node', () => {
    expect(messages(definition)).toEqual([])
    expect(messages(definition.replace('1.13.2-rc1', 'latest'))).toEqual([
      'schema: platformVersion must be an exact release such as 1.13, got "latest"',
    ])
  })

  it('refuses what it does not know, and endpoints to expose where it has none', () => {
    expect(messages(definition.replace('logLevel', 'logLevl')).join()).toContain('unknown key "logLevl"')
    expect(messages(definition.replace('logLevel: debug', 'expose: [rpc]')).join()).toContain(
      'must be empty: Template Ledger has no HTTP endpoint',
    )
  })

  it('refuses a PodMonitor where its nodes have no metrics', () => {
    const silent = { ...template, definition: { ...template.definition, withoutMetrics: true as const } }
    const watched = `${definition}monitoring: {podMonitor: true, alerts: true}\n`
    expect(messages(watched)).toEqual([])
    expect(messages(watched, silent)).toEqual([
      'schema: monitoring.podMonitor must be false: Template Ledger has no metrics for Prometheus, got true',
    ])
    expect(messages(watched.replace('podMonitor: true', 'podMonitor: false'), silent)).toEqual([])
  })

  it('applies its rules', () => {
    expect(messages(`${definition}blockSeconds: 61\n`)).toEqual([
      'template-slow-blocks: blockSeconds is 61: a transaction waits more than a minute',
    ])
  })

  it('asks for a key of each node', () => {
    expect(network().missing.map(({ label }) => label)).toEqual(['maker/validator1', 'maker/validator2'])
  })

  it('renders roots that kustomize builds: each node dials the other at its Ambassador', async () => {
    const objects = (await built())('eu/maker/validator1')
    expect(objects.map(({ kind, metadata }) => `${kind} ${metadata.namespace}/${metadata.name}`)).toEqual([
      expect.stringMatching(/^ConfigMap trade-maker\/validator1-config-/),
      'ConfigMap trade-maker/validator1-peers',
      'Service trade-maker/validator1',
      'PersistentVolumeClaim trade-maker/validator1',
      'StatefulSet trade-maker/validator1',
    ])
    expect(named(objects, 'validator1-peers')?.data?.peers).toBe('203.0.113.7:15000\n')
  })

  it('lets peers of the network in, and nodes out to the addresses of others', async () => {
    const objects = (await built())('eu/maker')
    const network = { namespaceSelector: { matchLabels: { 'app.kubernetes.io/part-of': 'trade' } } }
    const p2p = [{ port: 9700, protocol: 'TCP' }]
    expect(named(objects, 'peers')?.spec).toMatchObject({
      policyTypes: ['Ingress', 'Egress'],
      ingress: [{ from: [network], ports: p2p }],
      egress: [
        { to: [network], ports: p2p },
        { to: [{ ipBlock: { cidr: '203.0.113.7/32' } }], ports: [{ port: 15000, protocol: 'TCP' }] },
      ],
    })
  })

  it('takes the placement and the time to start of a definition, and lets no node be evicted that it cannot lose', async () => {
    const text = definition
      .replace(
        'cluster: eu\n',
        'cluster: eu\n    startupTimeout: 30m\n    placement: {priorityClass: ledger, spread: required}\n',
      )
      .replace('version: 1\n', 'version: 1\ndrains: network\n')
    const rootOf = await built(text)
    const node = rootOf('eu/maker/validator1').find(({ kind }) => kind === 'StatefulSet')
    expect(node?.spec?.template).toMatchObject({
      spec: {
        priorityClassName: 'ledger',
        affinity: { podAntiAffinity: {} },
        containers: [{ startupProbe: { periodSeconds: 5, failureThreshold: 360 } }],
      },
    })
    expect(named(rootOf('eu/maker'), 'validators')?.spec).toMatchObject({ maxUnavailable: 0 })
  })
})
