import { createRequire } from 'node:module'
import { Ajv, type ValidateFunction } from 'ajv'

/** GitHub's published description of its REST API, as far as it is used here: https://github.com/octokit/openapi */
interface Document {
  readonly paths: Readonly<Record<string, Readonly<Record<string, Operation>>>>
  readonly components: { readonly examples: Readonly<Record<string, { readonly value: unknown }>> }
}

interface Operation {
  readonly parameters?: readonly unknown[]
  readonly requestBody?: { readonly content: Readonly<Record<string, { readonly schema: BodySchema }>> }
  readonly responses: Readonly<Record<string, unknown>>
}

interface BodySchema {
  readonly properties?: Readonly<Record<string, unknown>>
  readonly required?: readonly string[]
}

const require = createRequire(import.meta.url)
const document = require('@octokit/openapi/generated/api.github.com.json') as Document

const ajv = new Ajv({ strict: false, validateFormats: false, allErrors: true })
ajv.addSchema(withNulls(document), 'github')

/** OpenAPI 3.0 says `nullable` also where there is no type, which JSON Schema has no word for. */
function withNulls<Value>(value: Value): Value {
  if (Array.isArray(value)) return value.map(withNulls) as Value // the same kind of thing
  if (typeof value !== 'object' || value === null) return value
  const { nullable, ...rest } = Object.fromEntries(
    Object.entries(value).map(([key, inner]) => [key, withNulls<unknown>(inner)]),
  )
  if (nullable === undefined) return rest as Value // as above
  return (rest.type === undefined ? { anyOf: [{ type: 'null' }, rest] } : { ...rest, nullable }) as Value // as above
}

const pointer = (...steps: readonly string[]): string =>
  `github#/${steps.map((step) => encodeURIComponent(step.replaceAll('~', '~0').replaceAll('/', '~1'))).join('/')}`

const compiled = new Map<string, ValidateFunction>()
function problems(reference: string, value: unknown): string[] {
  const validate = compiled.get(reference) ?? ajv.compile({ $ref: reference })
  compiled.set(reference, validate)
  return validate(value) ? [] : (validate.errors ?? []).map(({ instancePath, message }) => `${instancePath} ${message}`)
}

export interface Call {
  readonly method: string
  /** As published, such as /repos/{owner}/{repo}/pulls. */
  readonly path: string
  readonly parameters: Readonly<Record<string, string>>
  readonly query: Readonly<Record<string, string>>
  readonly body: Readonly<Record<string, unknown>>
}

/** The published operation that a request is; undefined when there is none. The path with most fixed steps counts. */
export function callOf(method: string, url: URL, body: Call['body']): Call | undefined {
  const given = url.pathname.split('/')
  const matching = Object.keys(document.paths).filter((path) => {
    const steps = path.split('/')
    const fits = steps.length === given.length && steps.every((step, at) => step.startsWith('{') || step === given[at])
    return fits && document.paths[path]?.[method.toLowerCase()] !== undefined
  })
  const [path] = matching.sort((a, b) => a.split('{').length - b.split('{').length)
  if (path === undefined) return undefined
  const steps = path.split('/')
  const parameters = steps.flatMap((step, at) =>
    step.startsWith('{') ? [[step.slice(1, -1), decodeURIComponent(given[at] ?? '')]] : [],
  )
  return { method, path, parameters: Object.fromEntries(parameters), query: Object.fromEntries(url.searchParams), body }
}

/** What is wrong with a request. Published schemas take any further field: here one that they do not name is a mistake. */
export function requestProblems({ method, path, query, body }: Call): string[] {
  const operation = document.paths[path]?.[method.toLowerCase()]
  const schema = operation?.requestBody?.content['application/json']?.schema
  const known = Object.keys(schema?.properties ?? {})
  const unknown = Object.keys(body).filter((field) => !known.includes(field))
  const steps = ['paths', path, method.toLowerCase()] as const
  const wrong =
    schema === undefined
      ? []
      : problems(pointer(...steps, 'requestBody', 'content', 'application/json', 'schema'), body)
  return [
    ...unknown.map((field) => `body has no field "${field}"`),
    ...wrong,
    ...Object.keys(query)
      .filter((name) => !queryNames(operation).includes(name))
      .map((name) => `there is no parameter "${name}"`),
  ]
}

function queryNames(operation: Operation | undefined): string[] {
  return (operation?.parameters ?? []).flatMap((parameter) => {
    const { name, $ref } = parameter as { name?: string; $ref?: string } // either is what OpenAPI allows
    if (name !== undefined) return [name]
    const target = $ref?.slice(2).split('/') ?? []
    const found = target.reduce<unknown>((at, step) => (at as Record<string, unknown>)[step], document)
    return [(found as { name: string }).name]
  })
}

/** What is wrong with an answer of the fake: it may say nothing that GitHub would not. */
export function responseProblems({ method, path }: Call, status: number, body: unknown): string[] {
  const operation = document.paths[path]?.[method.toLowerCase()]
  if (operation?.responses[status] === undefined) return [`${method} ${path} never answers ${status}`]
  const { $ref = '' } = operation.responses[status] as { $ref?: string } // an object or a reference to one
  const place =
    $ref === '' ? pointer('paths', path, method.toLowerCase(), 'responses', String(status)) : `github${$ref}`
  const described = ajv.getSchema(place)?.schema as { content?: Record<string, unknown> } | undefined // what stands at that place
  // Of some refusals only the status is published.
  if (body === undefined || described?.content?.['application/json'] === undefined) return []
  return problems(`${place}/content/application~1json/schema`, body)
}

/** A published example, by its name. */
export const example = <Value>(name: string): Value =>
  structuredClone(document.components.examples[name]?.value) as Value // the caller knows what it is an example of
