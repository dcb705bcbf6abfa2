import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { load } from 'js-yaml'
import { beforeEach, expect, it } from 'vitest'
import { initPorts, runInit } from '../../commands/init/init-ports.ts'
import { onlyConfiguration, temporaryFolder } from '../../repository/git-folder.ts'

let directory: string
beforeEach(async () => {
  await onlyConfiguration()
  directory = await temporaryFolder()
})

const textOf = (path: string): Promise<string> => readFile(join(directory, path), 'utf8')

interface StartedNode {
  readonly name: string
  readonly legalName: string
  readonly notary?: { readonly serviceName: string }
}

/** Nodes of a new network, as `bank: notary1 O=… (O=…)`. */
async function nodesOf(line: string): Promise<readonly string[]> {
  await runInit(`--name trade --platform corda ${line} --identities`, initPorts(directory))
  const { organizations } = load(await textOf('network.yaml')) as {
    organizations: { name: string; nodes: StartedNode[] }[]
  } // just written
  return organizations.flatMap(({ name, nodes }) =>
    nodes.map(
      (node) =>
        `${name}: ${node.name} ${node.legalName}${node.notary === undefined ? '' : ` (${node.notary.serviceName})`}`,
    ),
  )
}

it.each<[string, string, readonly string[]]>([
  [
    'one organization has a notary and a node',
    '--cluster eu=kind --organization bank',
    [
      'bank: notary1 O=Bank Notary, L=London, C=GB (O=Bank Notary Service, L=London, C=GB)',
      'bank: node1 O=Bank, L=London, C=GB',
    ],
  ],
  [
    'each other one has a node',
    '--cluster eu=kind --cluster us=kind --organization first-bank@eu --organization trader@us',
    [
      'first-bank: notary1 O=First Bank Notary, L=London, C=GB (O=First Bank Notary Service, L=London, C=GB)',
      'first-bank: node1 O=First Bank, L=London, C=GB',
      'trader: node1 O=Trader, L=London, C=GB',
    ],
  ],
  [
    'a legal name has two letters',
    '--cluster eu=kind --organization a --nodes notary=0',
    ['a: node1 O=Party A, L=London, C=GB'],
  ],
  [
    'every node has another legal name',
    '--cluster eu=kind --organization bank --nodes notary=0 --nodes node=2',
    ['bank: node1 O=Bank, L=London, C=GB', 'bank: node2 O=Bank 2, L=London, C=GB'],
  ],
])('a new network: %s', async (_, line, expected) => {
  expect(await nodesOf(line)).toEqual(expected)
})

it('says what to bring, and describes it in README.md', async () => {
  const ports = initPorts(directory)
  await runInit('--name trade --platform corda --cluster eu=kind --organization bank --identities', ports)
  expect(ports.said).toContain('       sha256sum zone/network-root-truststore.jks')
  const readme = await textOf('README.md')
  expect(readme).toContain('`zone` needs three things of its operator')
  expect(readme).toContain('kubectl --context eu create namespace trade-bank')
  expect(readme).not.toMatch(/\{\{|<!-- part/)
})
