import { load, YAMLException } from 'js-yaml'
import { type FileContent, textOf, toBytes } from '../file-content.ts'
import { parseJson } from '../json.ts'
import type { Material } from './material.ts'

/** Material from a set of files. Each file is parsed at most once. */
export function materialOf(
  files: ReadonlyMap<string, FileContent>,
  standIns: ReadonlyMap<string, FileContent> = new Map(),
): Material {
  const values = new Map<string, unknown>()
  const text = (path: string): string | undefined => textOf(files, path) ?? textOf(standIns, path)
  return {
    text,
    bytes: (path) => {
      const content = files.get(path) ?? standIns.get(path)
      return content === undefined ? undefined : toBytes(content)
    },
    value: (path) => {
      if (!values.has(path)) values.set(path, parse(path, text(path)))
      return values.get(path)
    },
    standIns: new Set([...standIns.keys()].filter((path) => !files.has(path))),
  }
}

/** A file that is named as JSON is read as JSON: programs that read it refuse what YAML would allow. */
function parse(path: string, text: string | undefined): unknown {
  if (text === undefined) return undefined
  try {
    // JSON is YAML, but its own parser is twenty times as fast on a large genesis.
    return path.endsWith('.json') || text.startsWith('{') ? parseJson(text) : load(text, { maxAliases: 0 })
  } catch (error) {
    if (error instanceof YAMLException || error instanceof SyntaxError) return undefined
    throw error
  }
}
