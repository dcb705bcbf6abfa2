import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { inspect } from '../../src/commands/inspect.ts'
import type { Finding } from '../../src/network/finding.ts'
import { resultJson } from '../../src/report/json.ts'
import { nearbyFile } from '../../src/repository/nearby-file.ts'
import { besuFile, organization, peer, shapes, validator } from '../bevel/inputs.ts'
import { place } from '../bevel/place.ts'
import { memoryFiles } from '../memory-files.ts'
import { besuGenesis } from '../platforms/evm/adopt/chain.ts'

const ruleOf = ({ rule }: Finding): string => rule

describe('chancery import bevel', () => {
  it('writes a definition that lacks only what people know, and a report', async () => {
    const { run, files, said, found } = place({ 'network.yaml': besuFile() })
    const result = await run(['network.yaml'])
    expect(result).toMatchObject({
      status: 0,
      changed: true,
      files: ['network.yaml', 'IMPORT.md'],
      clusters: ['ledgers'],
    })
    expect(found.map(ruleOf)).toEqual(['setup'])
    const text = String(files.contents.get('network.yaml'))
    expect(text).toContain('- {name: south, role: rpc, expose: [rpc, ws], port: 15020}')
    expect(text).toContain('    # recipients: [age1…]')
    // Warnings that hold for the network are accepted, with their messages above.
    expect(text).toMatch(/^acknowledge:\n {2}# .*\n {2}- [a-z-]+ /m)
    expect((await inspect({ network: 'network.yaml' }, files)).findings.map(ruleOf)).toEqual(['setup'])
    const everything = [
      ...files.contents.values(),
      ...said,
      JSON.stringify(found),
      resultJson('import bevel', result),
    ].join('\n')
    expect(everything).not.toContain('hush')
    expect(JSON.parse(resultJson('import bevel', result)).imported.fields.length).toBeGreaterThan(80)
  })

  it('again with the same input: the same files', async () => {
    const { run, files } = place({ 'network.yaml': besuFile() })
    await run(['network.yaml'])
    const former = new Map(files.contents)
    expect(await run(['network.yaml'])).toMatchObject({ status: 0 })
    expect(files.contents).toEqual(former)
  })

  it('overwrites no definition and no file of people', async () => {
    const { run, files, said } = place({ 'a.yaml': besuFile() }, { 'network.yaml': 'mine', 'IMPORT.md': 'mine' })
    expect(await run(['a.yaml'])).toMatchObject({ status: 1, changed: false, files: [], kept: ['network.yaml'] })
    expect([...files.contents.values()]).toEqual(['mine', 'mine'])
    expect(said.at(-1)).toBe('nothing was written: move these files away, or name another folder with --into')
    const other = place({ 'a.yaml': besuFile() }, { 'IMPORT.md': 'mine' })
    expect(await other.run(['a.yaml'], { report: 'elsewhere.md' })).toMatchObject({
      status: 0,
      files: ['network.yaml'],
    })
    expect(other.files.contents.get('IMPORT.md')).toBe('mine')
    expect(other.reports.get('elsewhere.md')).toMatch(/^# Import\n/)
  })

  it('a ledger that no platform runs: a report, and nothing is written', async () => {
    const { run, files, said } = place({ 'corda.yaml': shapes['corda-enterprise'] ?? '' })
    const result = await run(['corda.yaml'])
    expect(result).toMatchObject({
      status: 1,
      imported: { type: 'corda-enterprise' },
    })
    expect(files.contents.size).toBe(0)
    expect(said.at(-1)).toBe('no platform of Chancery runs corda-enterprise: no definition was written')
  })

  it('organizations without validators: the definition is written, and the missing part is an error', async () => {
    const { run, files, found, said } = place({
      'a.yaml': besuFile({}, [organization('a', { peers: [peer('p', 15010)] })]),
    })
    expect(await run(['a.yaml'])).toMatchObject({ status: 1, changed: true })
    expect(found.map(ruleOf)).toContain('validators')
    expect(String(files.contents.get('network.yaml'))).toContain('\n# external: the validators of the chain')
    expect(said).toContain('  2. Write the validators of the chain in `external`: the input has none.')
  })

  it.each<[string, Readonly<Record<string, string>>, readonly string[], string]>([
    ['no file', {}, ['a.yaml'], 'there is no file a.yaml'],
    [
      'a definition',
      { 'a.yaml': 'platform: besu\n' },
      ['a.yaml'],
      'a.yaml is not a file of Bevel: it has no top key "network" with a "type"',
    ],
    [
      'two ledgers',
      { 'a.yaml': besuFile(), 'b.yaml': shapes['corda-enterprise'] ?? '' },
      ['a.yaml', 'b.yaml'],
      'these files are of different ledgers: besu and corda-enterprise',
    ],
  ])('refuses %s', async (_, inputs, names, message) => {
    await expect(place(inputs).run(names)).rejects.toThrow(message)
  })

  it('a file that is not YAML has a finding without its text', async () => {
    const { run, found } = place({
      'a.yaml': 'network:\n  type: besu\n  token: "ghp_0123456789012345678901234567890123456789\n',
    })
    expect(await run(['a.yaml'])).toMatchObject({ status: 1 })
    expect(found.map(ruleOf)).toEqual(['yaml-syntax'])
    expect(JSON.stringify(found)).not.toContain('ghp_')
  })
})

describe('another command with a file of Bevel', () => {
  it('has one finding, which names the import', async () => {
    for (const text of Object.values(shapes)) {
      const { findings } = await inspect({ network: 'network.yaml' }, memoryFiles({ 'network.yaml': text }))
      expect(findings.map(ruleOf)).toEqual(['bevel-definition'])
      expect(findings[0]?.hint).toContain('chancery import bevel network.yaml')
    }
  })

  it('a definition with a key "network" beside its platform is none', async () => {
    const text = 'version: 1\nplatform: besu\nnetwork: {type: besu}\n'
    const { findings } = await inspect({ network: 'network.yaml' }, memoryFiles({ 'network.yaml': text }))
    expect(findings.map(ruleOf)).not.toContain('bevel-definition')
  })
})

describe('files that a file of Bevel names', () => {
  let folder = ''
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'chancery-bevel-'))
    await mkdir(join(folder, 'inside', 'build'), { recursive: true })
    await writeFile(join(folder, 'inside', 'build', 'genesis.json'), '{}')
    await writeFile(join(folder, 'outside.json'), 'secret')
    await writeFile(join(folder, 'inside', 'bytes'), Buffer.from([0xff, 0xfe, 0x00]))
  })
  afterAll(() => rm(folder, { recursive: true }))

  it.each<[string, string | undefined]>([
    ['build/genesis.json', '{}'],
    ['../outside.json', undefined],
    ['/etc/hostname', undefined],
    ['build', undefined],
    ['bytes', undefined],
    ['missing.json', undefined],
  ])('%s', async (named, expected) => {
    expect(await nearbyFile(join(folder, 'inside', 'network.yaml'), named)).toBe(expected)
  })
})

it('a genesis beside the input is copied', async () => {
  const genesis = JSON.stringify(besuGenesis)
  const { run, files } = place({
    'a.yaml': besuFile({ config: { consensus: 'qbft', genesis: 'genesis.json' } }, [
      organization('a', { validators: [validator('v', 15010)] }),
    ]),
    'genesis.json': genesis,
  })
  await run(['a.yaml'])
  expect(files.contents.get('material/public/genesis.json')).toBe(genesis)
})
