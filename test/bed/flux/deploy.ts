import { readFile, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { load, loadAll } from 'js-yaml'
import { dumpDocuments, dumpYaml } from '../../../src/yaml.ts'
import { arrayAt, isJsonObject, type JsonObject, objectAt, textAt } from '../../kubernetes/json.ts'
import { git, writeFiles } from '../../repository/git-folder.ts'
import type { KubernetesObject } from '../cluster.ts'

/** Commits these files to a fork as somebody who can push does, past every check. Gives the revision. */
export async function pushed(directory: string, files: Readonly<Record<string, string>>): Promise<string> {
  await writeFiles(directory, files)
  await git(directory, 'add', '--all')
  await git(directory, 'commit', '--quiet', '--no-verify', '--message=Push')
  return git(directory, 'rev-parse', 'HEAD')
}

/** The kustomization of a root in a revision, with one more file. */
async function withResource(directory: string, revision: string, root: string, file: string): Promise<JsonObject> {
  const own = load(await git(directory, 'show', `${revision}:${root}/kustomization.yaml`)) as JsonObject // as rendered
  return { ...own, resources: [...arrayAt(own, 'resources'), file] }
}

/**
 * Files with which a root of a revision holds these objects too, wherever they are to go: a root puts what it holds into its
 * namespace, and patches of this kind come after that.
 */
export async function holding(
  directory: string,
  revision: string,
  root: string,
  objects: readonly KubernetesObject[],
): Promise<Record<string, string>> {
  const own = await withResource(directory, revision, root, 'attack.yaml')
  const patchesJson6902 = objects.flatMap(({ kind, metadata: { name, namespace } }) =>
    namespace === undefined || namespace === own.namespace
      ? []
      : [
          {
            target: { kind, name },
            patch: dumpYaml([{ op: 'replace', path: '/metadata/namespace', value: namespace }]),
          },
        ],
  )
  return {
    [`${root}/attack.yaml`]: dumpDocuments(objects),
    [`${root}/kustomization.yaml`]: dumpYaml({ ...own, patchesJson6902 }),
  }
}

/**
 * Commits `deploy/` of a cluster as releases before the tenancy root left it: each namespace is in the root of its organization,
 * which Flux applies with its own rights.
 */
export async function pushedAsBefore(
  directory: string,
  cluster: string,
  organizations: readonly string[],
): Promise<string> {
  const files: Record<string, string> = {}
  for (const organization of organizations) {
    const root = `deploy/clusters/${cluster}/${organization}`
    const base = await readFile(join(directory, 'deploy/base/tenancy/namespace.yaml'), 'utf8')
    files[`${root}/namespace.yaml`] = base
    files[`${root}/kustomization.yaml`] = dumpYaml(await withResource(directory, 'HEAD', root, 'namespace.yaml'))
    const path = `deploy/flux/${cluster}/organization-${organization}.yaml`
    const documents = loadAll(await readFile(join(directory, path), 'utf8')).filter(isJsonObject)
    files[path] = dumpDocuments(documents.filter(({ kind }) => kind === 'Kustomization').map(withoutAccount))
  }
  await rm(join(directory, `deploy/flux/${cluster}/tenancy.yaml`))
  return pushed(directory, files)
}

function withoutAccount(kustomization: JsonObject): JsonObject {
  const { serviceAccountName: _, dependsOn, ...spec } = objectAt(kustomization, 'spec')
  const others = (Array.isArray(dependsOn) ? dependsOn : []).filter(isJsonObject)
  return {
    ...kustomization,
    spec: { ...spec, dependsOn: others.filter((one) => !textAt(one, 'name').endsWith('-tenancy')) },
  }
}
