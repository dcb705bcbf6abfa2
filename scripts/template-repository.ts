/**
 * Writes the repository of a template, as a release brings it to its own place:
 * node scripts/template-repository.ts template FOLDER v1.2.3 COMMIT. The workflows then use that release, by its commit.
 */
import { cp, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { workTree } from '../src/repository/work-tree.ts'
import { withPins } from '../src/starter/pins.ts'

const [template = '', folder = '', tag = '', commit = ''] = process.argv.slice(2)
if (!/^v\d+\.\d+\.\d+$/.test(tag) || !/^[0-9a-f]{40}$/.test(commit))
  throw new Error('name a template, a folder, a tag such as v1.2.3, and a commit')

const pins = new Map([['chancery-dev/chancery', { reference: commit, comment: ` # ${tag}` }]])
await cp(fileURLToPath(new URL(`../${template}`, import.meta.url)), folder, { recursive: true })
for (const path of await workTree(folder).list('.github/workflows')) {
  const file = join(folder, path)
  await writeFile(file, withPins(await readFile(file, 'utf8'), pins))
}
