import { execFile } from 'node:child_process'
import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { writeParts } from './generated-part.ts'
import { factsPart } from './provider-annotations/facts.ts'
import { readControllers, tableOf } from './provider-annotations/table.ts'

// Writes the annotations that controllers of load balancers read, from their sources at the releases in
// provider-annotations/controllers.ts, and a table of docs/providers.md. Needs Go, which downloads the modules: 9 MB. Nothing is compiled.
// After a new release: look at what became of the table, then at the release in docs/providers.md.

const file = 'src/providers/annotations/table.json'
const readings = await readControllers()
const project = join(import.meta.dirname, '..')
await writeFile(join(project, file), `${JSON.stringify(tableOf(readings), undefined, 2)}\n`)
await promisify(execFile)('npx', ['biome', 'format', '--write', file], { cwd: project })
await writeParts([factsPart(readings)])
for (const { controller, annotations } of readings)
  console.log(`${controller.title} ${controller.release}: ${annotations.size} annotations`)
