import { check } from '../check/check.ts'
import type { Inspection } from '../check/checked-network.ts'
import { withCharacters } from '../check/comments.ts'
import { draftOf } from '../check/draft.ts'
import { lineFindings, withoutEcho } from '../check/secret-lines.ts'
import { unusableFinding } from '../check/unusable.ts'
import { OperatorError } from '../errors.ts'
import { sortFindings } from '../network/finding.ts'
import { lockFile } from '../network/lock.ts'
import { readSource } from '../network/source.ts'
import { type ReadableFiles, readFolder, readNamed, UnusableFile } from '../repository/files.ts'
import { brief } from '../words.ts'
import type { CommandOptions } from './ports.ts'

export interface InspectOptions extends CommandOptions {
  /** Set when certificates are renewed now: errors that the renewal fixes do not stop it. */
  readonly renew?: unknown
  /** Rules whose errors the command fixes. */
  readonly mends?: readonly string[] | undefined
}

/** Reads and checks the definition, the lock, the material and the overrides. Writes nothing. */
export const inspect = (options: InspectOptions, files: ReadableFiles): Promise<Inspection> =>
  inspectFiles(options, files).catch((error: unknown) => {
    if (error instanceof UnusableFile) return { findings: [unusableFinding(error)] }
    throw error
  })

/** Longest name on common file systems, in bytes: NAME_MAX of <linux/limits.h>. */
const longestName = 255

async function inspectFiles(options: InspectOptions, files: ReadableFiles): Promise<Inspection> {
  if (options.network.split('/').some((name) => Buffer.byteLength(name) > longestName))
    throw new OperatorError(
      `${brief(options.network)}: the path is too long`,
      'shorten the names of the file and its folders',
    )
  const definition = await files.read(options.network)
  if (definition === undefined) {
    throw new OperatorError(
      `there is no ${options.network} here`,
      'run the command in the folder of your network, or name the file of the definition',
    )
  }
  const source = readSource(options.network, definition)
  if (!('value' in source))
    return {
      findings: sortFindings([
        ...withCharacters(options.network, definition, source.map(withoutEcho)),
        ...lineFindings(options.network, definition),
      ]),
    }
  const draft = draftOf(source)
  const [lock, material, overrides, named] = await Promise.all([
    files.read(lockFile),
    readFolder(files, 'material'),
    readFolder(files, 'overrides'),
    readNamed(
      files,
      draft.possible.flatMap(({ namedFiles }) => namedFiles),
    ),
  ])
  return check(
    draft,
    { definition, lock, material, overrides, named: named.contents, unusable: named.unusable },
    {
      mended: [
        ...(options.renew === undefined ? [] : ['certificate-names', 'certificate-attributes']),
        ...(options.mends ?? []),
      ],
      allowWellKnown: options.allowWellKnown === true,
    },
  )
}
