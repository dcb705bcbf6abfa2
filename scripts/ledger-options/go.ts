import type { KnownOption } from '../../src/network/options/table.ts'

export interface GoStructs {
  /** Paths of the fields of a structure and of those inside it, with dots, and what they hold. */
  fields(name: string): [string, KnownOption][]
}

const kinds: Readonly<Record<string, KnownOption>> = {
  bool: { kind: 'boolean' },
  string: { kind: 'text' },
  '[]string': { kind: 'text' },
  'time.Duration': { kind: 'duration' },
  int: { kind: 'integer' },
  int32: { kind: 'integer', min: -(2 ** 31), max: 2 ** 31 - 1 },
  int64: { kind: 'integer' },
  uint16: { kind: 'integer', min: 0, max: 65_535 },
  // viperutil.byteSizeDecodeHook is for this type.
  uint32: { kind: 'size', max: 2 ** 32 - 1 },
  float64: { kind: 'number' },
}

interface Field {
  readonly name: string
  readonly type: string
  readonly tag: string
}

/** Structures that Go sources declare, by their own name and by that with their package. What other modules declare is left out. */
export function structsOf(sources: ReadonlyMap<string, string>): GoStructs {
  const found = new Map<string, readonly Field[]>()
  for (const [path, text] of sources) {
    const folder = path.split('/').at(-2) ?? ''
    for (const [, name = '', body = ''] of text.matchAll(/^type (\w+) struct \{\n(.*?)^\}/gms)) {
      const fields = fieldsIn(body)
      found.set(`${folder}.${name}`, fields)
      if (!found.has(name)) found.set(name, fields)
    }
  }
  const walk = (type: string, path: readonly string[]): [string, KnownOption][] =>
    (found.get(type) ?? []).flatMap(({ name, type: of, tag }) => {
      if (tag.includes('skip:"true"')) return []
      const place = [...path, name]
      const kind = kinds[of]
      if (kind !== undefined) return [[place.join('.'), kind] as [string, KnownOption]]
      return place.length > 6 ? [] : walk(of.replace(/^\*/, ''), place)
    })
  return { fields: (name) => walk(name, []) }
}

const fieldsIn = (body: string): Field[] =>
  [...body.matchAll(/^\t([A-Z]\w*)\s+(\*?[\w.[\]]+)[ \t]*(`[^`]*`)?/gm)].map(([, name = '', type = '', tag = '']) => ({
    name,
    type,
    tag,
  }))
