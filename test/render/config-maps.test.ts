import { load } from 'js-yaml'
import { expect, test } from 'vitest'
import { textOf } from '../../src/file-content.ts'
import type { ConfigMapOfFiles } from '../../src/platforms/platform.ts'
import { overlayFiles } from '../../src/render/kustomization.ts'

const overlayOf = (naming: ConfigMapOfFiles['naming'], files: Record<string, string | Uint8Array>) =>
  overlayFiles(
    {
      ...{ bases: [], patches: {}, objects: {}, sealed: {}, renames: {} },
      configMaps: [{ name: 'spec', files: Object.keys(files), naming }],
      files,
    },
    'deploy/clusters/eu/farmer',
    'besu',
  )

test('a ConfigMap of plain files is made by kustomize from them', () => {
  const { files, kustomization } = overlayOf('kept', { 'genesis.json': '{}\n' })
  expect(files).toEqual([['genesis.json', '{}\n']])
  expect(kustomization).toMatchObject({
    resources: [],
    configMapGenerator: [{ name: 'spec', files: ['genesis.json'] }],
  })
})

test.each([
  ['bytes, which Git may take for text', Uint8Array.of(0x61, 0x0d, 0x0a), { binaryData: { part: 'YQ0K' } }],
  ['carriage returns, which Git may take away', 'a\r\n', { data: { part: 'a\r\n' } }],
])('with %s, it is a manifest', (_, content, entries) => {
  const { files, kustomization } = overlayOf('kept', { part: content, 'note.txt': 'plain\n' })
  expect(kustomization).toMatchObject({ resources: ['spec.yaml'], configMapGenerator: [] })
  expect(files.map(([name]) => name)).toEqual(['spec.yaml'])
  const text = textOf(new Map(files), 'spec.yaml') ?? ''
  expect(text).not.toContain('\r')
  const annotations = { 'kustomize.toolkit.fluxcd.io/prune': 'disabled' }
  expect(load(text)).toMatchObject({ kind: 'ConfigMap', metadata: { name: 'spec', annotations } })
  expect(load(text)).toMatchObject({ data: { 'note.txt': 'plain\n' }, ...entries })
})
