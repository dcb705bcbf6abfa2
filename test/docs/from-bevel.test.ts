import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { load } from 'js-yaml'
import { expect, it } from 'vitest'
import { importBevel } from '../../src/bevel/import.ts'
import { readSource } from '../../src/network/source.ts'
import { runNode } from '../dist/runner.ts'
import { program } from '../program.ts'
import { temporaryFolder } from '../repository/git-folder.ts'
import { blocksOf, read } from './pages.ts'

const blocks = blocksOf(await read('docs/guides/from-bevel.md'))
const after = (start: string): string => blocks.find(({ text }) => text.startsWith(start))?.text ?? ''

it('the example of docs/guides/from-bevel.md is what the command does', async () => {
  const folder = await temporaryFolder()
  await writeFile(join(folder, 'bevel.yaml'), after('network:\n  type: besu\n'))
  const line = ['import', 'bevel', 'bevel.yaml', '--into', 'trade']
  const ran = await runNode([await program(), ...line], folder, { HOME: folder, PATH: process.env.PATH })
  expect(ran.status).toBe(0)
  expect(ran.stdout).toBe(after('2 clusters'))
  expect(await readFile(join(folder, 'trade/network.yaml'), 'utf8')).toBe(after('# yaml-language-server'))
  // No value of a secret of the input, in any output.
  expect(`${ran.stdout}${ran.stderr}${await readFile(join(folder, 'trade/IMPORT.md'), 'utf8')}`).not.toContain('12345')
})

it.each([
  ['fabric', 'trade'],
  ['indy', 'sovereign'],
  ['corda', 'loans'],
])('the example of %s is what the import makes of it, but for recipients', (type, name) => {
  const source = readSource('bevel.yaml', after(`network:\n  type: ${type}\n`))
  if (!('value' in source)) throw new Error('the example is not YAML')
  const { written } = importBevel({ sources: [source], name: undefined, files: new Map() })
  const shown = after(`version: 1\nname: ${name}\n`).replace(
    /^ +(?:recipients|issuerRecipients|stewardRecipients): .*\n/gm,
    '',
  )
  expect(written?.definition).toEqual(load(shown))
})
