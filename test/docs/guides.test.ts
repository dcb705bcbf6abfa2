import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { load } from 'js-yaml'
import { describe, expect, it } from 'vitest'
import { parseCommandLine } from '../../src/command-line/parse.ts'
import { keys } from '../../src/commands/keys.ts'
import { run } from '../../src/tools/process.ts'
import { filledIn } from '../bed/fork.ts'
import { guide } from '../bed/guides/guide.ts'
import { shell } from '../bed/guides/shell.ts'
import { recordingPorts } from '../commands/recording-ports.ts'
import { renderCase } from '../golden/cases.ts'
import { git, temporaryFolder, writeFiles } from '../repository/git-folder.ts'
import { blocksOf, filesOf, read } from './pages.ts'

const pages = await filesOf('docs/guides/*.md')

/** Commands of this product in blocks and in running text, without what a shell puts around them. */
async function commandsOf(page: string): Promise<readonly string[]> {
  const markdown = await read(page)
  const blocks = blocksOf(markdown).filter(({ language }) => language === 'sh')
  const inline = [...markdown.replace(/^ *```.*?^ *```/gms, '').matchAll(/`(chancery [^`]+)`/g)].map(([, text]) => text)
  return [...blocks.flatMap(({ text }) => text.split('\n')), ...inline].flatMap(
    (line) => /^ *(?:[A-Z_]+=\S+ )*chancery ([^>|#]*)/.exec(line ?? '')?.[1]?.trim() ?? [],
  )
}

/** Words of a simple command: quotes hold some together. */
const words = (line: string): string[] =>
  [...line.matchAll(/"([^"]*)"|'([^']*)'|(\S+)/g)].map(([, double, single, plain]) => double ?? single ?? plain ?? '')

describe.each(pages)('%s', (page) => {
  it('has commands that there are, with options that they have', async () => {
    for (const line of await commandsOf(page)) expect(() => parseCommandLine(words(line), 100), line).not.toThrow()
  })

  it('has programs that Node.js can read', async () => {
    const folder = await temporaryFolder()
    for (const { text } of blocksOf(await read(page)).filter(({ language }) => language === 'js')) {
      const file = join(folder, 'program.mjs')
      await writeFile(file, text)
      expect(await run(process.execPath, ['--check', file], { directory: folder })).toMatchObject({ status: 0 })
    }
  })

  it('says how to check, and what can go wrong', async () => {
    const headings = [...(await read(page)).matchAll(/^## (.*)$/gm)].map(([, heading]) => heading)
    const isTable = page.endsWith('troubleshoot.md') || page.endsWith('rotate.md')
    if (!isTable) expect(headings).toEqual(expect.arrayContaining(['Check', 'What can go wrong']))
    expect(await read(page)).toMatch(/^# .*\n\nUse this /)
  })
})

it('the guides have commands', async () => {
  const found = await Promise.all(pages.map(commandsOf))
  expect(found.flat().length).toBeGreaterThan(30)
})

describe('docs/guides/connect.md', () => {
  it('puts the connection profile of an organization into its namespace', async () => {
    const { block, yaml } = await guide('connect')
    const directory = await temporaryFolder()
    const folder = await temporaryFolder()
    const { definition } = await filledIn(await read('template-fabric/network.yaml'))
    await writeFiles(directory, { 'network.yaml': definition })
    await git(directory, 'init', '--quiet')
    await keys({ network: 'network.yaml' }, recordingPorts(directory))
    const sh = await shell({ directory, folder, dnsServer: '127.0.0.1' })

    await sh(block('connection-profile'))
    await writeFiles(directory, { 'overrides/eu/manufacturer/kustomization.yaml': yaml('- connection-profile.yaml') })
    expect(await sh(block('validate --build'))).not.toContain('error')
    const { data } = load(
      await readFile(join(directory, 'overrides/eu/manufacturer/connection-profile.yaml'), 'utf8'),
    ) as {
      data: { 'profile.json': string }
    }
    expect(JSON.parse(data['profile.json'])).toMatchObject({
      organizations: {
        manufacturer: { mspid: 'ManufacturerMSP', peers: ['peer1.manufacturer', 'peer2.manufacturer'] },
      },
    })
  })
})

describe('docs/guides/mirror.md', () => {
  it('shows a command for each image', async () => {
    const { block } = await guide('mirror')
    const folder = await temporaryFolder()
    const { tree } = await renderCase('options')
    await writeFiles(folder, { 'deploy/README.md': String(tree.get('deploy/README.md')) })
    const { status, stdout } = await run('bash', ['-c', block('crane copy')], { directory: folder })
    expect(status).toBe(0)
    expect(stdout).toContain('crane copy curlimages/curl:8.16.0 registry.example.com/mirror/curlimages/curl:8.16.0\n')
    expect(stdout.trim().split('\n').length).toBeGreaterThan(2)
  })
})
