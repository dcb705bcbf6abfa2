import { amount, isMapping, mappingOf } from './entries.ts'

/** Keys of a genesis file that no field of a definition has: those that a client ignores, and others. */

/** Where keys are: in `config`, in a section of it, or in each transition. */
type KeyPlace = 'config' | 'qbft' | 'ibft' | 'ibft2' | 'istanbul' | 'transitions'

export interface GenesisKeys {
  readonly in: readonly KeyPlace[]
  readonly names: readonly string[]
  /** What the client does instead, as a sentence part after "it"; absent for keys that the client reads. */
  readonly ignoredAs?: string
  /** The value that says what the client does without the key. */
  readonly idle?: string
}

export interface FoundKey {
  readonly keys: GenesisKeys
  /** Keys and indexes, as the file spells them. */
  readonly path: readonly (string | number)[]
  readonly value: unknown
}

/** Keys of these kinds in a genesis file, but those with an idle value. */
export function foundKeys(
  { config }: { readonly config: Mapping },
  kinds: readonly GenesisKeys[],
  transitions: readonly Mapping[],
): FoundKey[] {
  return [...mappings(config, transitions)].flatMap(({ place, path, values }) =>
    Object.entries(values).flatMap(([name, value]): FoundKey[] => {
      const lower = name.toLowerCase()
      const keys = kinds.find((kind) => kind.in.includes(place) && kind.names.includes(lower))
      if (keys === undefined || value === null || amount(value).toLowerCase() === keys.idle) return []
      return [{ keys, path: [...path, name], value }]
    }),
  )
}

/** Whether a client ignores a key, which is in small letters. */
export const isIgnored = (place: KeyPlace, name: string, kinds: readonly GenesisKeys[]): boolean =>
  kinds.some((kind) => kind.ignoredAs !== undefined && kind.in.includes(place) && kind.names.includes(name))

type Mapping = Readonly<Record<string, unknown>>

interface Values {
  readonly place: KeyPlace
  readonly path: readonly (string | number)[]
  readonly values: Mapping
}

const sections = ['qbft', 'ibft', 'ibft2', 'istanbul'] as const

function* mappings(config: Mapping, transitions: readonly Mapping[]): Generator<Values> {
  const spelled = (name: string): string => Object.keys(config).find((key) => key.toLowerCase() === name) ?? name
  yield { place: 'config', path: ['config'], values: config }
  for (const place of sections) yield { place, path: ['config', spelled(place)], values: mappingOf(config, place) }
  for (const values of transitions) {
    const path = pathTo(values, config)
    if (path !== undefined) yield { place: 'transitions', path: ['config', ...path], values }
  }
}

/** The path to a value that is somewhere in another one. */
function pathTo(value: unknown, within: unknown): readonly (string | number)[] | undefined {
  if (within === value) return []
  const entries: readonly (readonly [string | number, unknown])[] = Array.isArray(within)
    ? [...within.entries()]
    : isMapping(within)
      ? Object.entries(within)
      : []
  for (const [step, one] of entries) {
    const rest = pathTo(value, one)
    if (rest !== undefined) return [step, ...rest]
  }
  return undefined
}
