import { dumpInline, dumpYaml } from '../yaml.ts'
import { comparePaths, type Path } from './finding.ts'
import { isContainer, isMapping } from './mapping.ts'

/** A definition as an object, and what its text has besides. */
export interface WrittenDefinition {
  /** Keys in the order of the file. */
  readonly definition: Readonly<Record<string, unknown>>
  /** Comments at the top, below that of the schema: lines without `#`. */
  readonly introduction?: readonly string[]
  /** A short text at a value. At a key that is absent, the comment is the last line of its parent. */
  readonly comments?: readonly { readonly path: Path; readonly text: string }[]
}

/** Longest line with more than one value. */
export const lineWidth = 110

export type DefinitionComments = NonNullable<WrittenDefinition['comments']>

/** A definition as people write it: sections with empty lines between, nodes on one line each. */
export function writtenDefinition({ definition, introduction = [], comments = [] }: WrittenDefinition): string {
  const sections: string[][] = [
    [
      '# yaml-language-server: $schema=./network.schema.json',
      ...(introduction.length === 0 ? [] : ['#', ...introduction.map((line) => `# ${line}`.trimEnd())]),
    ],
  ]
  let former: 'plain' | 'section' = 'section'
  for (const [key, value] of Object.entries(definition)) {
    const lines = entryLines(key, value, [key], 0, comments)
    const isPlain = !isContainer(value)
    if (isPlain && former === 'plain') sections.at(-1)?.push(...lines)
    else sections.push([...lines])
    former = isPlain ? 'plain' : 'section'
  }
  const last = absentLines(definition, [], 0, comments)
  if (last.length > 0) sections.push([...last])
  return `${sections.map((lines) => lines.join('\n')).join('\n\n')}\n`
}

/** `key: value`, on one line where it fits. Two spaces for each level of `depth` come first. */
export function entryLines(
  key: string,
  value: unknown,
  path: Path,
  depth: number,
  comments: DefinitionComments,
): readonly string[] {
  const indent = '  '.repeat(depth)
  const name = dumpInline(key) ?? JSON.stringify(key)
  const inline = inlineOf(value, path, comments)
  const own = comments.filter((comment) => comparePaths(comment.path, path) === 0).map(({ text }) => text)
  if (inline !== undefined && (!isContainer(value) || `${indent}${name}: ${inline}`.length <= lineWidth))
    return commented(`${indent}${name}: ${inline}`, indent, own)
  if (!isContainer(value)) return [...own.map((text) => `${indent}# ${text}`), ...folded(name, value, indent)]
  return [...commented(`${indent}${name}:`, indent, own), ...blockLines(value, path, depth + 1, comments)]
}

/** Entries or items, below each other. */
export function blockLines(value: object, path: Path, depth: number, comments: DefinitionComments): readonly string[] {
  const lines = Array.isArray(value)
    ? value.flatMap((item: unknown, at) => itemLines(item, [...path, at], depth, comments))
    : Object.entries(value).flatMap(([key, inner]) => entryLines(key, inner, [...path, key], depth, comments))
  return [...lines, ...absentLines(value, path, depth, comments)]
}

/** `- item`: what two spaces would begin, the dash begins. */
export function itemLines(item: unknown, path: Path, depth: number, comments: DefinitionComments): readonly string[] {
  const indent = '  '.repeat(depth)
  const inline = inlineOf(item, path, comments)
  const own = comments.filter((comment) => comparePaths(comment.path, path) === 0).map(({ text }) => text)
  if (inline !== undefined && !isContainer(item))
    return [...own.map((text) => `${indent}# ${text}`), `${indent}- ${inline}`]
  if (inline !== undefined && `${indent}- ${inline}`.length <= lineWidth)
    return commented(`${indent}- ${inline}`, indent, own)
  if (!isContainer(item)) return [...own.map((text) => `${indent}# ${text}`), ...folded('-', item, indent)]
  const lines = blockLines(item, path, depth + 1, comments)
  const start = lines.findIndex((line) => !line.replace(/^ +/, '').startsWith('#'))
  return [
    ...own.map((text) => `${indent}# ${text}`),
    ...lines.slice(0, start).map((line) => `${indent}${line.replace(/^ +/, '')}`),
    `${indent}- ${lines[start]?.replace(/^ +/, '')}`,
    ...lines.slice(start + 1),
  ]
}

/** Clusters, organizations and the like are blocks, whatever their size; what is within is on one line where it fits. */
function inlineOf(value: unknown, path: Path, comments: DefinitionComments): string | undefined {
  const isEmpty = isContainer(value) && Object.keys(value).length === 0
  const isSection = path.length === 1 && isContainer(value) && !isEmpty
  const isEntry = path.length === 2 && isMapping(value) && !isEmpty && typeof path[1] === 'number'
  const hasComments = comments.some(
    (comment) => comment.path.length > path.length && comparePaths(comment.path.slice(0, path.length), path) === 0,
  )
  const isList = Array.isArray(value) && value.some(isMapping)
  return isSection || isEntry || isList || hasComments ? undefined : dumpInline(value)
}

/** A comment behind a line where it fits, and above it otherwise. */
function commented(line: string, indent: string, texts: readonly string[]): readonly string[] {
  const [text, ...others] = texts
  if (text === undefined) return [line]
  if (others.length === 0 && `${line} # ${text}`.length <= lineWidth) return [`${line} # ${text}`]
  return [...texts.map((one) => `${indent}# ${one}`), line]
}

/** Comments of keys that the value does not have. */
const absentLines = (value: object, path: Path, depth: number, comments: DefinitionComments): readonly string[] =>
  comments
    .filter(
      (comment) =>
        comment.path.length === path.length + 1 &&
        comparePaths(comment.path.slice(0, -1), path) === 0 &&
        !Object.hasOwn(value, comment.path.at(-1) ?? ''),
    )
    .map(({ text }) => `${'  '.repeat(depth)}# ${text}`)

/** A text of several lines. */
const folded = (name: string, value: unknown, indent: string): readonly string[] => {
  const [first = '', ...others] = dumpYaml({ key: value }).replace(/\n$/, '').split('\n')
  const start = name === '-' ? `${indent}- ` : `${indent}${name}: `
  return [`${start}${first.slice('key: '.length)}`, ...others.map((line) => `${indent}${line}`)]
}
