import type { Path } from './finding.ts'

/** What the definition has at a path, before defaults and orders of our own; undefined when there is nothing. */
export function writtenAt(definition: unknown, path: Path): unknown {
  let value = definition
  for (const step of path)
    value = typeof value === 'object' && value !== null ? (value as Record<string | number, unknown>)[step] : undefined // any YAML
  return value
}

/** The place of a text in a list, as lists are sorted here; its last one with `last`. */
export function itemPath(definition: unknown, path: Path, text: string, last?: 'last'): Path {
  const list = writtenAt(definition, path)
  const at = Array.isArray(list) ? (last === 'last' ? list.lastIndexOf(text) : list.indexOf(text)) : -1
  return at < 0 ? path : [...path, at]
}
