import { withoutEcho } from '../../check/secret-lines.ts'
import { OperatorError } from '../../errors.ts'
import { bevelProblem, isBevelFile } from '../../network/bevel-file.ts'
import type { Finding } from '../../network/finding.ts'
import { isMapping } from '../../network/mapping.ts'
import { readSource } from '../../network/source.ts'
import type { ReadableFiles } from '../../repository/files.ts'
import { definitionFile } from '../init/definition.ts'

/** A definition that exists. */
export interface ExistingDefinition {
  readonly text: string
  readonly value: Readonly<Record<string, unknown>>
}

interface DefinitionFacts {
  /** Id of the platform that adopts. */
  readonly platform: string
  /** The value of `--name`. */
  readonly name: string | undefined
}

/**
 * The definition of the folder; undefined when there is none, and findings when it is not YAML. Throws OperatorError for the definition of
 * another ledger or network.
 */
export async function existingDefinition(
  { platform, name }: DefinitionFacts,
  files: ReadableFiles,
): Promise<ExistingDefinition | readonly Finding[] | undefined> {
  const text = await files.read(definitionFile)
  if (text === undefined) return undefined
  const source = readSource(definitionFile, text)
  if (!('value' in source)) return source.map(withoutEcho)
  const { value } = source
  if (isBevelFile(value)) {
    const { message, hint } = bevelProblem(definitionFile)
    throw new OperatorError(message, hint)
  }
  if (!isMapping(value) || value.platform === undefined)
    throw new OperatorError(
      `${definitionFile} is not a definition: it has no "platform"`,
      'move it away, or name another folder with --into',
    )
  if (value.platform !== platform)
    throw new OperatorError(
      `${definitionFile} has platform: ${String(value.platform)}, not ${platform}`,
      'name another folder with --into: a definition has one ledger',
    )
  if (name !== undefined && value.name !== name)
    throw new OperatorError(
      `${definitionFile} has name: ${String(value.name)}, not ${name}`,
      'leave --name out, or name another folder with --into',
    )
  return { text: source.text, value }
}

/** Items of a list of a definition that have names. */
export const namedItems = (
  value: Readonly<Record<string, unknown>> | undefined,
  key: string,
): readonly (Readonly<Record<string, unknown>> & { readonly name: string })[] => {
  const list = value?.[key]
  return Array.isArray(list)
    ? list.flatMap((item: unknown) =>
        isMapping(item) && typeof item.name === 'string' ? [{ ...item, name: item.name }] : [],
      )
    : []
}
