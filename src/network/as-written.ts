import type { Path } from './finding.ts'

/** The value of the definition at a path, before defaults and sorting; undefined if there is none. */
export function writtenAt(definition: unknown, path: Path): unknown {
  let value = definition
  for (const step of path)
    value = typeof value === 'object' && value !== null ? (value as Record<string | number, unknown>)[step] : undefined // any YAML
  return value
}

/** The index of a text in the unsorted list of the definition; the last index with `last`. */
export function itemPath(definition: unknown, path: Path, text: string, last?: 'last'): Path {
  const list = writtenAt(definition, path)
  const at = Array.isArray(list) ? (last === 'last' ? list.lastIndexOf(text) : list.indexOf(text)) : -1
  return at < 0 ? path : [...path, at]
}

/** Texts of a list that it has already, with their places. */
export function repeatedItems(
  definition: unknown,
  path: Path,
): readonly { readonly item: string; readonly path: Path }[] {
  const list = writtenAt(definition, path)
  if (!Array.isArray(list)) return []
  return list.flatMap((item: unknown, at) =>
    list.indexOf(item) === at ? [] : [{ item: String(item), path: [...path, at] }],
  )
}
