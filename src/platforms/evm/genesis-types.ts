import type { GenesisFile } from './client.ts'

/** Types of values in a genesis file: clients refuse a number in quotes, or a text without, each in other places. */

type JsonType = 'number' | 'text' | 'boolean'

interface TypeRule {
  /** Names in small letters. */
  readonly names: readonly string[]
  readonly type: JsonType
}

/** Forks that clients know, before and beside those of a definition. */
export const blockForks: readonly string[] = [
  ...['homesteadblock', 'daoforkblock', 'eip150block', 'eip155block', 'eip158block', 'byzantiumblock'],
  ...['constantinopleblock', 'petersburgblock', 'istanbulblock', 'muirglacierblock', 'berlinblock'],
]

/** The first value of another type, as `config.londonBlock must be a number without quotes`. */
export function wrongType(
  values: Readonly<Record<string, unknown>>,
  parent: string,
  rules: readonly TypeRule[],
): string | undefined {
  for (const [name, value] of Object.entries(values)) {
    const rule = rules.find(({ names }) => names.includes(name.toLowerCase()))
    if (rule === undefined || value === null || typeOf(value) === rule.type) continue
    return `${parent}${name} must be ${described[rule.type]}`
  }
  return undefined
}

const typeOf = (value: unknown): JsonType | undefined => {
  if (typeof value === 'string') return 'text'
  if (typeof value === 'number' || typeof value === 'bigint') return 'number'
  return typeof value === 'boolean' ? 'boolean' : undefined
}

const described: Readonly<Record<JsonType, string>> = {
  number: 'a number without quotes',
  text: 'in quotes',
  boolean: 'true or false, without quotes',
}

/** The first of these fields that a genesis file lacks, as `difficulty is missing`. */
export function missingField(file: GenesisFile, names: readonly string[]): string | undefined {
  const present = new Set(Object.keys(file).map((name) => name.toLowerCase()))
  const missing = names.find((name) => !present.has(name.toLowerCase()))
  return missing === undefined ? undefined : `${missing} is missing`
}
