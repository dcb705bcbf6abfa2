import { type ReadDefinition, readDefinition } from '../network/definition.ts'
import type { Problem } from '../network/finding.ts'
import type { Network } from '../network/network.ts'
import type { NamedFile } from '../network/platform-definition.ts'
import { resolve } from '../network/resolve.ts'
import type { Source } from '../network/source.ts'
import { platforms } from '../platforms/index.ts'
import type { Platform } from '../platforms/platform.ts'

/** The network that a definition means, before any rule is applied. */
export interface ResolvedNetwork {
  readonly network: Network
  readonly platform: Platform
  /** References that lead nowhere. */
  readonly references: readonly Problem[]
  readonly namedFiles: readonly NamedFile[]
}

/** What one reading of the definition gives: which files are needed besides, and what the schema refuses. */
export interface Draft {
  readonly source: Source
  readonly refused: ReadDefinition['problems']
  /** Undefined when too little of the definition has the right shape. */
  readonly resolved?: ResolvedNetwork
}

/** `table` holds the ledgers that the definition may name. */
export function draftOf(source: Source, table: readonly Platform[] = platforms): Draft {
  const {
    problems,
    definition,
    platform: known,
  } = readDefinition(
    source,
    table.map((platform) => platform.definition),
  )
  const platform = table.find((candidate) => candidate.definition === known)
  if (definition === undefined || platform === undefined) return { source, refused: problems }
  const { network, problems: references } = resolve(definition, platform.definition)
  const namedFiles = platform.definition.files?.(network) ?? []
  return { source, refused: problems, resolved: { network, platform, references, namedFiles } }
}
