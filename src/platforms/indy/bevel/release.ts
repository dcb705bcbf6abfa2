import type { BevelLine } from '../../bevel.ts'
import { textOf } from '../../bevel-fields.ts'
import { indyDefinition } from '../definition.ts'

const { release } = indyDefinition

export interface BevelRelease {
  readonly version: string
  readonly lines: readonly BevelLine[]
}

/** Bevel has its own images, with Indy 1.11 and 1.12: the container of the Indy project has another release. */
export function releaseIn({ version }: Readonly<Record<string, unknown>>): BevelRelease {
  const given = textOf(version)
  if (given !== undefined && release.pattern.test(given))
    return { version: given, lines: [{ path: ['version'], outcome: 'kept', text: 'as `platformVersion`' }] }
  if (version === undefined || version === null) return { version: release.example, lines: [] }
  return {
    version: release.example,
    lines: [
      {
        path: ['version'],
        outcome: 'derived',
        text: `\`platformVersion: ${release.example}\`: the image of the Indy project instead of that of Bevel. In a pool that runs, replace one validator after the other`,
      },
    ],
  }
}
