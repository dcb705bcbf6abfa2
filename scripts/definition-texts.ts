import { describedSchema, type FieldSchema } from '../src/network/json-schema.ts'
import type { PlatformDefinition } from '../src/network/platform-definition.ts'
import { platforms } from '../src/platforms/index.ts'
import { table } from '../src/render/markdown.ts'
import { type FieldRow, type FieldTable, fieldTables } from './field-tables.ts'
import type { GeneratedPart } from './generated-part.ts'

/** Tables of the fields of a definition: what all platforms have, and what one has besides or has in another way. */

interface PlatformFields {
  readonly definition: PlatformDefinition
  readonly tables: ReadonlyMap<string, FieldTable>
  /** Fields of a node, some of which other mappings have too. */
  readonly node: FieldSchema['properties']
}

const fieldsOf = (definition: PlatformDefinition): PlatformFields => {
  const schema = describedSchema(definition)
  return {
    definition,
    tables: new Map(fieldTables(schema).map((one) => [one.path, one])),
    node: schema.properties?.organizations?.items?.properties?.nodes?.items?.properties,
  }
}

const all = platforms.map(({ definition }) => fieldsOf(definition))

const rowOf = ({ tables }: PlatformFields, path: string, field: string): FieldRow | undefined =>
  tables.get(path)?.rows.find((row) => row.field === field)

const isSame = (a: unknown, b: unknown): boolean => JSON.stringify(a) === JSON.stringify(b)

/** The row of a field that all platforms have: what differs refers to the platform. Undefined for any other field. */
function commonRow(path: string, { field }: FieldRow): FieldRow | undefined {
  const rows = all.flatMap((platform) => rowOf(platform, path, field) ?? [])
  const [first] = rows
  if (first === undefined || rows.length < all.length) return undefined
  const same = (column: keyof FieldRow): boolean => rows.every((row) => isSame(row[column], first[column]))
  const values = [...new Set(rows.flatMap(({ type }) => type))]
  return {
    ...first,
    type: same('type') || values.every((value) => value.startsWith('`')) ? values : ["the platform's"],
    absent: same('absent') ? first.absent : "the platform's",
    description: same('description')
      ? first.description
      : `${commonSentences(rows.map(({ description }) => description))} See ${links(path, field)}.`.trim(),
  }
}

/** The sentences with which all descriptions begin. */
function commonSentences(texts: readonly string[]): string {
  const [first = [], ...others] = texts.map((text) => text.split(/(?<=\.) /))
  const end = first.findIndex((sentence, at) => others.some((other) => other[at] !== sentence))
  return first.slice(0, end < 0 ? first.length : end).join(' ')
}

const titleOf = (path: string): string => (path === '' ? 'the network' : `\`${path}\``)
const anchor = (path: string): string => path.toLowerCase().replace(/[^a-z]/g, '')
const anchorOf = (path: string): string => `fields-of-${path === '' ? 'the-network' : anchor(path)}`

const links = (path: string, field: string): string =>
  all
    .filter((platform) => rowOf(platform, path, field) !== undefined)
    .map(({ definition: { id, title } }) => `[${title}](platforms/${id}.md#${anchorOf(path)})`)
    .join(', ')

/** A table for a page from which docs/definition.md is at `shared`. */
const rowsText = (rows: readonly FieldRow[], shared: string): string =>
  table(
    ['field', 'type', 'default', 'description', 'example'],
    rows.map(({ field, type, absent, description, example }) =>
      [
        `\`${field}\``,
        orList(type.map((one) => (one in sharedMappings ? `[${one}](${shared}#${one})` : one))),
        absent,
        description,
        example,
      ].map((cell) => cell.replaceAll('|', '\\|')),
    ),
  )

/** Mappings that several fields have, by their kind: each has a section. */
const sharedMappings: Readonly<Record<string, string>> = {
  resources: 'Requests and limits of a container.',
  placement:
    'Where pods run. The nearest placement that has a field decides it, with its whole value: of the node or the Ambassador, of the organization, of the cluster. Jobs and probes have that of their organization. Any change restarts the pods; [machines](guides/machines.md) says what to know before.',
}

const orList = (words: readonly string[]): string =>
  words.length < 2 ? words.join('') : `${words.slice(0, -1).join(', ')} or ${words.at(-1)}`

/** Tables of what all platforms have. */
function commonText(): string {
  const [first] = all
  if (first === undefined) return ''
  const sections = [...first.tables.values()].flatMap(({ path, description, rows }) => {
    const common = rows.flatMap((row) => commonRow(path, row) ?? [])
    if (common.length === 0) return []
    const heading = path === '' ? '## Top level' : `## \`${path}\``
    return [`${heading}\n\n${path === '' || description === '' ? '' : `${description}\n\n`}${rowsText(common, '')}`]
  })
  const mappings = Object.entries(sharedMappings).flatMap(([kind, text]) => {
    const field = first.node?.[kind]
    return field === undefined ? [] : sharedText(field, capitalized(kind), text)
  })
  return [...sections, ...mappings].join('\n')
}

const capitalized = (text: string): string => text.slice(0, 1).toUpperCase() + text.slice(1)

/** A mapping, and lists of mappings in it. */
function sharedText(field: FieldSchema, title: string, text: string): string[] {
  const [own, ...inner] = fieldTables({ ...field, description: text })
  if (own === undefined) return []
  return [
    `## ${title}\n\n${text}\n\n${rowsText(own.rows, '')}`,
    ...inner.map(({ path, rows }) => `### \`${path}\`\n\n${rowsText(rows, '')}`),
  ]
}

const definitionPage = '../definition.md'

/** Tables of what a platform has in addition, or in another way. */
function platformText(platform: PlatformFields): string {
  const sections = [...platform.tables.values()].flatMap(({ path, description, rows }) => {
    const own = rows.filter((row) => isOwn(row, commonRow(path, row)))
    if (own.length === 0) return []
    const isShared = rows.some((row) => commonRow(path, row) !== undefined)
    const common = `[fields of all platforms](${definitionPage}#${path === '' ? 'top-level' : anchor(path)})`
    const about = isShared ? `In addition to the ${common}, or different from them:` : description
    return [`### Fields of ${titleOf(path)}\n\n${about}\n\n${rowsText(own, definitionPage)}`]
  })
  return sections.join('\n')
}

/** Another example is no difference, nor is the one value that a field has on a platform. */
function isOwn(row: FieldRow, common: FieldRow | undefined): boolean {
  if (common === undefined) return true
  const [only, ...others] = row.type
  const isOneOf = only !== undefined && others.length === 0 && common.type.includes(only)
  const isSameType = isSame(row.type, common.type) || isOneOf
  return !(isSameType && row.absent === common.absent && row.description === common.description)
}

/** Every part, as it should be. */
export const definitionParts = (): readonly GeneratedPart[] => [
  { file: 'docs/definition.md', name: 'fields', text: commonText() },
  ...all.map((platform) => ({
    file: `docs/platforms/${platform.definition.id}.md`,
    name: 'fields',
    text: platformText(platform),
  })),
]
