import { canonical, compareReleases, type OptionTable, optionOf } from '../../network/options/table.ts'
import { itemsOf } from '../../network/options/value.ts'
import type { Settings } from '../evm/schema.ts'
import releases from './options.json' with { type: 'json' }

/** Options of Besu's configuration file, by release. A test holds that the file has this form. */
export const table = releases as OptionTable // A JSON file has texts where the type has certain words.

/** Settings by the names under which Chancery writes them: Besu has several for some, and takes any of them. */
export const byCanonicalName = (settings: Settings): Settings =>
  Object.fromEntries(Object.entries(settings).map(([option, value]) => [canonical(option, table), value]))

/** The name under which settings have an option. */
export const keyOf = (settings: Settings, option: string): string =>
  Object.keys(settings).find((name) => canonical(name, table) === option) ?? option

/** Lists are lists in the file: Besu does not read a text with commas there. */
export const written = (option: string, value: Settings[string]): Settings[string] =>
  optionOf(option, table)?.list === true ? itemsOf(value) : value

/** The choices of an option that a release has, in the order of their names. */
export function valuesAt(option: string, release: string): string[] {
  const { values = [], laterValues = {}, formerValues = {} } = optionOf(option, table) ?? {}
  const present = values.filter((value) => compareReleases(release, laterValues[value] ?? '0') >= 0)
  const former = Object.entries(formerValues).filter(([, until]) => compareReleases(release, until) < 0)
  return [...present, ...former.map(([value]) => value)].sort()
}
