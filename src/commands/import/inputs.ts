import { knownTypes, platformFor } from '../../bevel/import.ts'
import { leavesOf } from '../../bevel/leaves.ts'
import { withoutEcho } from '../../check/secret-lines.ts'
import { OperatorError } from '../../errors.ts'
import { bevelKey, isBevelFile } from '../../network/bevel-file.ts'
import type { Finding } from '../../network/finding.ts'
import { isMapping } from '../../network/mapping.ts'
import { readSource, type Source } from '../../network/source.ts'
import { textOf } from '../../platforms/bevel-fields.ts'
import { decoded } from '../../repository/files.ts'
import { listed } from '../../words.ts'
import type { ImportPorts } from '../ports.ts'

/** The files of one network of Bevel, or findings about files that cannot be read. Throws OperatorError for files that are none of Bevel's. */
export async function readInputs(
  names: readonly string[],
  { readInput }: Pick<ImportPorts, 'readInput'>,
): Promise<{ readonly sources: readonly Source[] } | { readonly findings: readonly Finding[] }> {
  const read = await Promise.all(
    names.map(async (name) => {
      const bytes = await readInput(name)
      if (bytes === undefined) throw new OperatorError(`there is no file ${name}`, 'check the path')
      return readSource(name, decoded(name, bytes))
    }),
  )
  const sources = read.flatMap((one) => ('value' in one ? [one] : []))
  if (sources.length < read.length)
    return { findings: read.flatMap((one) => ('value' in one ? [] : one)).map(withoutEcho) }
  const other = sources.find(({ value }) => !isBevelFile(value))
  if (other !== undefined)
    throw new OperatorError(
      `${other.file} is not a file of Bevel: it has no top key "${bevelKey}" with a "type"`,
      isMapping(other.value) && other.value.platform !== undefined
        ? 'it looks like a definition already: run `chancery validate` with it'
        : 'name the network.yaml of Hyperledger Bevel',
    )
  const unknown = sources.find((source) => !knownTypes().includes(typeOf(source)))
  if (unknown !== undefined) {
    const { line, column } = unknown.at([bevelKey, 'type'])
    throw new OperatorError(
      `${unknown.file}:${line}:${column}: the type is not a ledger of Bevel`,
      `write one of ${listed(knownTypes())}`,
    )
  }
  const types = [...new Set(sources.map(typeOf))]
  if (types.length > 1)
    throw new OperatorError(`these files are of different ledgers: ${listed(types)}`, 'import each network by itself')
  return { sources }
}

const typeOf = ({ value }: Source): string => {
  const network = isMapping(value) ? value[bevelKey] : undefined
  return isMapping(network) ? (textOf(network.type) ?? '') : ''
}

/** Texts of local files that fields name, as far as the platform reads them and they are near. */
export async function readNamedFiles(
  sources: readonly Source[],
  { readNearby }: Pick<ImportPorts, 'readNearby'>,
): Promise<ReadonlyMap<string, string>> {
  const found = new Map<string, string>()
  for (const source of sources) {
    const keys: readonly (string | number | undefined)[] = platformFor(typeOf(source))?.bevel?.files ?? []
    for (const { path, value } of leavesOf(source.value)) {
      if (typeof value !== 'string' || found.has(value)) continue
      if (!keys.includes(path.findLast((step) => typeof step === 'string'))) continue
      const text = await readNearby(source.file, value)
      if (text !== undefined) found.set(value, text)
    }
  }
  return found
}
