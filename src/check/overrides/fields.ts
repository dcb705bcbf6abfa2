import { isRecord } from '../../cluster/objects.ts'
import type { Path } from '../../network/finding.ts'
import { didYouMean } from '../../network/suggestion.ts'

// Fields of a kustomization as kustomize 5.8 reads them (api/types/kustomization.go). Only fields with known file references
// are allowed; kustomize accepts names in any case (`Resources`), which nobody needs.

/** What a name refers to: `either` is a file or a folder. */
type Sought = 'file' | 'folder' | 'either'

/** A file or folder that a kustomization names. */
export interface NamedPlace {
  /** Path of the name in the kustomization. */
  readonly path: Path
  readonly name: string
  readonly sought: Sought
}

/** A forbidden field or value. */
interface RefusedField {
  readonly path: Path
  readonly message: string
  readonly hint: string
}

export interface KustomizationFields {
  readonly places: readonly NamedPlace[]
  readonly refused: readonly RefusedField[]
}

/** Fields without file names. */
const plain: readonly string[] = [
  ...['apiVersion', 'kind', 'metadata', 'namePrefix', 'nameSuffix', 'namespace', 'commonLabels', 'labels'],
  ...[
    'commonAnnotations',
    'images',
    'imageTags',
    'replicas',
    'vars',
    'sortOptions',
    'generatorOptions',
    'buildMetadata',
  ],
]

/** Lists of names. */
const lists: ReadonlyMap<string, Sought> = new Map([
  ['resources', 'either'],
  ['bases', 'folder'],
  ['components', 'folder'],
  ['crds', 'file'],
  ['configurations', 'file'],
])

const patch = ['path', 'patch', 'target', 'options']
const generator = ['name', 'namespace', 'behavior', 'literals', 'files', 'envs', 'env', 'options']

/** Lists of mappings, with their allowed keys. */
const mappings: ReadonlyMap<string, readonly string[]> = new Map([
  ['patches', patch],
  ['patchesJson6902', patch],
  ['replacements', ['path', 'source', 'sourceValue', 'targets']],
  ['configMapGenerator', generator],
  ['secretGenerator', [...generator, 'type']],
])

/** Their keys with file names. */
const naming = new Set(['path', 'files', 'envs', 'env'])

const plugIns = 'runs plug-ins, which can start programs, fetch charts and read other files'
const charts = 'fetches charts from elsewhere'
const reasons: ReadonlyMap<string, readonly [what: string, hint: string]> = new Map([
  ['generators', [plugIns, 'use resources, configMapGenerator or secretGenerator']],
  ['transformers', [plugIns, 'use patches, labels, images or replacements']],
  ['validators', [plugIns, 'remove it']],
  ['helmCharts', [charts, 'commit what `helm template` prints, and name it in resources']],
  ['helmGlobals', [charts, 'remove it']],
  ['helmChartInflationGenerator', [charts, 'commit what `helm template` prints, and name it in resources']],
  ['openapi', ['changes which kinds and namespaces kustomize knows', 'use patches in the form of JSON 6902']],
])

const known = [...plain, ...lists.keys(), ...mappings.keys(), 'patchesStrategicMerge']

/** The file names in a kustomization, and its forbidden fields. */
export function fieldsOf(kustomization: unknown): KustomizationFields {
  const places: NamedPlace[] = []
  const refused: RefusedField[] = []
  const refuse = (path: Path, message: string, hint: string) => refused.push({ path, message, hint })
  const add = (path: Path, value: unknown, sought: Sought) => {
    if (typeof value === 'string') places.push({ path, name: value, sought })
    else refuse(path, 'the name of a file or folder must be text', 'write the path, relative to this folder')
  }
  if (!isRecord(kustomization)) {
    refuse([], 'not a kustomization: it has no fields', 'write a Kustomize Component')
    return { places, refused }
  }
  for (const [field, value] of Object.entries(kustomization)) {
    const keys = mappings.get(field)
    const sought = lists.get(field)
    if (sought !== undefined) for (const [at, name] of listOf(value).entries()) add([field, at], name, sought)
    else if (field === 'patchesStrategicMerge') {
      for (const [at, entry] of listOf(value).entries()) if (!isInline(entry)) add([field, at], entry, 'file')
    } else if (keys !== undefined) {
      for (const [at, entry] of listOf(value).entries()) namesInEntry([field, at], entry, keys)
    } else if (!plain.includes(field)) {
      const [what, hint] = reasons.get(field) ?? ['is not allowed in an override', didYouMean(field, known)]
      refuse([field], `${field} ${what}`, hint)
    }
  }
  return { places, refused }

  function namesInEntry(path: Path, entry: unknown, keys: readonly string[]): void {
    if (!isRecord(entry))
      return void refuse(path, `${path[0]} has an entry that is not a mapping`, 'write the fields of the entry')
    for (const [key, value] of Object.entries(entry)) {
      if (!keys.includes(key))
        refuse([...path, key], `${path[0]} has the unknown field ${key}`, didYouMean(key, [...keys]))
      else if (key === 'files')
        for (const [at, name] of listOf(value).entries()) add([...path, key, at], withoutKey(name), 'file')
      else if (naming.has(key) && Array.isArray(value))
        for (const [at, name] of value.entries()) add([...path, key, at], name, 'file')
      else if (naming.has(key)) add([...path, key], value, 'file')
    }
  }
}

/** kustomize reads null as an empty list, and refuses all other values that are not lists. */
const listOf = (value: unknown): readonly unknown[] => (Array.isArray(value) ? value : value === null ? [] : [value])

/** An inline patch has several lines, or is a mapping in braces, unlike the name of a file. */
const isInline = (entry: unknown): boolean =>
  typeof entry === 'string' && (entry.trim().includes('\n') || entry.trimStart().startsWith('{'))

/** `key=path`: the path. */
const withoutKey = (name: unknown): unknown => (typeof name === 'string' ? name.replace(/^[^=]*=/, '') : name)
