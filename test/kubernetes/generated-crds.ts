import { createHash } from 'node:crypto'
import { readFile, writeFile } from 'node:fs/promises'
import { basename, dirname, join } from 'node:path'
import { cacheDirectory } from '../bed/tools/cache.ts'
import { customResourceDefinitions } from '../bed/tools/custom-resources.ts'
import { once } from '../bed/tools/once.ts'
import { tool } from '../bed/tools/tool.ts'

interface Source {
  /** A Go module that pins the version of the types. */
  readonly directory: string
  readonly importPath: string
}

// A module each: in one, the newer of the two would decide the version of the types they share.
const flux = ['kustomize-controller', 'source-controller'].map((name) => ({
  directory: join(import.meta.dirname, 'flux', name),
  importPath: `github.com/fluxcd/${name}/api/v1`,
}))

const certManager = {
  directory: join(import.meta.dirname, 'cert-manager'),
  importPath: 'github.com/cert-manager/cert-manager/pkg/apis/certmanager/v1',
}

/** Folder with the CustomResourceDefinitions of Flux as YAML files, generated from its Go types when they are missing. */
export const fluxDefinitions = (): Promise<string> => definitions('flux-crds', flux)

/** The same of cert-manager. */
export const certificateDefinitions = (): Promise<string> => definitions('cert-manager-crds', [certManager])

async function definitions(name: string, sources: readonly Source[]): Promise<string> {
  const generator = basename(dirname(await tool('controller-gen')))
  const hash = createHash('sha256').update(generator)
  for (const { directory } of sources) hash.update(await readFile(join(directory, 'go.mod')))
  const target = join(cacheDirectory(), name, hash.digest('hex').slice(0, 12))
  await once(target, async (folder) => {
    for (const { directory, importPath } of sources) {
      for (const [plural, text] of await customResourceDefinitions(directory, importPath)) {
        await writeFile(join(folder, `${plural}.yaml`), text)
      }
    }
  })
  return target
}
