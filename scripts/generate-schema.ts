/** Writes network.schema.json, which editors check definitions with, here and into the templates. */
import { writeFile } from 'node:fs/promises'
import { schemaFile, schemaText } from '../src/starter/repository.ts'

await writeFile(new URL(`../${schemaFile}`, import.meta.url), schemaText())
await import('./generate-templates.ts')
