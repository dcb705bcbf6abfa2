import { createHash } from 'node:crypto'
import { loadAll, YAMLException } from 'js-yaml'
import { isObject, isRecord, type KubernetesObject } from '../../cluster/objects.ts'
import { type FileContent, toBytes } from '../../file-content.ts'
import { groupBy } from '../../group-by.ts'
import type { Risk } from '../../network/risk.ts'
import type { FileTree } from '../../render/tree.ts'
import { counted, several } from '../../words.ts'
import { type RootChange, rootChange } from '../objects.ts'
import { contentOfChange } from './content.ts'
import { fluxSystem } from './deploy.ts'
import { subjectOf } from './subject.ts'

export interface FluxSystemChange {
  readonly roots: readonly RootChange[]
  readonly risks: readonly Risk[]
}

/** Files of this size are Flux's own many times over. Larger ones are told by their digest. */
const largest = 4 * 1024 * 1024

/**
 * What a change does to Flux itself, in files that changed: its controllers, what it reads, and as whom it applies. Nothing renders
 * them, so nothing tells whether they are right: their difference is shown, and a person has to look.
 */
export function fluxSystemChange(before: FileTree, after: FileTree): FluxSystemChange {
  const paths = [...new Set([...before.keys(), ...after.keys()])].filter((path) => fluxSystem.test(path)).sort()
  const clusters = [...groupBy(paths, (path) => fluxSystem.exec(path)?.[1] ?? '')]
  return {
    roots: clusters
      .map(([cluster, own]) =>
        rootChange({ cluster, part: 'Flux itself', before: contents(before, own), after: contents(after, own) }),
      )
      .filter(({ changes, routine }) => changes.length + routine.length > 0),
    risks: clusters.map(([cluster, own]) => risk(cluster, own, contentOfChange(own, before, after))),
  }
}

const risk = (cluster: string, paths: readonly string[], content: string): Risk => ({
  id: 'flux-system-changed',
  severity: 'danger',
  subject: subjectOf(cluster),
  message: `${counted(paths.length, 'file')} of Flux itself in cluster ${cluster} ${paths.length === 1 ? 'changes' : 'change'} (${several(
    paths.map((path) => path.slice(path.lastIndexOf('/flux-system/') + '/flux-system/'.length)),
  )}): their author decides what the cluster runs, whatever the definition says`,
  content,
  hint: 'compare them with what `flux bootstrap` of that release writes for this repository, branch and path',
  path: [],
  file: paths[0] ?? '',
})

const contents = (tree: FileTree, paths: readonly string[]): KubernetesObject[] =>
  paths.flatMap((path) => {
    const content = tree.get(path)
    return content === undefined ? [] : objectsOf(path, content)
  })

/** Objects of a file; what is none is an object called like the file. */
function objectsOf(path: string, content: FileContent): KubernetesObject[] {
  const documents = documentsOf(content)
  if (documents === undefined) return [asFile(path, { content: digest(toBytes(content)) })]
  return documents
    .filter((document) => document !== null && document !== undefined)
    .map((document) => {
      if (isObject(document) && !('secretGenerator' in document)) return document
      const own = isRecord(document) ? withoutSecrets(document) : { content: digest(JSON.stringify(document)) }
      return asFile(path, own)
    })
}

function documentsOf(content: FileContent): unknown[] | undefined {
  if (typeof content !== 'string' || content.length > largest) return undefined
  try {
    return loadAll(content, { maxAliases: 0 })
  } catch (error) {
    if (error instanceof YAMLException) return undefined
    throw error
  }
}

/** Such as kustomization.yaml, which has no name. Of a field that may hold a secret only that it changes is shown. */
const withoutSecrets = (document: Readonly<Record<string, unknown>>): Readonly<Record<string, unknown>> =>
  Object.fromEntries(
    Object.entries(document).map(([name, value]) => [
      name,
      open.has(name) ? value : digest(JSON.stringify(value) ?? ''),
    ]),
  )

/** Fields of kustomize whose values are names and patches. */
const open: ReadonlySet<string> = new Set([
  'components',
  'images',
  'namePrefix',
  'nameSuffix',
  'namespace',
  'patches',
  'patchesJson6902',
  'patchesStrategicMerge',
  'replacements',
  'replicas',
  'resources',
])

const asFile = (path: string, fields: Readonly<Record<string, unknown>>): KubernetesObject => ({
  ...fields,
  apiVersion: 'v1',
  kind: 'File',
  metadata: { name: path },
})

const digest = (content: FileContent): string => {
  const bytes = toBytes(content)
  return `${bytes.length} bytes, sha256:${createHash('sha256').update(bytes).digest('hex').slice(0, 12)}…`
}
