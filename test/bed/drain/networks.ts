import { readFileSync } from 'node:fs'
import { loadAll } from 'js-yaml'
import type { CheckedNetwork } from '../../../src/check/checked-network.ts'
import { buildRoots } from '../../../src/tools/roots.ts'
import { caseFolder, renderFiles } from '../../golden/cases.ts'
import type { KubernetesObject } from '../cluster.ts'
import { tool } from '../tools/tool.ts'

/** A network in one cluster, and what of it schedules, budgets and runs pods. */
export interface DrainedNetwork {
  readonly checked: CheckedNetwork
  readonly objects: readonly KubernetesObject[]
}

const kinds: ReadonlySet<string> = new Set([
  'Namespace',
  'ServiceAccount',
  'PersistentVolumeClaim',
  'StatefulSet',
  'Deployment',
  'PodDisruptionBudget',
])

/** Pretended pods start without ConfigMaps and Secrets. */
export async function drainedNetwork(text: string): Promise<DrainedNetwork> {
  const files = { 'network.yaml': text, 'chain/base.json': baseSpec } // the second for Substrate
  const { checked, tree } = await renderFiles('drained', files)
  const { built, broken } = await buildRoots(await tool('kustomize'), tree)
  if (broken.length > 0) throw new Error(broken.map(({ root, message }) => `${root}: ${message}`).join('\n'))
  const roots = [...built].filter(([root]) => root.startsWith('deploy/clusters/'))
  const objects = roots.flatMap(([, yaml]) => loadAll(yaml) as KubernetesObject[]) // kustomize writes nothing else
  return { checked, objects: objects.filter(({ kind }) => kinds.has(kind)) }
}

const baseSpec = readFileSync(`${caseFolder('substrate')}/chain/base.json`, 'utf8')

const golden = (name: string): string => readFileSync(`${caseFolder(name)}/network.yaml`, 'utf8')

const evm = (platform: string, release: string, organizations: readonly number[]): string => `version: 1
name: NAME
platform: ${platform}
platformVersion: ${release}
genesis: {chainId: 20261129}
clusters:
  - name: one
    provider: kubernetes
    domain: one.example.com
    recipients: [age1x8anptggsxh3dp0wrljr2rn65l8n9a6mlsyxw92zq5whzhsr5uqs70c86g]
organizations:
${organizations
  .map(
    (validators, at) =>
      `  - name: party${at + 1}\n    cluster: one\n    nodes: [${Array.from({ length: validators }, (_, number) => `{name: v${number + 1}, role: validator}`).join(', ')}]\n`,
  )
  .join('')}`

const fabric = golden('fabric-bft').replace('name: settlement\n', 'name: NAME\n')

/** Definitions by what they are, with a name to put in, whose organizations share a cluster. */
export const definitions = {
  besu: evm('besu', '26.8.0', [2, 2, 1, 1, 1]),
  besuOfTwo: evm('besu', '26.8.0', [4, 3]),
  quorum: evm('quorum', '24.4.1', [1, 1, 1, 1]),
  fabricBft: fabric,
  fabricRaft: fabric.replace('    consensus: bft\n', ''),
  fabricShared: fabric.replace('ambassador: {', 'ambassador: {passthrough: sni, '),
  indy: golden('indy')
    .replace('name: identity\n', 'name: NAME\n')
    .replace(/ {2}- name: south[\s\S]*?organizations:/, 'organizations:')
    .replaceAll('cluster: south', 'cluster: north'),
  substrate: golden('substrate')
    .replace('name: foodtrace\n', 'name: NAME\n')
    .replace(/ {2}- name: us[\s\S]*?organizations:/, 'organizations:')
    .replaceAll('cluster: us', 'cluster: eu'),
} as const

export const named = (text: string, name: string, change: (text: string) => string = (own) => own): string =>
  change(text.replace('name: NAME\n', `name: ${name}\n`))
