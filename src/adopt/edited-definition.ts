import { comparePaths, type Path } from '../network/finding.ts'
import { isContainer } from '../network/mapping.ts'
import { blockLines, type DefinitionComments, entryLines, itemLines } from '../network/written-definition.ts'
import { dumpInline } from '../yaml.ts'
import type { DefinitionAddition } from './additions.ts'
import { withBlockForm } from './block-form.ts'
import { spanAt, type YamlSpan, yamlSpans } from './yaml-spans.ts'

/** A text to put at an offset, in place of a number of characters. */
interface TextEdit {
  readonly at: number
  readonly instead: number
  readonly text: string
}

/**
 * The text of a definition with additions: comments, order and spelling of everything else stay. Undefined for an addition that has no
 * place in the text, such as one within an alias.
 */
export function editedDefinition(
  text: string,
  additions: readonly DefinitionAddition[],
  comments: DefinitionComments,
): string | undefined {
  const root = yamlSpans(text)
  if (root === undefined) return undefined
  const newline = text.includes('\r\n') ? '\r\n' : '\n'
  const edits = additions.map((addition) => editFor(text, root, addition, { additions, comments }))
  if (edits.some((edit) => edit === undefined)) return undefined
  // From the end, so that offsets stay right. Of several at one place, what was added last becomes the first: inner values end first.
  const edited = edits
    .flatMap((edit, index) =>
      edit === undefined ? [] : [{ ...edit, index, depth: additions[index]?.into.length ?? 0 }],
    )
    .sort((a, b) => b.at - a.at || a.depth - b.depth || b.index - a.index)
    .reduce(
      (before, { at, instead, text: added }) =>
        before.slice(0, at) + added.replaceAll('\n', newline) + before.slice(at + instead),
      text,
    )
  return withBlockForm(edited, mappingsOf(additions))
}

/** Mappings that get something themselves or within, the outer ones first. */
const mappingsOf = (additions: readonly DefinitionAddition[]): readonly Path[] =>
  additions.flatMap(({ into }) => into.map((_, at) => into.slice(0, at + 1)))

interface EditContext {
  readonly additions: readonly DefinitionAddition[]
  readonly comments: DefinitionComments
}

function editFor(
  text: string,
  root: YamlSpan,
  addition: DefinitionAddition,
  { additions, comments }: EditContext,
): TextEdit | undefined {
  const span = spanAt(root, addition.into)
  if (span === undefined) return undefined
  const { key } = addition
  if (span.kind !== (key === undefined ? 'list' : 'mapping')) return undefined
  const empty = key === undefined ? undefined : span.children.get(key)
  if (key !== undefined && empty !== undefined) return filled(text, span, empty, addition, comments)
  if (span.isFlow) {
    const isFirst =
      span.children.size === 0 && additions.find(({ into }) => comparePaths(into, addition.into) === 0) === addition
    return inFlow(span, addition, isFirst)
  }
  const isTop = addition.into.length === 0
  const lines = linesOf(addition, comments, indentOf(text, span.start))
  if (isTop) return { at: endOfText(text), instead: 0, text: `\n${isContainer(addition.value) ? '\n' : ''}${lines}` }
  return behindLine(text, span.end, lines)
}

/** Lines behind the one that has the end of a value, with its comment. */
function behindLine(text: string, end: number, lines: string): TextEdit {
  // A block of text ends behind its last line break, and may have empty lines.
  const at = text[end - 1] === '\n' ? text.slice(0, end).trimEnd().length : lineEnd(text, end)
  return { at, instead: 0, text: `\n${lines}` }
}

/** A key without a value, or with null. */
function filled(
  text: string,
  parent: YamlSpan,
  empty: YamlSpan,
  { value, desired }: DefinitionAddition,
  comments: DefinitionComments,
): TextEdit | undefined {
  if (empty.kind !== 'scalar') return undefined
  const instead = empty.start < 0 ? 0 : empty.end - empty.start
  const at = empty.start < 0 ? text.indexOf(':', empty.keyEnd) + 1 : empty.start
  const inline = dumpInline(value)
  if (parent.isFlow || !isContainer(value) || instead > 0)
    return inline === undefined ? undefined : { at, instead, text: empty.start < 0 ? ` ${inline}` : inline }
  const indent = indentOf(text, parent.start)
  const lines = blockLines(value, desired, 1, comments).map((line) => `${indent}${line}`)
  return { at: lineEnd(text, at), instead: 0, text: `\n${lines.join('\n')}` }
}

function inFlow(span: YamlSpan, { key, value }: DefinitionAddition, isFirst: boolean): TextEdit | undefined {
  const inline = dumpInline(key === undefined ? [value] : { [key]: value })?.slice(1, -1)
  if (inline === undefined) return undefined
  const last = [...span.children.values()].at(-1)
  return { at: last?.end ?? span.start + 1, instead: 0, text: isFirst ? inline : `, ${inline}` }
}

/** Lines of an entry or item, with the indentation of its neighbours. */
function linesOf({ key, value, desired }: DefinitionAddition, comments: DefinitionComments, indent: string): string {
  // Lines know how much room they have by their depth.
  const depth = Math.ceil(indent.length / 2)
  const lines =
    key === undefined ? itemLines(value, desired, depth, comments) : entryLines(key, value, desired, depth, comments)
  return lines.map((line) => `${indent}${line.slice(2 * depth)}`).join('\n')
}

/** Spaces before a key or dash, those of a dash before it included. */
const indentOf = (text: string, start: number): string => ' '.repeat(start - (text.lastIndexOf('\n', start - 1) + 1))

const lineEnd = (text: string, from: number): number => {
  const end = text.indexOf('\n', from)
  if (end < 0) return text.length
  return text[end - 1] === '\r' && end > from ? end - 1 : end
}

const endOfText = (text: string): number => text.trimEnd().length
