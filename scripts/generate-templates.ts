/** Writes into the templates what `chancery init` writes: their networks are written by hand. */
import { mkdir, writeFile } from 'node:fs/promises'
import { dirname } from 'node:path'
import { fileURLToPath } from 'node:url'
import { templateFiles, templates } from './templates.ts'

for (const template of templates)
  for (const [path, text] of await templateFiles(template)) {
    const file = fileURLToPath(new URL(`../${template}/${path}`, import.meta.url))
    await mkdir(dirname(file), { recursive: true })
    await writeFile(file, text)
  }
