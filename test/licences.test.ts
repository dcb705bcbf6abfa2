import { mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { licencesOf, packageFolders } from '../scripts/licences.ts'
import { root } from './docs/pages.ts'
import { temporaryFolder } from './repository/git-folder.ts'

describe('the packages of a bundle', () => {
  it('are those of its modules, nested copies and what they have inside among them', () => {
    const modules = [
      '/p/src/main.ts',
      '/p/node_modules/zod/v4/index.js',
      '/p/node_modules/@noble/curves/abstract/curve.js',
      '/p/node_modules/@noble/post-quantum/node_modules/@noble/curves/utils.js',
      '/p/node_modules/jsonpath-plus/dist/index.js',
      '/p/node_modules/zod/v4/core.js',
      '\0rolldown/runtime.js',
    ]
    expect(packageFolders('/p', modules)).toEqual(
      [
        '@jsep-plugin/assignment',
        '@jsep-plugin/regex',
        '@noble/curves',
        '@noble/post-quantum/node_modules/@noble/curves',
        'jsep',
        'jsonpath-plus',
        'rolldown',
        'zod',
      ].map((name) => join('/p/node_modules', name)),
    )
  })
})

describe('licences', () => {
  async function licenceOf(license: string, files: Readonly<Record<string, string>>): Promise<string> {
    const folder = join(await temporaryFolder(), 'node_modules/one')
    await mkdir(folder, { recursive: true })
    const all = { 'package.json': JSON.stringify({ name: 'one', version: '1.0.0', license }), ...files }
    for (const [name, text] of Object.entries(all)) await writeFile(join(folder, name), text)
    return licencesOf(root, [folder])
  }

  it('are whole: each text that a package has, its notice too', async () => {
    const text = await licenceOf('Apache-2.0', { 'LICENSE.txt': 'Apache', NOTICE: 'by One', 'README.md': 'read me' })
    expect(text).toContain('one 1.0.0 (Apache-2.0)\n\nApache\n\nby One\n')
    expect(text).not.toContain('read me')
  })

  it.each([
    ['without a text', 'MIT', {}, 'one 1.0.0 has no text of its licence: add one to scripts/licences.ts'],
    ['that nobody looked at', 'GPL-3.0', { LICENSE: 'x' }, 'one 1.0.0 has the licence GPL-3.0: read it, then add it'],
  ])('%s stop the build', async (_name, license, files, message) => {
    await expect(licenceOf(license, files)).rejects.toThrow(message)
  })

  it('of what no package is are there too', async () => {
    const text = await licencesOf(root, packageFolders(root, [join(root, 'node_modules/undici/index.js')]))
    const titles = [...text.matchAll(/^(?:llhttp|Emissary-ingress|undici \d+)/gm)].map(([title]) => title)
    expect(titles).toEqual([expect.stringMatching(/^undici /), 'llhttp', 'Emissary-ingress'])
  })
})
