import type { FieldSchema } from '../src/network/json-schema.ts'

/** A field of the definition as a row of a table. Texts are Markdown. */
export interface FieldRow {
  /** From the mapping that its table is for: `name`, `existing.namespace`. */
  readonly field: string
  /** Values that it can have, where they can be listed; else what kind of value it has. */
  readonly type: readonly string[]
  readonly absent: string
  readonly description: string
  readonly example: string
}

/** The fields of one mapping, by its path in the definition: `clusters[].ambassador`; the whole definition has an empty one. */
export interface FieldTable {
  readonly path: string
  readonly description: string
  readonly rows: readonly FieldRow[]
}

/** A mapping with more fields has a table, others are in that of the mapping they are in. */
const mostInline = 4

/** Tables of a mapping and of all that is in it, in the order of the schema. */
export function fieldTables(schema: FieldSchema, path = ''): FieldTable[] {
  const inner: FieldTable[] = []
  const rows = rowsOf(schema, path, '', inner)
  return [{ path, description: schema.description ?? '', rows }, ...inner]
}

function rowsOf(schema: FieldSchema, table: string, prefix: string, inner: FieldTable[]): FieldRow[] {
  const isItem = table !== '' && prefix === ''
  const fields = Object.entries(schema.properties ?? {}).toSorted(([a], [b]) => (isItem ? rank(a) - rank(b) : 0))
  return fields.flatMap(([name, field]): FieldRow[] => {
    const [own, required] = [`${prefix}${name}`, schema.required?.includes(name) === true]
    const row: FieldRow = {
      field: own,
      type: typesOf(field),
      absent: required ? 'required' : absentOf(field),
      description: field.description ?? '',
      example: exampleOf(field),
    }
    const path = table === '' ? own : `${table}.${own}`
    const item = mappingIn(field.items)
    if (item !== undefined) inner.push(...fieldTables({ ...field, ...item }, `${path}[]`))
    else if (field.properties !== undefined && field.kind === undefined) {
      if (Object.keys(field.properties).length <= mostInline) return [row, ...rowsOf(field, table, `${own}.`, inner)]
      inner.push(...fieldTables(field, path))
    }
    return [row]
  })
}

/** The name of an item and its kind come first. */
const rank = (name: string): number => {
  const at = ['name', 'organization', 'role', 'provider'].indexOf(name)
  return at < 0 ? 100 : at
}

/** The mapping that a value is, or may be besides text. */
const mappingIn = (schema: FieldSchema | undefined): FieldSchema | undefined =>
  schema?.properties === undefined ? schema?.anyOf?.find(({ properties }) => properties !== undefined) : schema

const code = (value: unknown): string => `\`${typeof value === 'string' ? value : JSON.stringify(value)}\``

function typesOf(field: FieldSchema): readonly string[] {
  if (field.kind !== undefined) return [field.kind]
  if (field.const !== undefined) return [code(field.const)]
  if (field.enum !== undefined) return field.enum.map(code)
  if (field.type === 'boolean') return [code(true), code(false)]
  if (field.type === 'array')
    return [`list${ofItems(field)}${field.maxItems === undefined ? '' : `, at most ${field.maxItems}`}`]
  if (field.type === 'object') return ['mapping']
  if (field.type === 'integer' || field.type === 'number') return [numbers(field)]
  return [field.maxLength === undefined ? 'text' : `text, at most ${field.maxLength} characters`]
}

function ofItems({ items }: FieldSchema): string {
  if (items === undefined || mappingIn(items) !== undefined) return ''
  if (items.enum !== undefined) return ` of ${items.enum.map(code).join(', ')}`
  const kind = items.kind ?? 'text'
  return ` of ${kind === 'text' ? kind : `${kind}${kind.endsWith('s') ? 'es' : 's'}`}`
}

const largest = 2 ** 31

function numbers({ minimum, maximum }: FieldSchema): string {
  const from = minimum === undefined || minimum < -largest ? undefined : minimum
  const to = maximum === undefined || maximum >= largest - 1 ? undefined : maximum
  if (from !== undefined && to !== undefined) return `${from} to ${to}`
  return from === undefined || from === 0 ? 'whole number' : `whole number, from ${from}`
}

function absentOf({ absent, default: standard }: FieldSchema): string {
  if (absent !== undefined) return absent
  return standard === undefined ? '–' : code(standard)
}

const mostShown = 60

/** The first example, as YAML on one line. */
function exampleOf({ examples }: FieldSchema): string {
  const [example] = examples ?? []
  if (example === undefined) return ''
  const text = flow(example)
  return `\`${text.length > mostShown ? `${text.slice(0, mostShown)}…` : text}\``
}

function flow(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(flow).join(', ')}]`
  if (typeof value === 'object' && value !== null)
    return `{${Object.entries(value)
      .map(([key, item]) => `${scalar(key)}: ${flow(item)}`)
      .join(', ')}}`
  return typeof value === 'string' ? scalar(value) : String(value)
}

/** Text that YAML could read as something else has quotes. */
const scalar = (text: string): string =>
  /^(?:0x|\d+(?:\.\d+)?$|[\d]+[eE][\d]+|(?:true|false|null)$)/.test(text) ||
  /[:,#[\]{}] ?/.test(text.replace(/:(?=\S)/g, ''))
    ? JSON.stringify(text)
    : text
