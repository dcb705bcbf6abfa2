import { readFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { load } from 'js-yaml'
import { moduleDirectory } from '../bed/tools/go.ts'
import type { JsonObject } from './json.ts'

const module = 'github.com/argoproj/argo-cd/v3@v3.5.7'

/** CustomResourceDefinitions of Argo CD, as its release has them: Application and AppProject. They are large: read once. */
export async function argoCdDefinitions(): Promise<readonly JsonObject[]> {
  const folder = join(await moduleDirectory(module, { directory: tmpdir() }), 'manifests/crds')
  return Promise.all(
    ['application', 'appproject'].map(
      async (kind) => load(await readFile(join(folder, `${kind}-crd.yaml`), 'utf8')) as JsonObject, // a definition
    ),
  )
}
