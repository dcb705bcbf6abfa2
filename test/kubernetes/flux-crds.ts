import { createHash } from 'node:crypto'
import { readFile, writeFile } from 'node:fs/promises'
import { basename, dirname, join } from 'node:path'
import { cacheDirectory } from '../bed/tools/cache.ts'
import { customResourceDefinitions } from '../bed/tools/custom-resources.ts'
import { once } from '../bed/tools/once.ts'
import { tool } from '../bed/tools/tool.ts'

// A module each: in one, the newer of the two would decide the version of the types they share.
const controllers = ['kustomize-controller', 'source-controller'].map((name) => ({
  directory: join(import.meta.dirname, 'flux', name),
  importPath: `github.com/fluxcd/${name}/api/v1`,
}))

/** Folder with the CustomResourceDefinitions of Flux as YAML files, generated from its Go types when they are missing. */
export async function fluxDefinitions(): Promise<string> {
  const generator = basename(dirname(await tool('controller-gen')))
  const hash = createHash('sha256').update(generator)
  for (const { directory } of controllers) hash.update(await readFile(join(directory, 'go.mod')))
  const target = join(cacheDirectory(), 'flux-crds', hash.digest('hex').slice(0, 12))
  await once(target, async (folder) => {
    for (const { directory, importPath } of controllers) {
      for (const [plural, text] of await customResourceDefinitions(directory, importPath)) {
        await writeFile(join(folder, `${plural}.yaml`), text)
      }
    }
  })
  return target
}
