import { readdir } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { run } from '../../src/tools/process.ts'

const root = join(import.meta.dirname, '../..')

test("the CRDs are what Emissary's Go types give", async () => {
  const { status, stderr } = await run(process.execPath, ['scripts/generate-emissary-crds.ts', '--check'], {
    directory: root,
  })
  expect(status, stderr).toBe(0)
})

test('there are fourteen of them', async () => {
  const files = await readdir(join(root, 'src/ambassador/base/crds'))
  expect(files.filter((file) => file !== 'kustomization.yaml')).toHaveLength(14)
})
