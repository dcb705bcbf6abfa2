import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { withPart } from '../../scripts/generated-part.ts'
import { factsPart } from '../../scripts/provider-annotations/facts.ts'
import { readControllers, tableOf } from '../../scripts/provider-annotations/table.ts'
import table from '../../src/providers/annotations/table.json' with { type: 'json' }
import { noteSurroundings } from '../real.ts'

// The sources of the controllers, from the module proxy of Go: 9 MB, and nothing is compiled.
const readings = await readControllers()

test('docs/providers.md cites lines that say so', async () => {
  const part = factsPart(readings)
  const page = await readFile(join(import.meta.dirname, '../..', part.file), 'utf8')
  expect(page, 'node scripts/generate-provider-annotations.ts').toBe(withPart(page, part))
})

test('the table of annotations is what the controllers read', () => {
  expect(tableOf(readings), 'node scripts/generate-provider-annotations.ts').toEqual(table)
  for (const { id, annotations } of readings) expect(annotations.size, id).toBeGreaterThan(6)
  const releases = readings.map(({ controller: { title, release } }) => `${title} ${release}`)
  noteSurroundings(
    'clouds',
    `${Object.keys(table.annotations).length} annotations as the sources of these read them: ${releases.join(', ')}`,
  )
})
