import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import type { FileContent } from '../../src/file-content.ts'
import { run } from '../../src/tools/process.ts'
import { program } from '../program.ts'
import { temporaryFolder, writeFiles } from '../repository/git-folder.ts'

const read = (name: string): string => readFileSync(join(import.meta.dirname, '../definitions', name), 'utf8')
const good = read('good.yaml')
const fabric = read('fabric.yaml')

/** Twice of five seconds and more: other tests run at the same time. */
const deadline = 25_000

function changed(base: string, text: string, replacement: string): string {
  if (!base.includes(text)) throw new Error(`the definition has no ${text}`)
  return base.replace(text, () => replacement)
}

const account = 'accounts: [{address: "0x0000000000000000000000000000000000001234", artifact: a.json}]'
const withArtifact = changed(good, 'chainId: 20261123', `chainId: 20261123\n  ${account}`)
const endorsement = "OutOf(2, 'ManufacturerMSP.peer', 'CarrierMSP.peer', 'RetailerMSP.peer')"
const lists = (levels: number): string => '['.repeat(levels) + ']'.repeat(levels)
const lines = (count: number, line: (at: number) => string): string =>
  Array.from({ length: count }, (_, at) => `${line(at)}\n`).join('')

/** Files, and what the answer says. */
const inputs: readonly (readonly [name: string, files: Record<string, FileContent>, expected: RegExp])[] = [
  [
    'a policy in 20 000 gates',
    { 'network.yaml': changed(fabric, endorsement, `${'OR('.repeat(20_000)}'A.peer'${')'.repeat(20_000)}`) },
    /^network\.yaml:\d+:\d+: error: the policy .*nested more than 32 levels deep/,
  ],
  ['lists in lists', { 'network.yaml': `${good}labels: ${lists(200_000)}\n` }, /^network\.yaml:\d+:\d+: error: /],
  [
    '100 000 keys',
    { 'network.yaml': good + lines(90_000, (at) => `a${at}: 1`) },
    /\n… 89700 more findings.*\n90000 errors/,
  ],
  [
    'a name of a megabyte',
    { 'network.yaml': changed(good, 'supplychain', 'x'.repeat(1_000_000)) },
    /^network\.yaml:3:7: error: /,
  ],
  [
    '60 000 items of another type',
    { 'network.yaml': `${good}acknowledge: [${'1,'.repeat(60_000)}]\n` },
    /\n… 59700 more findings.*\n60000 errors/,
  ],
  [
    'the code of a contract in 30 MB',
    { 'network.yaml': withArtifact, 'a.json': JSON.stringify({ deployedBytecode: `0x${'60'.repeat(15_000_000)}z` }) },
    /^network\.yaml:9:80: error: a\.json has a deployedBytecode that is not hexadecimal/,
  ],
  [
    'an artifact of a million objects in objects',
    { 'network.yaml': withArtifact, 'a.json': `${'{"a":'.repeat(1_000_000)}1${'}'.repeat(1_000_000)}` },
    /^network\.yaml:9:80: error: a\.json /,
  ],
  [
    'a genesis of lists in lists',
    { 'network.yaml': good, 'material/public/genesis.json': lists(1_000_000) },
    /material\/public\/genesis\.json/,
  ],
  [
    'a lock of lists in lists',
    { 'network.yaml': good, 'network.lock.yaml': `version: 1\nports: ${lists(50_000)}\n` },
    /^network\.lock\.yaml:2:\d+: error: /,
  ],
  [
    'an override that looks like the beginning of secrets',
    {
      'network.yaml': good,
      'overrides/a.txt': `-----BEGIN ${'A '.repeat(500_000)}${'AGE-PLUGIN-1A'.repeat(100_000)}${'.eyJaaaaaaaaaaaa'.repeat(100_000)}`,
    },
    /overrides\/a\.txt|missing keys are made/,
  ],
]

describe('a process with 512 MB answers in time to', () => {
  it.each(inputs)('%s', async (_, files, expected) => {
    const directory = await temporaryFolder()
    await writeFiles(directory, files)
    const args = ['--max-old-space-size=512', await program(), 'validate']
    const began = performance.now()
    const { status, stderr } = await run(process.execPath, args, { directory })
    expect(stderr).not.toContain('this is a bug')
    expect(status).toBeLessThan(3)
    expect(stderr).toMatch(expected)
    expect(stderr.length).toBeLessThan(200_000)
    expect(performance.now() - began).toBeLessThan(deadline)
  })
})
