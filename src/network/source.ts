import { constructFromEvents, parseEvents, YAMLException } from 'js-yaml'
import type { Finding, Path, Place } from './finding.ts'
import { index, limits } from './positions.ts'
import { find } from './spot.ts'
import { explainSyntax } from './yaml-syntax.ts'

/** A YAML document with the place of each value. */
export interface Source {
  readonly file: string
  readonly text: string
  readonly value: unknown
  /** Place of the value at `path`, or of its nearest parent that exists. */
  at(path: Path): Place
  /** Place of the key at `path`, or of the value if the parent is a list. */
  atKey(path: Path): Place
  /** The characters of a plain scalar as written (`0x10`, `1.0`), undefined for anything else. */
  written(path: Path): string | undefined
}

/**
 * Reads YAML 1.2 (core schema): one document, no tags, no duplicate keys, bounded in size, depth and aliases.
 * Returns the source, or all findings of the reader.
 */
export function readSource(file: string, given: string, mostBytes: number = limits.bytes): Source | readonly Finding[] {
  // A byte order mark has no column in editors.
  const text = given.replace(/^\uFEFF/, '')
  const bytes = Buffer.byteLength(text)
  if (bytes > mostBytes) {
    return [
      {
        rule: 'yaml-size',
        severity: 'error',
        message: `${file} has ${bytes} bytes; at most ${mostBytes} are read`,
        hint: 'a definition of 1 000 nodes has about 100 KiB: remove generated or binary content',
        place: { file, line: 1, column: 1 },
      },
    ]
  }
  const lines = lineStarts(text)
  const place = (offset: number): Place => ({ file, ...position(lines, offset) })
  try {
    const events = parseEvents(text, { filename: file, maxDepth: limits.depth })
    const findings: Finding[] = []
    const root = index(text, events, (rule, offset, message, hint) =>
      findings.push({ rule, severity: 'error', message, hint, place: place(offset) }),
    )
    if (findings.length > 0 || root === undefined) return findings
    const documents = constructFromEvents(events, {
      source: text,
      filename: file,
      maxAliases: limits.aliases,
      json: true,
    })
    return {
      file,
      text,
      value: documents[0],
      at: (path: Path) => place(find(root, path).spot.start),
      atKey: (path: Path) => {
        const { spot, whole } = find(root, path)
        return place(whole ? spot.keyStart : spot.start)
      },
      written: (path: Path) => {
        const { spot, whole } = find(root, path)
        return whole ? spot.written : undefined
      },
    }
  } catch (error) {
    if (!(error instanceof YAMLException)) throw error
    const { offset, message, hint } = explainSyntax(text, error.reason, error.mark?.position ?? 0)
    return [{ rule: 'yaml-syntax', severity: 'error', message, hint, place: place(offset) }]
  }
}

function lineStarts(text: string): number[] {
  const starts = [0]
  for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) starts.push(at + 1)
  return starts
}

function position(starts: readonly number[], offset: number): { line: number; column: number } {
  let low = 0
  let high = starts.length - 1
  while (low < high) {
    const middle = (low + high + 1) >> 1
    if ((starts[middle] ?? 0) <= offset) low = middle
    else high = middle - 1
  }
  return { line: low + 1, column: offset - (starts[low] ?? 0) + 1 }
}
