import type { Path } from '../../network/finding.ts'
import { isMapping } from '../../network/mapping.ts'
import { type KnownOption, type OptionTable, optionOf } from '../../network/options/table.ts'
import type { SettingValue } from '../../network/options/value.ts'
import releases from './options.json' with { type: 'json' }

/** Keys of node.conf, by release line. A test holds that the file has this form. */
export const table = releases as OptionTable // A JSON file has texts where the type has certain words.

/** A value of node.conf other than a mapping, and its place in settings. */
export interface SettingLeaf {
  /** `flowOverrides.overrides.0.initiator` */
  readonly key: string
  /** `['flowOverrides', 'overrides', 0, 'initiator']` */
  readonly path: Path
  /** An empty list for a mapping without keys. */
  readonly value: SettingValue
}

/** All values of settings. A list of mappings has those of its items. */
export function leavesOf(value: unknown, path: Path = []): readonly SettingLeaf[] {
  if (Array.isArray(value) && value.some((item) => typeof item === 'object'))
    return value.flatMap((item: unknown, at) => leavesOf(item, [...path, at]))
  if (isMapping(value) && Object.keys(value).length > 0)
    return Object.entries(value).flatMap(([key, item]) => leavesOf(item, [...path, key]))
  if (path.length === 0) return []
  return [{ key: path.join('.'), path, value: isMapping(value) ? [] : (value as SettingValue) }] // as the schema read it
}

/** Items of a list have the same keys: the table has those of the first. */
const ofFirstItem = (key: string): string => key.replaceAll(/\.\d+(?=\.)/g, '.0')

/** The mapping of the table in which people choose the keys, and which has this one; undefined for any other key. */
export const openMapping = (key: string): string | undefined =>
  Object.keys(table.options).find((name) => optionOf(name, table)?.kind === 'nested' && key.startsWith(`${name}.`))

/** A key inside of a mapping that the table has; undefined for other keys. */
export function keyInside(mapping: string): string | undefined {
  if (optionOf(mapping, table)?.kind === 'nested') return `${mapping}.name`
  return Object.keys(table.options).find((name) => name.startsWith(`${mapping}.`))
}

/**
 * A key that patches of older lines have as well, with the first patch of each: candidates such as release-os-4.9.11-RC01. The table has
 * the releases in one row, where it began with 4.12.2.
 */
const backported: ReadonlyMap<string, Readonly<Record<string, number>>> = new Map([
  ['rotatedCordappSignerKeys.0.rotatedKeys', { '4.9': 11, '4.10': 6, '4.11': 5 }],
])

/** The option as a release has it: without its beginning where a patch brought it. */
function inRelease(option: KnownOption, key: string, release: string): KnownOption {
  const [major, minor, patch = '0'] = release.split('.')
  const first = backported.get(ofFirstItem(key))?.[`${major}.${minor}`]
  if (first === undefined || Number(patch) < first) return option
  const { since: _, ...always } = option
  return always
}

/** The table for a release, with the items of lists that these keys have, and without mappings, whose keys are the settings. */
export function tableFor(keys: readonly string[], release: string): OptionTable {
  const isLeaf = (option: KnownOption | undefined): option is KnownOption =>
    option !== undefined && option.kind !== 'nested'
  const names = [...new Set([...Object.keys(table.options), ...keys])]
  const known = names.flatMap((name) => {
    const option = optionOf(name, table) ?? optionOf(ofFirstItem(name), table)
    return isLeaf(option) ? [[name, inRelease(option, name, release)] as const] : []
  })
  return { ...table, options: Object.fromEntries(known) }
}
