import fastCheck from 'fast-check'
import { load } from 'js-yaml'
import { expect, test } from 'vitest'
import type { CheckedNetwork } from '../../src/check/checked-network.ts'
import { agreementOf } from '../../src/consent/statement.ts'
import { dumpYaml } from '../../src/yaml.ts'
import { good } from '../definitions/findings-of.ts'
import { goldenCases, readExpected, readInput, renderFiles } from '../golden/cases.ts'
import { shuffled } from '../properties/shuffled.ts'

/** good.yaml, with several items in each list and mapping that Kubernetes reads as a set. */
const withSets = good
  .replace('version: 1\n', 'version: 1\nmonitoring: {podMonitor: true, namespaces: [observability, metrics]}\n')
  .replace(
    '    storageClass: gp3\n',
    `    storageClass: gp3
    dns: {labels: {k8s-app: dns, app: dns}, addresses: [10.32.0.11/32, 10.32.0.10/32]}
    apiServer: {ranges: [10.0.0.5/32, 10.0.0.4/32]}
    placement:
      nodeSelector: {pool: ledger, disk: fast}
      tolerations: [{key: pool, value: ledger}, {key: disk, operator: Exists}, {key: pool, effect: NoExecute, value: ledger}]
`,
  )
  .replace(
    '  - name: carrier\n',
    `  - name: carrier
    endpoints: [{name: api, nodes: [rpc2, rpc1]}, {name: all, nodes: [rpc1, rpc2]}]
    placement: {nodeSelector: {pool: carrier, disk: fast}, tolerations: [{key: pool, value: carrier}, {key: disk}]}
`,
  )
  .replace(
    '{name: rpc1, role: rpc}',
    `{name: rpc2, role: rpc, expose: [ws, rpc]}
      - {name: rpc1, role: rpc, expose: [rpc, ws], placement: {tolerations: [{key: b, operator: Exists}, {key: a, operator: Exists}]}}`,
  )

/** What a definition becomes in other orders: the same bytes as `files` have, which have all keys. */
async function expectSame(
  name: string,
  files: Readonly<Record<string, string>>,
  more: (other: CheckedNetwork, original: CheckedNetwork) => void = () => {},
): Promise<void> {
  const original = await renderFiles(name, files)
  const definition = load(files['network.yaml'] ?? '')
  await fastCheck.assert(
    fastCheck.asyncProperty(fastCheck.infiniteStream(fastCheck.nat(1_000_000)), async (numbers) => {
      const text = dumpYaml(shuffled(definition, () => numbers.next().value ?? 0) as object)
      const { tree, checked } = await renderFiles(name, { ...files, 'network.yaml': text })
      expect([...tree]).toEqual([...original.tree])
      more(checked, original.checked)
    }),
    { numRuns: 5 },
  )
}

test.each(goldenCases)('%s is the same bytes in whatever order its keys and lists stand', async (name) => {
  const material = [...(await readExpected(name))].filter(([path]) => !path.startsWith('deploy/'))
  await expectSame(name, Object.fromEntries([...(await readInput(name)), ...material]))
})

test('what Kubernetes reads as a set is the same bytes, and the same agreements, in every order', async () => {
  const { made } = await renderFiles('sets', { 'network.yaml': withSets })
  const material = [...made].filter((file): file is [string, string] => typeof file[1] === 'string')
  await expectSame('sets', { 'network.yaml': withSets, ...Object.fromEntries(material) }, (other, original) => {
    for (const { name } of original.network.organizations)
      expect(agreementOf(other, name)).toEqual(agreementOf(original, name))
  })
})
