import type { Path } from '../network/finding.ts'
import { isContainer } from '../network/mapping.ts'

/** A value without values below it: a scalar, or an empty mapping or list. */
export interface Leaf {
  readonly path: Path
  readonly value: unknown
}

export function leavesOf(value: unknown, path: Path = []): readonly Leaf[] {
  if (!isContainer(value)) return [{ path, value }]
  const children: readonly (readonly [string | number, unknown])[] = Array.isArray(value)
    ? value.map((item: unknown, at) => [at, item] as const)
    : Object.entries(value)
  return children.length === 0
    ? [{ path, value }]
    : children.flatMap(([step, child]) => leavesOf(child, [...path, step]))
}

/** Whether a path is another one, or below it. */
export const isBelow = (path: Path, above: Path): boolean => above.every((step, at) => path[at] === step)

/** A text of a path, for maps. */
export const keyOf = (path: Path): string => JSON.stringify(path)
