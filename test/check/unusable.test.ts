import { mkdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { inspect } from '../../src/commands/inspect.ts'
import type { FileContent } from '../../src/file-content.ts'
import { workTree } from '../../src/repository/work-tree.ts'
import { memoryFiles } from '../memory-files.ts'
import { temporaryFolder, writeFiles } from '../repository/git-folder.ts'

const good = await readFile(join(import.meta.dirname, '../definitions/good.yaml'), 'utf8')
const account = '  accounts: [{address: "0x0000000000000000000000000000000000001234", artifact: contracts/A.json}]'
const withArtifact = good.replace('chainId: 20261123', `chainId: 20261123\n${account}`)
const tokens = '{name: rpc1, role: rpc, expose: [rpc], authentication: {publicKey: keys/tokens.pem}}'
const withTokens = good.replace('{name: rpc1, role: rpc}', tokens)

const latin1 = (text: string): Uint8Array => Buffer.from(text, 'latin1')

async function found(files: Readonly<Record<string, FileContent>>): Promise<readonly string[]> {
  const { findings } = await inspect({ network: 'network.yaml' }, memoryFiles(files))
  return findings
    .filter(({ severity }) => severity === 'error')
    .map(({ rule, message, place: { file, line, column } }) => `${file}:${line}:${column} ${rule}: ${message}`)
}

const invalid = 'is not text in UTF-8: the byte 0xfc begins no character'

describe('bytes that are not UTF-8 are found where they are, in', () => {
  it.each<[string, Record<string, FileContent>, string]>([
    ['the definition', { 'network.yaml': latin1(good.replace('version: 1', 'version: 1 # f\u00fcr')) }, '2:15'],
    ['the lock', { 'network.yaml': good, 'network.lock.yaml': latin1('version: 1\nports: {\u00fc: {}}\n') }, '2:9'],
    ['an artifact', { 'network.yaml': withArtifact, 'contracts/A.json': latin1('{\n "a": "\u00fc"}') }, '2:8'],
    ['a key of tokens', { 'network.yaml': withTokens, 'keys/tokens.pem': latin1('M\u00fcller\n') }, '1:2'],
    [
      'a kustomization',
      { 'network.yaml': good, 'overrides/eu/ambassador/kustomization.yaml': latin1('labels: # \u00fc\n') },
      '1:11',
    ],
    [
      'what a kustomization names',
      {
        'network.yaml': good,
        'overrides/eu/ambassador/kustomization.yaml': 'resources: [extra.yaml]\n',
        'overrides/eu/ambassador/extra.yaml': latin1('a: b\n# \u00fc\n'),
      },
      '2:3',
    ],
    [
      'a certificate',
      { 'network.yaml': good, 'material/public/carrier/ca.crt': latin1('Subject: M\u00fcller\n') },
      '1:11',
    ],
    ['sealed keys', { 'network.yaml': good, 'material/sealed/us/carrier/rpc1.yaml': latin1('a: \u00fc\n') }, '1:4'],
  ])('%s', async (_, files, at) => {
    const [file = ''] = Object.entries(files).find(([, content]) => typeof content !== 'string') ?? []
    expect(await found(files)).toContainEqual(
      expect.stringMatching(new RegExp(`^${file}:${at} (?:file-encoding|override-file): ${file} ${invalid}$`)),
    )
  })

  it('no file of an override that Kubernetes gets as it is', async () => {
    const files = { 'network.yaml': good, 'overrides/eu/ambassador/data.bin': latin1('\u00fc') }
    expect(await found(files)).toEqual([])
  })
})

describe('what the definition names and cannot be read is found at its line:', () => {
  it('a folder', async () => {
    const directory = await temporaryFolder()
    await writeFiles(directory, { 'network.yaml': withArtifact })
    await mkdir(join(directory, 'contracts/A.json'), { recursive: true })
    const { findings } = await inspect({ network: 'network.yaml' }, workTree(directory))
    expect(findings).toEqual([
      {
        rule: 'file-kind',
        severity: 'error',
        message: 'contracts/A.json is a folder, not a file',
        hint: 'name a file',
        place: { file: 'network.yaml', line: 9, column: 80 },
      },
    ])
  })

  it('a name that no file can have', async () => {
    const directory = await temporaryFolder()
    const name = `${'a'.repeat(300)}.json`
    await writeFiles(directory, { 'network.yaml': withArtifact.replace('contracts/A.json', name) })
    const { findings } = await inspect({ network: 'network.yaml' }, workTree(directory))
    expect(findings).toEqual([
      expect.objectContaining({ rule: 'file-kind', place: { file: 'network.yaml', line: 9, column: 80 } }),
    ])
  })
})

it('takes the code of a contract of any size without using up the stack', async () => {
  const files = {
    'network.yaml': withArtifact,
    'contracts/A.json': JSON.stringify({ deployedBytecode: `0x${'60'.repeat(15_000_000)}x` }),
  }
  expect(await found(files)).toEqual([
    'network.yaml:9:80 artifact: contracts/A.json has a deployedBytecode that is not hexadecimal',
  ])
})
