import { expect, it } from 'vitest'
import { readBases } from '../../src/bases.ts'
import type { FileTree } from '../../src/render/tree.ts'
import { renderCase } from '../golden/cases.ts'

const reference = /^[ -]*image: ([^\s:]+)(?::(\S+))?$/gm

it('has one tag for one image in all bases', async () => {
  const tags = new Map<string, Set<string>>()
  for (const [path, text] of await readBases()) {
    if (!path.endsWith('.yaml')) continue
    for (const [, name = '', tag = ''] of text.matchAll(reference))
      tags.set(name, (tags.get(name) ?? new Set()).add(tag))
  }
  expect(tags.size).toBeGreaterThan(8)
  expect([...tags].filter(([, all]) => all.size > 1)).toEqual([])
})

/** Names in the table of images. */
const namesListed = (tree: FileTree): (string | undefined)[] => {
  const [, section = ''] = String(tree.get('deploy/README.md')).split('## Images\n')
  return [...section.matchAll(/^\| `([^`:@]+)/gm)].map(([, image]) => image)
}

it.each([
  ['a ledger with chaincode and state databases', 'fabric'],
  ['a ledger from another registry than Docker Hub', 'indy'],
  ['a ledger whose image the definition names', 'substrate'],
  ['nodes of several releases, images by digest from a mirror', 'options'],
])('lists every image of %s', async (_, name) => {
  const { tree } = await renderCase(name)
  const used = [...tree]
    .filter(([path]) => path.startsWith('deploy/base/') && path.endsWith('.yaml'))
    .flatMap(([, text]) => [...String(text).matchAll(reference)].map(([, image]) => image))
    .filter((image) => image !== 'chaincode' && image !== 'substrate-node')
  expect(namesListed(tree)).toEqual(expect.arrayContaining([...new Set(used), 'curlimages/curl']))
})
