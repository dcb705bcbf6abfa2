/** Writes what is made from the table of commands into action.yml, the README and docs/command-line.md. */
import { readFile, writeFile } from 'node:fs/promises'
import { generatedParts, withPart } from './command-texts.ts'

for (const part of generatedParts()) {
  const path = new URL(`../${part.file}`, import.meta.url)
  await writeFile(path, withPart(await readFile(path, 'utf8'), part))
}
