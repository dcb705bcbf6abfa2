import type { Path } from '../network/finding.ts'
import { lineWidth } from '../network/written-definition.ts'
import { spanAt, type YamlSpan, yamlSpans } from './yaml-spans.ts'

/** A text whose mappings at these paths have an entry on each line, where they are too long for the line that they are on. */
export const withBlockForm = (text: string, paths: readonly Path[]): string =>
  paths.reduce<string>((edited, path) => {
    const root = yamlSpans(edited)
    const span = root === undefined ? undefined : spanAt(root, path)
    return span === undefined ? edited : inBlockForm(edited, span)
  }, text)

function inBlockForm(text: string, span: YamlSpan): string {
  const { start, end, isFlow, kind, children } = span
  const lineStart = text.lastIndexOf('\n', start - 1) + 1
  const [line = ''] = text.slice(lineStart).split(/\r?\n/, 1)
  const before = text.slice(lineStart, start)
  const isOnLine = end <= lineStart + line.length
  if (!isFlow || kind !== 'mapping' || children.size === 0 || !isOnLine || line.length <= lineWidth) return text
  const behind = line.slice(end - lineStart)
  const isItem = /^ *(?:- +)+$/.test(before)
  // A key, which nothing but dashes precedes: the mapping is in no other one on the line.
  const [, parent] = /^( *(?:- +)*)[^\s{[,"'&*!?-][^\s{[,]*: +$/.exec(before) ?? []
  const lines = entriesOf(text, span)
  if ((!isItem && parent === undefined) || !/^\s*(?:#.*)?$/.test(behind) || lines === undefined) return text
  const indent = ' '.repeat(isItem ? before.length : (parent ?? '').length + 2)
  const [first = '', ...others] = lines
  const block = isItem
    ? [`${before}${first}${behind}`, ...others.map((entry) => `${indent}${entry}`)]
    : [`${before.trimEnd()}${behind}`, ...lines.map((entry) => `${indent}${entry}`)]
  const newline = text.includes('\r\n') ? '\r\n' : '\n'
  return text.slice(0, lineStart) + block.join(newline) + text.slice(lineStart + line.length)
}

/** `key: value` as they are written; undefined for an unusual form. */
function entriesOf(text: string, { start, children }: YamlSpan): readonly string[] | undefined {
  let from = start + 1
  const entries = [...children.values()].map(({ keyEnd, end }) => {
    const key = text.slice(from, keyEnd).replace(/^[\s,]+/, '')
    const value = text.slice(keyEnd, Math.max(keyEnd, end)).replace(/^\s*:\s*/, '')
    from = Math.max(keyEnd, end)
    return key === '' || key.startsWith('?') ? undefined : `${key}:${value === '' ? '' : ` ${value}`}`
  })
  return entries.every((entry) => entry !== undefined) ? entries : undefined
}
