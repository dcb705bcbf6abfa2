import type * as z from 'zod'
import { counted } from '../words.ts'
import type { Path, Problem } from './finding.ts'
import { descriptionAt, keysAt, schemaAt } from './schema-walk.ts'
import type { Source } from './source.ts'
import { nearest } from './suggestion.ts'
import { type PlatformSchema, unknownKeyHint } from './unknown-key.ts'
import { listHint, refusalOf, takesText, unitsOf } from './value-hints.ts'

type Issue = z.core.$ZodIssue

/** Comparing more keys with the known ones takes seconds, and nobody misspells a thousand keys. */
const mostHints = 1000

/** Describes an error of the schema in terms of the definition, with a hint. */
export function explain(
  issue: Issue,
  source: Source,
  schema: z.ZodType,
  platform?: string,
  others: readonly PlatformSchema[] = [],
): Problem[] {
  const path = issue.path as Path // zod's paths have symbols in their type only
  const what = path.length === 0 ? source.file : label(path, source.value)
  const error = (message: string, hint?: string): Problem => ({
    rule: 'schema',
    severity: 'error',
    message,
    ...(hint === undefined ? {} : { hint }),
    path,
  })
  if (issue.code === 'unrecognized_keys') {
    return issue.keys.map((key) => ({
      ...error(
        `unknown key "${key}"${path.length === 0 ? '' : ` in ${what}`}`,
        issue.keys.length > mostHints
          ? 'remove these keys: a definition is not for data'
          : unknownKeyHint(key, path, schema, platform, others),
      ),
      rule: 'unknown-key',
      path: [...path, key],
      atKey: true,
    }))
  }
  if (issue.input === undefined && issue.code !== 'custom') {
    const parent = path.length === 1 ? source.file : label(path.slice(0, -1), source.value)
    const about = descriptionAt(schema, path)
    return [
      {
        ...error(
          `${parent} has no "${String(path.at(-1))}"`,
          `add it: ${expected(issue)}${about === undefined ? '' : ` (${about})`}`,
        ),
        rule: 'missing-key',
      },
    ]
  }
  // As written in the file: YAML parsers round large numbers, and drop the zero of 26.10.
  const number = typeof issue.input === 'number' ? source.written(path) : undefined
  switch (issue.code) {
    case 'invalid_type':
      return [
        error(
          `${what} must be ${expected(issue)}, got ${number ?? kindOf(issue.input)}`,
          quotes() ?? named() ?? listHint(issue, schemaAt(schema, path)) ?? descriptionAt(schema, path),
        ),
      ]
    case 'invalid_value': {
      const values = issue.values.map(String)
      if (values.length === 1 && values[0] === issue.input)
        return [error(`${what} must be the number ${values[0]}, without quotes`)]
      if (values.length === 1) return [error(`${what} must be ${values[0]}, got ${shown(issue.input)}`)]
      const match = typeof issue.input === 'string' ? nearest(issue.input, values) : undefined
      const hint = match === undefined ? undefined : `did you mean "${match}"?`
      return [error(`${what}: ${shown(issue.input)} is not one of ${values.join(', ')}`, hint)]
    }
    case 'too_small':
    case 'too_big':
      return [error(`${what} must be ${expected(issue)}, got ${number ?? amount(issue.input)}`, quotes())]
    case 'invalid_union': {
      const branch = meantBranch(issue)
      if (branch !== undefined)
        return branch.flatMap((inner) =>
          explain({ ...inner, path: [...issue.path, ...inner.path] } as Issue, source, schema, platform, others),
        )
      const specific = issue.errors.flat().find((inner) => inner.code === 'invalid_format' || inner.code === 'custom')
      return [
        error(
          `${what} ${specific?.message ?? `must be ${unionOf(issue)}`}, got ${number ?? shown(issue.input)}`,
          specific === undefined ? (quotes() ?? descriptionAt(schema, path)) : (hintOf(specific) ?? quotes()),
        ),
      ]
    }
    case 'invalid_key':
      return [{ ...error(`${what}: ${issue.issues[0]?.message ?? 'key of a wrong form'}`), atKey: true }]
    default:
      return [error(`${what} ${issue.message}${gotOf(issue.input)}`, hintOf(issue) ?? quotes())]
  }

  /** A hint for an item of a list that is its name, and has other fields. */
  function named(): string | undefined {
    return typeof issue.input === 'string' &&
      /^[a-z][-a-z0-9]{0,62}$/.test(issue.input) &&
      keysAt(schema, path).includes('name')
      ? `write it as a mapping: {name: ${issue.input}}`
      : undefined
  }

  /** A hint for numbers and words that YAML does not read as text: they need quotes, or a unit, or are invalid. */
  function quotes(): string | undefined {
    const field = schemaAt(schema, path)
    const scalar = typeof issue.input === 'number' || typeof issue.input === 'boolean'
    if (!scalar || !takesText(field)) return undefined
    const text = number ?? String(issue.input)
    const about = descriptionAt(schema, path)
    const refused = refusalOf(field, text)
    if (refused !== undefined) return unitsOf(field, text) ?? refused.replace(/^must be /, 'write ')
    if (text.startsWith('0x')) return 'put it in quotes: without them YAML reads 0x… as a number'
    return `put it in quotes${about === undefined ? '' : `: ${about}`}`
  }
}

/** The hint of a field's rule, if it has one. */
const hintOf = (issue: Issue): string | undefined => {
  const hint: unknown = issue.code === 'custom' ? issue.params?.hint : undefined
  return typeof hint === 'string' ? hint : undefined
}

/** `organizations[carrier].nodes[rpc1].storage`: items of lists by their names where they have one. */
export function label(path: Path, root: unknown): string {
  let text = ''
  let value: unknown = root
  for (const step of path) {
    value = typeof value === 'object' && value !== null ? (value as Record<string | number, unknown>)[step] : undefined
    if (step === '') text += '[""]'
    else if (typeof step === 'string') text += text === '' ? step : `.${step}`
    else text += `[${nameOf(value) ?? step}]`
  }
  return text
}

function nameOf(value: unknown): string | undefined {
  if (typeof value !== 'object' || value === null) return undefined
  const { name, organization } = value as { name?: unknown; organization?: unknown }
  return [name, organization].find((text): text is string => typeof text === 'string' && text !== '')
}

const typeNames: Readonly<Record<string, string>> = {
  string: 'text',
  number: 'a number',
  int: 'a whole number',
  boolean: 'true or false',
  array: 'a list',
  object: 'a mapping',
  record: 'a mapping',
  null: 'empty',
}

function expected(issue: Issue): string {
  switch (issue.code) {
    case 'invalid_type':
      return typeNames[issue.expected] ?? issue.expected
    case 'invalid_value':
      return issue.values.length === 1 ? String(issue.values[0]) : `one of ${issue.values.join(', ')}`
    case 'too_small':
      return issue.origin === 'array'
        ? `a list with at least ${counted(Number(issue.minimum), 'item')}`
        : issue.origin === 'string'
          ? `at least ${counted(Number(issue.minimum), 'character')}`
          : `at least ${issue.minimum}`
    case 'too_big':
      if (issue.origin === 'array') return `a list with at most ${issue.maximum} items`
      return issue.origin === 'string' ? `at most ${issue.maximum} characters` : `at most ${issue.maximum}`
    case 'invalid_union':
      return unionOf(issue)
    default:
      return issue.message
  }
}

/** For a field that may be text or a mapping, and is a mapping: the errors inside it. */
function meantBranch({ input, errors }: z.core.$ZodIssueInvalidUnion): readonly Issue[] | undefined {
  if (typeof input !== 'object' || input === null || Array.isArray(input)) return undefined
  const [branch, ...others] = errors.filter((issues) =>
    issues.every(({ code, path }) => code !== 'invalid_type' || path.length > 0),
  )
  return others.length === 0 ? branch : undefined
}

const unionOf = (issue: z.core.$ZodIssueInvalidUnion): string =>
  [...new Set(issue.errors.flatMap((branch) => branch.map(expected)))].join(' or ')

function kindOf(value: unknown): string {
  if (value === null) return 'an empty value'
  if (Array.isArray(value)) return 'a list'
  if (typeof value === 'object') return 'a mapping'
  if (typeof value === 'string') return `the text ${shown(value)}`
  return shown(value)
}

const amount = (value: unknown): string =>
  Array.isArray(value)
    ? value.length === 0
      ? 'an empty list'
      : `a list of ${value.length}`
    : typeof value === 'string'
      ? `${value.length} characters`
      : shown(value)

/** What was written, for the end of a message about its form. A list or a mapping is too long for it. */
const gotOf = (value: unknown): string => (typeof value === 'object' && value !== null ? '' : `, got ${shown(value)}`)

/** A value for a message: short, on one line. */
function shown(value: unknown): string {
  if (typeof value === 'object') return kindOf(value)
  const text = String(value)
  const cut = text.length > 60 ? `${text.slice(0, 24)}…` : text
  return typeof value === 'string' ? JSON.stringify(cut) : cut
}
