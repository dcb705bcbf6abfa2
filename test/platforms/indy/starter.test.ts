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

/** Organizations of a new pool, as `carrier: trustee1 validator1 validator2`. */
async function organizationsOf(line: string): Promise<readonly string[]> {
  await runInit(`--name pool --platform indy ${line} --identities`, initPorts(directory))
  const { organizations } = load(await readFile(join(directory, 'network.yaml'), 'utf8')) as {
    organizations: { name: string; trustees: { name: string }[]; nodes: { name: string }[] }[]
  }
  return organizations.map(
    ({ name, trustees, nodes }) => `${name}: ${[...trustees, ...nodes].map((one) => one.name).join(' ')}`,
  )
}

it.each<[string, string, readonly string[]]>([
  [
    'one organization has two trustees, and four validators',
    '--cluster eu=kind:203.0.113.7 --organization carrier',
    ['carrier: trustee1 trustee2 validator1 validator2 validator3 validator4'],
  ],
  [
    'each of several organizations has a trustee',
    '--cluster eu=kind:203.0.113.7 --cluster us=kind:203.0.113.8 --organization carrier@eu --organization bank@us',
    ['carrier: trustee1 validator1 validator2', 'bank: trustee1 validator1 validator2'],
  ],
  [
    'three clusters have four validators, as no number of them survives the loss of one of three',
    '--cluster a=kind:203.0.113.7 --cluster b=kind:203.0.113.8 --cluster c=kind:203.0.113.9 --organization carrier@a',
    ['carrier: trustee1 trustee2 validator1 validator2 validator3 validator4'],
  ],
  [
    'an organization may have trustees only',
    `--cluster eu=kind:203.0.113.7 ${['a', 'b', 'c', 'd', 'e'].map((name) => `--organization ${name}`).join(' ')} --nodes validator=4`,
    [
      'a: trustee1 validator1',
      'b: trustee1 validator1',
      'c: trustee1 validator1',
      'd: trustee1 validator1',
      'e: trustee1',
    ],
  ],
])('a new pool: %s', async (_, line, expected) => {
  expect(await organizationsOf(line)).toEqual(expected)
})
