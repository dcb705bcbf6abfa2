import { canonical, type OptionTable, optionOf } from '../../network/options/table.ts'
import { itemsOf, type SettingValue } from '../../network/options/value.ts'
import releases from './options.json' with { type: 'json' }
import type { Settings } from './schema.ts'

/** Options of a node of the Polkadot SDK (sc-cli, `RunCmd`), by release of the SDK. A test holds that the file has this form. */
export const table = releases as OptionTable // A JSON file has texts where the type has certain words.

/** `polkadot-stable2409-3` and `stable2409` are one release of the table. */
export const sdkRelease = (written: string): string => written.replace(/^polkadot-/, '').replace(/-\d+$/, '')

/** Settings under the names that clap shows: it takes `pruning` for `state-pruning`, too. */
export const byCanonicalName = (settings: Settings): Settings =>
  Object.fromEntries(Object.entries(settings).map(([option, value]) => [canonical(option, table), value]))

/**
 * Options as words of the command line, in the order of their names. A flag is there or not; a list repeats its option. An option of
 * the node itself, which the SDK does not have, is a flag where its value is `true` without quotes.
 */
export const words = (options: Settings): readonly string[] =>
  Object.entries(byCanonicalName(options))
    .toSorted(([a], [b]) => (a < b ? -1 : 1))
    .flatMap(([option, value]) => wordsOf(option, value))

function wordsOf(option: string, value: SettingValue): readonly string[] {
  const known = optionOf(option, table)
  const isFlag = known === undefined ? typeof value === 'boolean' : known.kind === 'boolean'
  if (isFlag) return String(value) === 'true' ? [`--${option}`] : []
  if (known?.list === true || typeof value === 'object') return itemsOf(value).map((item) => `--${option}=${item}`)
  return [`--${option}=${String(value)}`]
}
