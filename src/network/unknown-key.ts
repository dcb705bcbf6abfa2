import leven from 'leven'
import type * as z from 'zod'
import { groupBy } from '../group-by.ts'
import { listed } from '../words.ts'
import type { Path } from './finding.ts'
import { keysAt, type SchemaDefinition, unwrapped } from './schema-walk.ts'
import { didYouMean, nearest } from './suggestion.ts'

/** The schema of a definition on one platform. */
export interface PlatformSchema {
  readonly platform: string
  readonly schema: z.ZodType
}

/** A hint for a key that the schema does not have at `path`. */
export function unknownKeyHint(
  key: string,
  path: Path,
  schema: z.ZodType,
  own: string | undefined,
  others: readonly PlatformSchema[],
): string {
  const known = keysAt(schema, path)
  const glued = /^([A-Za-z]\w*)\s*[: =]/.exec(key)?.[1]
  if (glued !== undefined && known.includes(glued)) return gluedHint(glued)
  const same = known.find((candidate) => plain(candidate) === plain(key) || leven(candidate, key) === 1)
  if (same !== undefined) return `did you mean "${same}"?`
  const here = placeOf(path)
  const ofOthers = (isRight: (places: readonly string[]) => boolean): string | undefined => {
    const ids = others.filter(({ schema: other }) => isRight(placesOf(other, key))).map(({ platform }) => platform)
    return own === undefined || ids.length === 0
      ? undefined
      : `"${key}" is a field of ${listed(ids)}, and the platform of this network is ${own}`
  }
  const atOthers = ofOthers((places) => places.includes(here))
  if (atOthers !== undefined) return atOthers
  const all = placesOf(schema, key)
  const within = all.filter((place) => place.startsWith(`${here}.`))
  const places = within.length > 0 ? within : all
  if (places.length > 0 && places.length <= mostPlaces)
    return `move it ${places.map((place) => (place === '' ? 'to the top of the file' : `under ${place}`)).join(' or ')}`
  const near = nearest(key, known)
  return (
    (near === undefined && places.length === 0 ? ofOthers((list) => list.length > 0) : undefined) ??
    didYouMean(key, known)
  )
}

/** More places than these are no hint. */
const mostPlaces = 4

/** For a key and its value without a colon and a space between them. */
export const gluedHint = (key: string): string => `write "${key}: …", with a colon and a space`

/** `storage_class` and `storage-class` are `storageClass`. */
const plain = (key: string): string => key.replace(/[-_ ]/g, '').toLowerCase()

/** `organizations[].nodes[]`: a path without indexes. */
const placeOf = (path: Path): string =>
  path.reduce<string>((place, step) => (typeof step === 'number' ? `${place}[]` : below(place, step)), '')

const below = (place: string, key: string): string => (place === '' ? key : `${place}.${key}`)

/** The places of a key in a schema. A schema is walked once, for any number of unknown keys. */
function placesOf(schema: z.ZodType, key: string): readonly string[] {
  const known = places.get(schema) ?? groupBy(keysIn(schema, ''), ([own]) => own)
  places.set(schema, known)
  return (known.get(key) ?? []).map(([, place]) => place)
}

type PlacedKey = readonly [key: string, place: string]

const places = new WeakMap<z.ZodType, ReadonlyMap<string, readonly PlacedKey[]>>()

/** All keys of a schema, each with its place: those of one mapping before those below it. */
function keysIn(schema: unknown, place: string): PlacedKey[] {
  const definition: SchemaDefinition | undefined = unwrapped(schema)
  if (definition?.type === 'array') return keysIn(definition.element, `${place}[]`)
  if (definition?.type === 'pipe') return keysIn(definition.in, place)
  if (definition?.type === 'union') return (definition.options ?? []).flatMap((option) => keysIn(option, place))
  if (definition?.type !== 'object') return []
  const fields = Object.entries(definition.shape ?? {})
  return [
    ...fields.map(([own]): PlacedKey => [own, place]),
    ...fields.flatMap(([own, field]) => keysIn(field, below(place, own))),
  ]
}
