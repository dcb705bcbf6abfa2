/** A field of a structure that clap reads from the command line. */
export interface ClapField {
  /** `rpc_max_connections` */
  readonly name: string
  /** `Option<u32>` */
  readonly type: string
  /** What `#[arg(…)]` has, without line breaks; empty where it has nothing. */
  readonly argument: string
  /** Its structure has the options: `#[clap(flatten)]`. */
  readonly flattened: boolean
}

/** Fields of all structures in Rust sources, by the name of the structure. */
export function clapStructures(sources: Iterable<string>): ReadonlyMap<string, readonly ClapField[]> {
  const found = new Map<string, readonly ClapField[]>()
  for (const text of sources) {
    for (const [, name = '', body = ''] of withoutComments(text).matchAll(/^(?:pub )?struct (\w+) \{\n(.*?)^\}/gms))
      found.set(name, fieldsIn(body))
  }
  return found
}

/** Values of all enumerations that clap reads, by the name of the enumeration. */
export function clapEnumerations(sources: Iterable<string>): ReadonlyMap<string, readonly string[]> {
  const found = new Map<string, readonly string[]>()
  for (const text of sources) {
    for (const [, attributes = '', name = '', body = ''] of withoutComments(text).matchAll(
      /((?:^#\[[^\n]*\]\n)+)(?:pub )?enum (\w+) \{\n(.*?)^\}/gms,
    ))
      if (/\bValueEnum\b/.test(attributes)) found.set(name, valuesIn(attributes, body))
  }
  return found
}

/** `DatabaseCacheSize`, `database_cache_size`: as a command line has it. */
export const kebabCase = (name: string): string =>
  name
    .replaceAll('_', '-')
    .replaceAll(/(?<=[a-z0-9])[A-Z]/g, '-$&')
    .toLowerCase()

const withoutComments = (text: string): string => text.replaceAll(/^\s*\/\/[^\n]*\n/gm, '')

const fieldsIn = (body: string): readonly ClapField[] =>
  [...body.matchAll(/((?:^\t#\[.*?\]\n)*)^\t(?:pub )?(\w+): ([^\n]+),$/gms)].map(
    ([, attributes = '', name = '', type = '']) => ({
      name,
      type,
      argument:
        attributes
          .match(/#\[(?:arg|clap)\((.*?)\)\]\n/s)?.[1]
          ?.replaceAll(/\s+/g, ' ')
          .trim() ?? '',
      flattened: /#\[(?:arg|clap|command)\(flatten\)\]/.test(attributes),
    }),
  )

/** A variant is called as its own attribute says, or by the rule of its enumeration: kebab-case where there is none. */
function valuesIn(attributes: string, body: string): readonly string[] {
  const isLower = /rename_all = "lower"/.test(attributes)
  return [...body.matchAll(/((?:^\t#\[.*\]\n)*)^\t(\w+),$/gm)].map(
    ([, own = '', name = '']) => own.match(/name = "([^"]+)"/)?.[1] ?? (isLower ? name.toLowerCase() : kebabCase(name)),
  )
}
