import { Ajv, type ErrorObject, type FuncKeywordDefinition, type Options } from 'ajv'
import { isJsonObject, type JsonObject } from './json.ts'

const formats: NonNullable<Options['formats']> = {
  int32: { type: 'number', validate: (value: number) => value >= -(2 ** 31) && value < 2 ** 31 },
  int64: { type: 'number', validate: (value: number) => Number.isInteger(value) },
  double: { type: 'number', validate: () => true },
  // kustomize breaks lines of binaryData, which Go reads (encoding/base64: Decode).
  byte: (text) => /^([A-Za-z0-9+/]{4})*([A-Za-z0-9+/]{2}==|[A-Za-z0-9+/]{3}=)?$/.test(text.replaceAll(/[\r\n]/g, '')),
  'date-time': /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?(Z|[+-]\d\d:\d\d)$/,
  'int-or-string': true,
}

/** Items of the list differ in at least one of the keys; the value has the default of each key. */
const uniqueBy: FuncKeywordDefinition = {
  keyword: 'uniqueBy',
  type: 'array',
  error: { message: 'has two items with the same key' },
  validate: (defaults: JsonObject, items: readonly unknown[]): boolean => {
    const keys = items.filter(isJsonObject).map((item) => {
      return JSON.stringify(Object.entries(defaults).map(([key, value]) => item[key] ?? value))
    })
    return new Set(keys).size === keys.length
  },
}

/** A pattern of Go may say at its beginning that the case of letters does not count. */
const goPattern = Object.assign(
  (pattern: string, flags: string): RegExp =>
    pattern.includes('(?i)') ? new RegExp(pattern.replace('(?i)', ''), `${flags}i`) : new RegExp(pattern, flags),
  { code: 'new RegExp' },
)

/** An ajv for what `strict` gives. */
export function createValidator(): Ajv {
  // Keywords that begin with x-kubernetes would be errors in ajv's own strict mode.
  return new Ajv({
    strict: false,
    allErrors: true,
    logger: false,
    formats,
    keywords: [uniqueBy],
    code: { regExp: goPattern },
  })
}

/** One line for each error, with the path written as Kubernetes does: `.spec.ports[0]: unknown field "prot"`. */
export function messages(errors: readonly ErrorObject[]): readonly string[] {
  return [...new Set(errors.map((error) => `${path(error.instancePath)}: ${text(error)}`))]
}

function text({ keyword, params, message }: ErrorObject): string {
  if (keyword === 'additionalProperties') return `unknown field "${params.additionalProperty}"`
  if (keyword === 'required') return `field "${params.missingProperty}" is required`
  if (keyword === 'enum') return `must be one of ${params.allowedValues.join(', ')}`
  return message ?? keyword
}

function path(pointer: string): string {
  const elements = pointer.split('/').slice(1)
  const written = elements.map((element) => {
    const name = element.replaceAll('~1', '/').replaceAll('~0', '~')
    return /^(\d+|.*[./].*)$/.test(name) ? `[${name}]` : `.${name}`
  })
  return written.join('') || '.'
}
