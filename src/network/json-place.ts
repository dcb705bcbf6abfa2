import type { Path, Position } from './finding.ts'

/** A text in quotes, a bracket, a comma or a colon, or anything else that is a value. */
const token = /"(?:[^"\\]|\\.)*"|[{}[\],:]|[^\s{}[\],:"]+/g

interface Level {
  /** The key of the current entry of a mapping, or the index of a list. */
  step: string | number
  readonly isList: boolean
}

/** Where a key, or an item of a list, is in a JSON text. The last one counts where a key is there twice, as for its readers. */
export function jsonPlace(text: string, path: Path): Position | undefined {
  const levels: Level[] = []
  let found: number | undefined
  let key: { readonly text: string; readonly offset: number } | undefined
  for (const { 0: part, index } of text.matchAll(token)) {
    const level = levels.at(-1)
    if (part === ':' && level !== undefined && key !== undefined) {
      level.step = JSON.parse(key.text) as string // a text in quotes
      if (isAt(levels, path)) found = key.offset
    } else if (part === ',' && level?.isList === true) level.step = Number(level.step) + 1
    else if (part === '}' || part === ']') levels.pop()
    else if (part !== ',') {
      if (level?.isList === true && isAt(levels, path)) found = index
      if (part === '{' || part === '[') levels.push({ step: part === '[' ? 0 : '', isList: part === '[' })
    }
    key = part.startsWith('"') ? { text: part, offset: index } : undefined
  }
  return found === undefined ? undefined : positionOf(text, found)
}

const isAt = (levels: readonly Level[], path: Path): boolean =>
  levels.length === path.length && levels.every(({ step }, at) => step === path[at])

function positionOf(text: string, offset: number): Position {
  const lines = text.slice(0, offset).split('\n')
  return { line: lines.length, column: (lines.at(-1) ?? '').length + 1 }
}
