/** Writes schemas/: what Chancery writes as JSON, for programs that read it. */
import { mkdir, writeFile } from 'node:fs/promises'
import { outputSchemaFiles } from './output-schemas.ts'

await mkdir(new URL('../schemas', import.meta.url), { recursive: true })
for (const [path, text] of outputSchemaFiles()) await writeFile(new URL(`../${path}`, import.meta.url), text)
