import { compareReleases } from '../../../network/options/table.ts'
import type { BevelLine } from '../../bevel.ts'
import { textOf } from '../../bevel-fields.ts'
import { lineAt } from '../../bevel-lines.ts'
import { table } from '../options.ts'
import { releaseForm } from '../release.ts'

export interface BevelRelease {
  readonly version: string
  readonly lines: readonly BevelLine[]
}

const newest = '4.10'

/** `version` is a number in Bevel, so that 4.10 is 4.1. */
export function releaseIn(network: Readonly<Record<string, unknown>>): BevelRelease {
  const top = { path: [], value: network }
  const given = textOf(network.version)
  const oldest = table.releases[0] ?? newest
  if (given !== undefined && releaseForm.test(given) && given.startsWith('4.') && compareReleases(given, oldest) >= 0)
    return { version: given, lines: lineAt(top, 'version', 'kept', 'as `platformVersion`') }
  const text =
    given === '4.1'
      ? `\`platformVersion: "${newest}"\`: YAML reads 4.10 as 4.1 without quotes`
      : `\`platformVersion: "${newest}"\`: nodes before Corda ${oldest} migrate their database otherwise. Drain a node that runs before it gets another release`
  return { version: newest, lines: lineAt(top, 'version', 'derived', text) }
}
