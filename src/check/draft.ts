import { type ReadDefinition, readDefinition } from '../network/definition.ts'
import type { Path, Problem } from '../network/finding.ts'
import type { Network } from '../network/network.ts'
import type { NamedFile } from '../network/platform-definition.ts'
import { resolve } from '../network/resolve.ts'
import type { Source } from '../network/source.ts'
import { platforms } from '../platforms/index.ts'
import type { Platform } from '../platforms/platform.ts'

/** The network of a definition, before any rule is applied. */
interface ResolvedNetwork {
  readonly network: Network
  readonly platform: Platform
  /** References to missing names. */
  readonly references: readonly Problem[]
  readonly namedFiles: readonly NamedFile[]
}

/** A possible network of a definition, and the places of its parts in the file. */
export interface PossibleNetwork extends ResolvedNetwork {
  original(path: Path): Path
  readonly leftOut: readonly Path[]
}

/** The result of reading a definition: the files that it needs, and the errors of the schema. */
export interface Draft {
  readonly source: Source
  readonly refused: ReadDefinition['problems']
  /** Undefined if an item that others may refer to has the wrong shape. */
  readonly resolved?: ResolvedNetwork
  /** The possible networks: exactly one if the schema reports no error. */
  readonly possible: readonly PossibleNetwork[]
}

/** `table` holds the ledgers that the definition may name. */
export function draftOf(source: Source, table: readonly Platform[] = platforms): Draft {
  const { problems, readings } = readDefinition(
    source,
    table.map((platform) => platform.definition),
  )
  const possible = readings.flatMap((reading): PossibleNetwork[] => {
    const platform = table.find(({ definition }) => definition === reading.platform)
    if (platform === undefined) return []
    const { network, problems: references } = resolve(reading.value, platform.definition)
    const namedFiles = platform.definition.files?.(network) ?? []
    return [{ network, platform, references, namedFiles, original: reading.original, leftOut: reading.leftOut }]
  })
  const [resolved] = possible
  return {
    source,
    refused: problems,
    ...(resolved === undefined || readings[0]?.isComplete !== true ? {} : { resolved }),
    possible,
  }
}
