import type { GoFile } from './module.ts'

const assignment = /^\s*(?:const\s+|var\s+)?(\w+)(?:\s+\w+)?\s*=\s*(.+?)\s*(?:\/\/.*)?$/
const part = /"([^"]*)"|(\w+)/g

/**
 * Texts by the names of their constants. A constant can be made of others (`Prefix + "/" + "address-pool"`), and a map by
 * yes and no gives `NAME[true]` and `NAME[false]`.
 */
export function constantsOf(files: readonly GoFile[]): ReadonlyMap<string, string> {
  const found = new Map<string, string>()
  for (const { lines } of files) {
    let map = ''
    for (const line of lines) {
      const [, name = '', value = ''] = assignment.exec(line) ?? []
      const [, yes = '', text = ''] = /^\s*(true|false):\s*"([^"]*)"/.exec(line) ?? []
      if (/^map\[bool\]string\{$/.test(value)) map = name
      else if (yes !== '' && map !== '') found.set(`${map}[${yes}]`, text)
      else if (/^(?:"[^"]*"|\w+)(?:\s*\+\s*(?:"[^"]*"|\w+))*$/.test(value)) {
        const texts = [...value.matchAll(part)].map(([, literal, other = '']) => literal ?? found.get(other))
        if (texts.every((each) => each !== undefined)) found.set(name, texts.join(''))
      }
    }
  }
  return found
}

/** A line that reads a constant: `pkg/service/model_build_listener.go:252`. */
export interface Reading {
  readonly at: string
  readonly line: string
}

/** The lines that name a constant, other than its own, comments and log messages. */
export function readingsOf(name: string, files: readonly GoFile[]): Reading[] {
  const [plain = '', which] = name.split(/[[\]]/)
  const word = new RegExp(`\\b${plain}\\b${which === undefined ? '' : `\\[(?:${which}|is\\w+)\\]`}`)
  const own = new RegExp(`^\\s*(?:const\\s+|var\\s+)?${plain}\\b[^=(]*=[^=]`)
  return files.flatMap(({ path, lines }) =>
    lines.flatMap((line, index) =>
      word.test(line) && !own.test(line) && !/^\s*(?:\/\/|")|Errorf\(|Warningf\(/.test(line)
        ? [{ at: `${path}:${index + 1}`, line: line.trim() }]
        : [],
    ),
  )
}

/** The lines that have this text. */
export const linesWith = (text: string, files: readonly GoFile[]): Reading[] =>
  files.flatMap(({ path, lines }) =>
    lines.flatMap((line, index) => (line.includes(text) ? [{ at: `${path}:${index + 1}`, line: line.trim() }] : [])),
  )
