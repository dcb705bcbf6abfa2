/** Writes network.schema.json, which editors check definitions with, beside the sources and into the template. */
import { writeFile } from 'node:fs/promises'
import { jsonSchema } from '../src/network/schema.ts'

const text = `${JSON.stringify(jsonSchema(), null, 2)}\n`
for (const path of ['network.schema.json', 'template/network.schema.json'])
  await writeFile(new URL(`../${path}`, import.meta.url), text)
