import { isDeepStrictEqual } from 'node:util'
import { bevelKey } from '../network/bevel-file.ts'
import type { Path, Place } from '../network/finding.ts'
import { isMapping } from '../network/mapping.ts'
import type { Source } from '../network/source.ts'
import { keyOf } from './leaves.ts'

/** Two different values for one field: of two files, or of two items of a list with one name. */
interface Conflict {
  readonly path: Path
  /** Where the value is that counts. */
  readonly used: Place
  readonly other: Place
}

/** The network of all files together. */
export interface MergedNetwork {
  readonly network: Readonly<Record<string, unknown>>
  /** Where the value at a path, or its nearest parent, is written: once in each file that has it. */
  placesOf(path: Path): readonly Place[]
  readonly conflicts: readonly Conflict[]
}

/** A value of one file. */
interface Given {
  readonly value: unknown
  readonly source: Source
  readonly path: Path
}

interface Merging {
  readonly places: Map<string, Place[]>
  readonly conflicts: Conflict[]
}

/** Merges files in their order: the first value of a field counts. Items of a list with the same name are one item. */
export function mergeFiles(sources: readonly Source[]): MergedNetwork {
  const merging: Merging = { places: new Map(), conflicts: [] }
  let network: unknown
  for (const source of sources) {
    const value = isMapping(source.value) ? source.value[bevelKey] : undefined
    network = merge(network, { value, source, path: [bevelKey] }, [], merging)
  }
  const placesOf = (path: Path): readonly Place[] =>
    merging.places.get(keyOf(path)) ?? (path.length === 0 ? [] : placesOf(path.slice(0, -1)))
  return { network: isMapping(network) ? network : {}, placesOf, conflicts: merging.conflicts }
}

function merge(former: unknown, given: Given, path: Path, merging: Merging): unknown {
  const place = given.source.at(given.path)
  const known = merging.places.get(keyOf(path)) ?? []
  merging.places.set(keyOf(path), [...known, place])
  const { value } = given
  if (isMapping(value) && (former === undefined || former === null || isMapping(former))) {
    const all = new Map(Object.entries(isMapping(former) ? former : {}))
    for (const key of Object.keys(value))
      all.set(key, merge(all.get(key), below(given, key, value[key]), [...path, key], merging))
    return Object.fromEntries(all)
  }
  if (Array.isArray(value) && (former === undefined || former === null || Array.isArray(former)))
    return mergeLists(Array.isArray(former) ? former : [], value, given, path, merging)
  if (former === undefined || former === null) return value
  if (value === null || isDeepStrictEqual(former, value)) return former
  merging.conflicts.push({ path, used: known[0] ?? place, other: place })
  return former
}

function mergeLists(
  former: readonly unknown[],
  items: readonly unknown[],
  given: Given,
  path: Path,
  merging: Merging,
): unknown[] {
  const all = [...former]
  for (const [at, item] of items.entries()) {
    const name = identityOf(item)
    const same = all.findIndex((other) =>
      name === undefined ? isDeepStrictEqual(other, item) : identityOf(other) === name,
    )
    const index = same < 0 ? all.length : same
    all[index] = merge(all[index], below(given, at, item), [...path, index], merging)
  }
  return all
}

const below = ({ source, path }: Given, step: string | number, value: unknown): Given => ({
  value,
  source,
  path: [...path, step],
})

/** What an item of a list is known by. Orderers of different organizations may have one name. */
function identityOf(item: unknown): string | undefined {
  if (!isMapping(item)) return undefined
  const name = [item.name, item.channel_name, item.identity].find((text) => typeof text === 'string' && text !== '')
  return name === undefined ? undefined : JSON.stringify([name, item.org_name])
}
