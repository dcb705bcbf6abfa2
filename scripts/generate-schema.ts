/** Writes network.schema.json, which editors check definitions with, beside the sources and into the template. */
import { writeFile } from 'node:fs/promises'
import { jsonSchema } from '../src/network/schema.ts'
import { platforms } from '../src/platforms/index.ts'

const text = `${JSON.stringify(jsonSchema(platforms.map(({ definition }) => definition)), null, 2)}\n`
for (const path of ['network.schema.json', 'template/network.schema.json', 'template-fabric/network.schema.json'])
  await writeFile(new URL(`../${path}`, import.meta.url), text)
