import { createServer } from 'node:http'
import { beforeAll, beforeEach, expect, onTestFinished, test } from 'vitest'
import { tools } from '../../bed/tools/tool.ts'
import { onlyConfiguration, writeFiles } from '../../repository/git-folder.ts'
import { definition, type Holders, makeHolders } from '../definition.ts'
import { mergedNetwork, planIn } from './network.ts'

await tools('kustomize')

let holders: Holders
let directory: string
const network = mergedNetwork(() => ({ 'network.yaml': definition(holders) }))
beforeAll(async () => {
  holders = await makeHolders()
})
beforeEach(async () => {
  await onlyConfiguration()
  directory = await network.change()
})

const component = 'apiVersion: kustomize.config.k8s.io/v1alpha1\nkind: Component\n'
const file = 'overrides/us/carrier/kustomization.yaml'

/** A server of this machine: it notes what is asked for. */
async function server(): Promise<{ readonly url: string; readonly asked: readonly string[] }> {
  const asked: string[] = []
  const here = createServer((request, response) => {
    asked.push(request.url ?? '')
    response.end('apiVersion: v1\nkind: ConfigMap\nmetadata: {name: fetched}\n')
  })
  await new Promise<void>((resolve) => here.listen(0, '127.0.0.1', resolve))
  onTestFinished(() => void here.close())
  const address = here.address()
  const port = typeof address === 'object' && address !== null ? address.port : 0
  return { url: `http://127.0.0.1:${port}/a.yaml`, asked }
}

test.each([
  'resources: [URL]',
  'components: [URL]',
  'crds: [URL]',
  'openapi: {path: URL}',
  'configurations: [URL]',
  'patches: [{path: URL}]',
  'patchesStrategicMerge: [URL]',
  'replacements: [{path: URL}]',
  'configMapGenerator: [{name: a, files: [URL]}]',
  'configMapGenerator: [{name: a, envs: [URL]}]',
  'transformers: [URL]',
  'Resources: [URL]',
])('nothing is fetched while a plan is made: %s', async (field) => {
  const { url, asked } = await server()
  await writeFiles(directory, { [file]: `${component}${field.replace('URL', `"${url}"`)}\n` })
  const { status, findings, plan } = await planIn(directory)
  expect(status).toBe(1)
  expect(findings).toContainEqual(expect.stringMatching(new RegExp(`^error override-(?:reach|field) ${file}: `)))
  expect(plan).toBeUndefined()
  expect(asked).toEqual([])
})

const binding = `apiVersion: rbac.authorization.k8s.io/v1
kind: ClusterRoleBinding
metadata: {name: x}
roleRef: {apiGroup: rbac.authorization.k8s.io, kind: ClusterRole, name: cluster-admin}
subjects: [{apiGroup: rbac.authorization.k8s.io, kind: User, name: mallory}]
`

test('a danger of an override fails the plan', async () => {
  await writeFiles(directory, {
    [file]: `${component}resources: [a.yaml]\n`,
    'overrides/us/carrier/a.yaml': binding,
  })
  const { status, risks, plan } = await planIn(directory, 'danger')
  expect(risks).toEqual([
    'danger cluster-wide-object us/carrier:ClusterRoleBinding/x: us/carrier:ClusterRoleBinding/x: gives ClusterRole cluster-admin to User mallory',
  ])
  expect(plan?.risks[0]?.place).toEqual({ file: 'overrides/us/carrier/a.yaml', line: 1, column: 1 })
  expect(status).toBe(1)
})

test('an override that only says where pods run is no risk', async () => {
  const patch =
    'patches:\n- target: {kind: StatefulSet}\n  patch: |\n    - {op: add, path: /spec/template/spec/nodeSelector, value: {a: b}}\n'
  await writeFiles(directory, { 'overrides/us/carrier/rpc1/kustomization.yaml': component + patch })
  const { status, risks, findings } = await planIn(directory, 'danger')
  expect(findings.filter((line) => line.startsWith('error'))).toEqual([])
  expect({ status, risks }).toEqual({ status: 0, risks: [] })
})
