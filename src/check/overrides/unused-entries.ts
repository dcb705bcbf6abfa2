import { posix } from 'node:path'
import { at, groupOf, isObject, isRecord, type KubernetesObject, listAt } from '../../cluster/objects.ts'
import type { Finding } from '../../network/finding.ts'
import type { BuiltPart } from '../../plan/built/index.ts'
import { imagesOf } from '../../plan/built/pods.ts'
import { workloadsIn } from '../../plan/built/workloads.ts'
import type { FileTree } from '../../render/tree.ts'
import { documentsOf, namesIn, reachedFrom } from './kustomizations.ts'
import { matches } from './origin.ts'

/** Entries that kustomize silently ignores, because no object of the root matches them. */
export function unusedEntries(part: BuiltPart, overrides: FileTree): Finding[] {
  const sources = reachedFrom(part.file, overrides)
  // A patch may have changed the kind or name of one of its objects.
  const written = sources.flatMap((source) =>
    namesIn(source, 'resources').flatMap((name) =>
      documentsOf(overrides, posix.join(posix.dirname(source.file), name)),
    ),
  )
  const objects = [...part.rendered, ...part.objects, ...written.map(({ value }) => value).filter(isObject)]
  const images = namesOfImages(part)
  return sources.flatMap((source): Finding[] => {
    const unused = (field: string, index: number, message: string, hint: string): Finding => ({
      rule: 'override-unused',
      severity: 'warning',
      message,
      hint,
      place: source.at([field, index, field === 'images' ? 'name' : 'target']),
    })
    const patches = ['patches', 'patchesJson6902'].flatMap((field) =>
      listAt(source.value, field).flatMap((entry, index) => {
        const target = at(entry, 'target')
        if (!isRecord(target) || objects.some((object) => isTargeted(target, object))) return []
        const names = objects.filter(({ kind }) => matches(target.kind, kind)).map(({ metadata }) => metadata.name)
        return [
          unused(
            field,
            index,
            `no object of ${part.part} in ${part.cluster} is ${described(target)}: this patch has no effect`,
            names.length === 0
              ? `correct the kind, one of: ${[...new Set(objects.map(({ kind }) => kind))].sort().join(', ')}`
              : `correct the name, one of: ${[...new Set(names)].sort().join(', ')}`,
          ),
        ]
      }),
    )
    const pinned = listAt(source.value, 'images').flatMap((entry, index) => {
      const name = at(entry, 'name')
      if (typeof name !== 'string' || images.has(name)) return []
      return [
        unused(
          'images',
          index,
          `no container of ${part.part} in ${part.cluster} has the image ${name}: this entry has no effect`,
          images.size === 0 ? 'remove it' : `correct the name, one of: ${[...images].sort().join(', ')}`,
        ),
      ]
    })
    return [...patches, ...pinned]
  })
}

/** Images of all containers, without tag and digest, as kustomize compares them. */
function namesOfImages(part: BuiltPart): ReadonlySet<string> {
  const images = (['rendered', 'objects'] as const).flatMap((view) => [...imagesOf(workloadsIn([part], view))])
  return new Set(images.map((image) => image.replace(/@.*$/, '').replace(/:[^/]*$/, '')))
}

const described = (target: Readonly<Record<string, unknown>>): string =>
  ['group', 'version', 'kind', 'name', 'namespace']
    .flatMap((field) => (target[field] === undefined ? [] : [String(target[field])]))
    .join(' ')

const couldMatch = (pattern: unknown, text: string): boolean => matches(pattern, text, true)

/** Whether kustomize could match an object. Label selectors count as matched, and names before a rename count too. */
const isTargeted = (target: Readonly<Record<string, unknown>>, object: KubernetesObject): boolean =>
  couldMatch(target.group, groupOf(object)) &&
  couldMatch(target.version, object.apiVersion.split('/').at(-1) ?? '') &&
  couldMatch(target.kind, object.kind) &&
  (couldMatch(target.name, object.metadata.name) || isFormerName(target.name, object)) &&
  (target.namespace === undefined || couldMatch(target.namespace, object.metadata.namespace ?? ''))

const isFormerName = (name: unknown, { metadata }: KubernetesObject): boolean =>
  typeof name === 'string' && (baseNames.has(name) || metadata.name.startsWith(`${name}-`))

/** Names in Chancery's bases: kustomize also matches a target by the original name of an object. */
export const baseNames: ReadonlySet<string> = new Set([
  'account',
  'ambassador',
  'announcements',
  'announcers',
  'applications',
  'ca',
  'chaincode',
  'chaincode-of-peers',
  'clients-inside',
  'cluster-services',
  'default-deny',
  'dns',
  'job',
  'metrics',
  'node',
  'node-couchdb',
  'node-rpc',
  'notaries',
  'operations',
  'orderer-administration',
  'orderer-join',
  'orderers',
  'organization',
  'peers',
  'repeat',
  'router',
  'validators',
  'voters',
  'votes',
])
