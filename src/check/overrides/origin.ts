import { posix } from 'node:path'
import { at, isRecord, listAt } from '../../cluster/objects.ts'
import type { Place } from '../../network/finding.ts'
import type { Source } from '../../network/source.ts'
import type { FileTree } from '../../render/tree.ts'
import { documentsIn, documentsOf, namesIn, reachedFrom } from './kustomizations.ts'

/** The identity of a built object, to find it in the files of an override. */
export interface ObjectName {
  readonly kind: string
  readonly name: string
}

/**
 * The place in an override that changes an object: a document of its files, or an entry of its kustomization. The first
 * place that names the object comes before fields that change every object; otherwise it is the beginning of `file`.
 */
export function originIn(overrides: FileTree, file: string, object: ObjectName): Place {
  const kustomizations = reachedFrom(file, overrides)
  for (const place of [namedIn, changedIn]) {
    for (const kustomization of kustomizations) {
      const [found] = place(kustomization, object, overrides)
      if (found !== undefined) return found
    }
  }
  return { file, line: 1, column: 1 }
}

/** Entries of a kustomization that name the object, and documents of their files. */
function* namedIn(source: Source, object: ObjectName, overrides: FileTree): Generator<Place> {
  const folder = posix.dirname(source.file)
  for (const name of namesIn(source, 'resources', 'patchesStrategicMerge'))
    yield* documentsNaming(object, documentsOf(overrides, posix.join(folder, name)))
  for (const field of ['patches', 'patchesJson6902'])
    for (const [index, entry] of listAt(source.value, field).entries()) {
      const [path, patch] = [at(entry, 'path'), at(entry, 'patch')]
      if (isTarget(at(entry, 'target'), object)) yield source.at([field, index])
      else if (typeof path === 'string')
        yield* documentsNaming(object, documentsOf(overrides, posix.join(folder, path)))
      else if (typeof patch === 'string' && documentsNaming(object, documentsIn('', patch)).length > 0)
        yield source.at([field, index])
    }
  for (const [index, entry] of listAt(source.value, 'replicas').entries())
    if (at(entry, 'name') === object.name) yield source.at(['replicas', index])
  for (const [field, kind] of generators)
    for (const [index, entry] of listAt(source.value, field).entries())
      if (object.kind === kind && isGenerated(at(entry, 'name'), object)) yield source.at([field, index])
}

const generators = [
  ['secretGenerator', 'Secret'],
  ['configMapGenerator', 'ConfigMap'],
] as const

/** Fields that change all objects, or many. */
function* changedIn(source: Source): Generator<Place> {
  for (const field of ['namespace', 'namePrefix', 'nameSuffix', 'commonLabels', 'labels', 'images', 'replacements'])
    if (at(source.value, field) !== undefined) yield source.atKey([field])
}

const documentsNaming = ({ kind, name }: ObjectName, documents: readonly Source[]): Place[] =>
  documents
    .filter(({ value }) => at(value, 'kind') === kind && at(value, 'metadata', 'name') === name)
    .map((document) => document.at([]))

/** kustomize treats kind and name of a target as anchored regular expressions. */
const isTarget = (target: unknown, { kind, name }: ObjectName): boolean =>
  isRecord(target) &&
  (target.kind !== undefined || target.name !== undefined) &&
  matches(target.kind, kind) &&
  matches(target.name, name)

/** Regular expressions of users are never run: common forms are supported, all others are `unknown`. */
export function matches(pattern: unknown, text: string, unknown = false): boolean {
  if (pattern === undefined || pattern === text) return true
  if (typeof pattern !== 'string') return false
  if (/[^\w./*-]/.test(pattern)) return unknown
  return pattern.replaceAll('.*', '') === '' || within(pattern, text)
}

/** `validator.*` and `.*-rpc`. */
const within = (pattern: string, text: string): boolean => {
  const [start, end, ...more] = pattern.split('.*')
  return end !== undefined && more.length === 0 && text.startsWith(start ?? '') && text.endsWith(end)
}

const isGenerated = (name: unknown, object: ObjectName): boolean =>
  typeof name === 'string' && (object.name === name || object.name.startsWith(`${name}-`))
