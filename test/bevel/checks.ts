import { importBevel } from '../../src/bevel/import.ts'
import { leavesOf } from '../../src/bevel/leaves.ts'
import { OperatorError } from '../../src/errors.ts'
import { isBevelFile } from '../../src/network/bevel-file.ts'
import { readDefinition } from '../../src/network/definition.ts'
import type { Path, Place } from '../../src/network/finding.ts'
import { isMapping } from '../../src/network/mapping.ts'
import { readSource, type Source } from '../../src/network/source.ts'
import { platforms } from '../../src/platforms/index.ts'
import { resultJson } from '../../src/report/json.ts'
import { place } from './place.ts'

/** Errors about what only people know, or what the input cannot have. All others are faults of the import. */
const expectedRules: ReadonlySet<string> = new Set([
  'setup',
  'trustees',
  'validators',
  'external-certificate',
  'named-file',
  'legal-name',
  'name-length',
])

/** What is wrong with the import of a file, whatever the file is; nothing when all is well. */
export async function faultsOf(text: string): Promise<readonly string[]> {
  const { run, files, said, found, reports } = place({ 'bevel.yaml': text })
  const source = readSource('bevel.yaml', text)
  let result: Awaited<ReturnType<typeof run>>
  try {
    result = await run(['bevel.yaml'], { report: 'report.md' })
  } catch (error) {
    if (!(error instanceof OperatorError)) throw error
    const isPlaced = /^bevel\.yaml:\d+:\d+: /.test(error.message) || !('value' in source && isBevelFile(source.value))
    return [...(isPlaced ? [] : [`no place: ${error.message}`]), ...secretsIn([error.message, error.hint])]
  }
  const printed = [
    ...files.contents.values(),
    ...reports.values(),
    ...said,
    JSON.stringify(found),
    resultJson('import bevel', result),
  ]
  const secrets = secretsIn(printed.map(String))
  if (!('value' in source)) return secrets
  const definition = files.contents.get('network.yaml')
  return [
    ...secrets,
    ...linesMissing(source),
    ...(definition === undefined ? [] : definitionFaults(String(definition))),
    ...errorsIn(found),
  ]
}

const secretsIn = (texts: readonly string[]): readonly string[] =>
  texts.flatMap((text) =>
    [...text.matchAll(/.{0,60}(?:hush|deadbeef).{0,20}/gi)].map(([where]) => `a secret: ${where}`),
  )

const errorsIn = (
  found: readonly { readonly rule: string; readonly severity: string; readonly message: string }[],
): readonly string[] =>
  found
    .filter(({ rule, severity }) => severity === 'error' && !expectedRules.has(rule))
    .map(({ rule, message }) => `${rule}: ${message}`)

function definitionFaults(text: string): readonly string[] {
  const source = readSource('network.yaml', text)
  if (!('value' in source)) return source.map(({ message }) => `not readable: ${message}`)
  const { problems } = readDefinition(
    source,
    platforms.map(({ definition }) => definition),
  )
  return problems.map(({ rule, message }) => `${rule}: ${message}`)
}

/** Values without a line about them, or about a value around them. */
function linesMissing(source: Source): readonly string[] {
  const network: unknown = isMapping(source.value) ? source.value.network : undefined
  const { fields } = importBevel({ sources: [source], name: undefined, files: new Map() })
  const places = new Set(fields.flatMap((field) => field.places.map(keyOf)))
  const around = (path: Path): readonly Path[] => path.map((_, at) => ['network', ...path.slice(0, at + 1)])
  return leavesOf(network)
    .filter(({ path }) => path.length > 0 && !around(path).some((one) => places.has(keyOf(source.at(one)))))
    .map(({ path }) => `no line: ${path.join('.')}`)
}

const keyOf = ({ line, column }: Place): string => `${line}:${column}`

/** What an import makes, without places: the definition, and what became of each field. */
export async function outcomeOf(text: string): Promise<unknown> {
  const { run, files } = place({ 'bevel.yaml': text })
  const { imported } = await run(['bevel.yaml'])
  return {
    definition: files.contents.get('network.yaml'),
    imported: {
      ...imported,
      fields: imported?.fields.map(({ field, outcome, text: what }) => ({ field, outcome, what })),
    },
  }
}
