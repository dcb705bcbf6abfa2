import { createHash } from 'node:crypto'
import { readFile, writeFile } from 'node:fs/promises'
import { basename, join } from 'node:path'
import { cacheDirectory } from '../bed/tools/cache.ts'
import { customResourceDefinitions } from '../bed/tools/custom-resources.ts'
import { alone, exists, once } from '../bed/tools/once.ts'
import { buildLock, tool, toolFolder } from '../bed/tools/tool.ts'

interface Source {
  /** A Go module that pins the version of the types. */
  readonly directory: string
  readonly importPath: string
}

// A module each: in one, the newer of the two would decide the version of the types they share.
const flux = [
  ['kustomize-controller', 'v1'],
  ['source-controller', 'v1'],
  ['notification-controller', 'v1'],
  ['notification-controller', 'v1beta3'],
].map(([name = '', version]) => ({
  directory: join(import.meta.dirname, 'flux', name),
  importPath: `github.com/fluxcd/${name}/api/${version}`,
}))

const certManager = ['certmanager', 'acme'].map((group) => ({
  directory: join(import.meta.dirname, 'cert-manager'),
  importPath: `github.com/cert-manager/cert-manager/pkg/apis/${group}/v1`,
}))

const volumeSnapshots = {
  directory: join(import.meta.dirname, 'volume-snapshots'),
  importPath: 'github.com/kubernetes-csi/external-snapshotter/client/v8/apis/volumesnapshot/v1',
}

const prometheusOperator = {
  directory: join(import.meta.dirname, 'prometheus-operator'),
  importPath: 'github.com/prometheus-operator/prometheus-operator/pkg/apis/monitoring/v1',
}

/**
 * Folder with the CustomResourceDefinitions of Flux as YAML files, generated from its Go types when they are missing. As
 * with `tools`, the file of a test asks at its top.
 */
export const fluxDefinitions = (): Promise<string> => definitions('flux-crds', flux)

/** The same of cert-manager. */
export const certificateDefinitions = (): Promise<string> => definitions('cert-manager-crds', certManager)

/** The same of snapshots of volumes. */
export const snapshotDefinitions = (): Promise<string> => definitions('volume-snapshot-crds', [volumeSnapshots])

/** The same of the Prometheus operator. */
export const monitoringDefinitions = (): Promise<string> =>
  definitions('prometheus-operator-crds', [prometheusOperator])

/** Whether all are in the cache. */
export async function areDefinitionsGenerated(): Promise<boolean> {
  const folders = await Promise.all([
    folderOf('flux-crds', flux),
    folderOf('cert-manager-crds', certManager),
    folderOf('volume-snapshot-crds', [volumeSnapshots]),
    folderOf('prometheus-operator-crds', [prometheusOperator]),
  ])
  return (await Promise.all(folders.map(exists))).every(Boolean)
}

async function definitions(name: string, sources: readonly Source[]): Promise<string> {
  await tool('controller-gen')
  const target = await folderOf(name, sources)
  await once(target, (folder) =>
    alone(buildLock(), async () => {
      for (const { directory, importPath } of sources) {
        for (const [plural, text] of await customResourceDefinitions(directory, importPath)) {
          await writeFile(join(folder, `${plural}.yaml`), text)
        }
      }
    }),
  )
  return target
}

async function folderOf(name: string, sources: readonly Source[]): Promise<string> {
  const hash = createHash('sha256').update(basename(await toolFolder('controller-gen')))
  for (const { directory } of sources) hash.update(await readFile(join(directory, 'go.mod')))
  return join(cacheDirectory(), name, hash.digest('hex').slice(0, 12))
}
