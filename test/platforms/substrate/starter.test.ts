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

/** Organizations of a new chain, as `carrier: validator1 rpc1`. */
async function organizationsOf(line: string): Promise<readonly string[]> {
  await runInit(`--name chain --platform substrate ${line} --identities`, initPorts(directory))
  const { organizations } = load(await textOf('network.yaml')) as {
    organizations: { name: string; nodes: { name: string; cluster?: string }[] }[]
  }
  return organizations.map(
    ({ name, nodes }) =>
      `${name}: ${nodes.map((one) => (one.cluster === undefined ? one.name : `${one.name}@${one.cluster}`)).join(' ')}`,
  )
}

it.each<[string, string, readonly string[]]>([
  [
    'one organization has four validators, and a node for clients',
    '--cluster eu=kind --organization carrier',
    ['carrier: validator1 validator2 validator3 validator4 rpc1'],
  ],
  [
    'four clusters have seven validators: finality survives the loss of any one',
    '--cluster a=kind --cluster b=kind --cluster c=kind --cluster d=kind --organization carrier@a --organization bank@b',
    [
      'carrier: validator1 validator2@b validator3@c validator4@d rpc1',
      'bank: validator1 validator2@c validator3@d rpc1',
    ],
  ],
  [
    'five organizations have one validator each',
    `--cluster eu=kind ${['a', 'b', 'c', 'd', 'e'].map((name) => `--organization ${name}`).join(' ')} --nodes rpc=0`,
    ['a', 'b', 'c', 'd', 'e'].map((name) => `${name}: validator1`),
  ],
])('a new chain: %s', async (_, line, expected) => {
  expect(await organizationsOf(line)).toEqual(expected)
})

it('describes in README.md what only its people have', async () => {
  await organizationsOf('--cluster eu=kind --organization carrier')
  const readme = await textOf('README.md')
  expect(readme).toContain('`chain` needs three things that only you have')
  expect(readme).toContain('acme-node build-spec --chain local --disable-default-bootnode > chain/base.json')
  expect(readme).not.toMatch(/\{\{|<!-- part/)
  expect(await textOf('network.yaml')).toMatch(/^ {2}# sdk: stable\d{4} # the release of the Polkadot SDK/m)
})
