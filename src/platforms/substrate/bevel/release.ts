import type { BevelLine } from '../../bevel.ts'
import { isPlaceholder, textOf } from '../../bevel-fields.ts'
import { lineAt } from '../../bevel-lines.ts'
import { substrateDefinition } from '../definition.ts'

const { release } = substrateDefinition

export interface BevelRelease {
  readonly version: string
  readonly tasks: readonly string[]
  readonly lines: readonly BevelLine[]
}

/** What Bevel's flags (`--ws-external`) show: charts/substrate-node. */
const tooOld =
  "Charts of Bevel start nodes with options that Substrate removed in 2023. Build your node with a release of the Polkadot SDK that is maintained, and write its image's tag as `platformVersion`."

/** `version` is the tag of the node's image; Bevel takes `latest` too. */
export function releaseIn(network: Readonly<Record<string, unknown>>): BevelRelease {
  const top = { path: [], value: network }
  const given = textOf(network.version)
  if (given !== undefined && !isPlaceholder(given) && release.pattern.test(given))
    return {
      version: given,
      tasks: [tooOld],
      lines: lineAt(top, 'version', 'kept', "as `platformVersion`, which is the tag of the node's image"),
    }
  return {
    version: release.example,
    tasks: [tooOld],
    lines: lineAt(
      top,
      'version',
      'lost',
      `not a release: \`platformVersion\` is the tag of the node's image, such as ${release.example}, and a tag that moves would upgrade nodes by chance`,
    ),
  }
}
