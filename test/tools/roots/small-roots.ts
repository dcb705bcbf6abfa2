import { type FileTree, mergeTrees } from '../../../src/render/tree.ts'
import { type BuiltRoots, buildRoots, rootsOf } from '../../../src/tools/roots.ts'
import { dumpDocuments, dumpYaml } from '../../../src/yaml.ts'

/** A file of YAML documents, or a text as it is. */
type Content = string | readonly object[]

/** A root of a node called like the last part of its folder, in the cluster eu: what its kustomization says, and its other files. */
export const root = (place: string, kustomization: object, files: Readonly<Record<string, Content>>): FileTree =>
  new Map(
    Object.entries({ 'kustomization.yaml': dumpYaml(kustomization), ...files }).map(([name, content]) => [
      `deploy/clusters/eu/${place}/${name}`,
      typeof content === 'string' ? content : dumpDocuments(content),
    ]),
  )

export const configMap = (name: string, data: Readonly<Record<string, string>> = {}): object => ({
  apiVersion: 'v1',
  kind: 'ConfigMap',
  metadata: { name },
  data,
})

/** A StatefulSet that mounts a claim and a ConfigMap by name. */
export const statefulSet = (name: string, claimName: string, configName: string): object => ({
  apiVersion: 'apps/v1',
  kind: 'StatefulSet',
  metadata: { name },
  spec: {
    serviceName: name,
    selector: { matchLabels: { app: name } },
    template: {
      metadata: { labels: { app: name } },
      spec: {
        containers: [{ name: 'main', image: 'example.com/main' }],
        volumes: [
          { name: 'data', persistentVolumeClaim: { claimName } },
          { name: 'config', configMap: { name: configName } },
        ],
      },
    },
  },
})

export const claim = (name: string): object => ({
  apiVersion: 'v1',
  kind: 'PersistentVolumeClaim',
  metadata: { name },
  spec: { accessModes: ['ReadWriteOnce'], resources: { requests: { storage: '1Gi' } } },
})

/** Renames every object of that name, as overlays do. */
export const renaming = (from: string, to: string): object => ({
  target: { name: from },
  patch: dumpYaml([{ op: 'replace', path: '/metadata/name', value: to }]),
  options: { allowNameChange: true },
})

/** Each root of a tree, built in a call of its own: in no group. */
export async function builtAlone(program: string, tree: FileTree): Promise<BuiltRoots> {
  const results: BuiltRoots[] = []
  for (const one of rootsOf(tree)) results.push(await buildRoots(program, tree, (folder) => folder === one))
  return {
    built: new Map([...mergeTrees(...results.map(({ built }) => built))]),
    broken: results.flatMap(({ broken }) => broken),
  }
}
