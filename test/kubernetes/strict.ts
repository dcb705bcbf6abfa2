import { arrayAt, isJsonObject, type JsonObject, objectAt } from './json.ts'

/** Gives the schema that a `$ref` names, an empty one when it is not known. */
export type Resolve = (reference: string) => JsonObject

const quantity = 'io.k8s.apimachinery.pkg.api.resource.Quantity'

// https://kubernetes.io/docs/reference/kubernetes-api/common-definitions/quantity/
const quantitySchema: JsonObject = {
  type: ['number', 'string'],
  pattern: '^[+-]?(\\d+(\\.\\d*)?|\\.\\d+)([KMGTPE]i|[numkMGTPE]|[eE][+-]?\\d+)?$',
}

/**
 * The OpenAPI v3 schema of Kubernetes as JSON Schema that refuses unknown fields, as an API server does with
 * `fieldValidation=Strict`, and lists with a key twice, as server-side apply does. An object without `properties` stays
 * open. What stands in `anyOf`, `oneOf` and `not` only restricts and is never closed
 * (https://kubernetes.io/docs/tasks/extend-kubernetes/custom-resources/custom-resource-definitions/#specifying-a-structural-schema).
 */
export function strict(schema: JsonObject, resolve: Resolve): JsonObject {
  const closed: Record<string, unknown> = { ...schema }
  const inner = (value: unknown): unknown => (isJsonObject(value) ? strict(value, resolve) : value)
  if (isJsonObject(schema.properties)) {
    closed.properties = mapValues(schema.properties, inner)
    if (schema['x-kubernetes-preserve-unknown-fields'] !== true) closed.additionalProperties ??= false
  }
  if (isJsonObject(schema.additionalProperties)) closed.additionalProperties = inner(schema.additionalProperties)
  if (isJsonObject(schema.items)) {
    closed.items = inner(schema.items)
    Object.assign(closed, uniqueness(schema, schema.items, resolve))
  }
  if (schema['x-kubernetes-int-or-string'] === true) closed.type = ['integer', 'string']
  return closed
}

/** All schemas of a document, by name. */
export function strictSchemas(schemas: JsonObject, resolve: Resolve): JsonObject {
  return Object.fromEntries(
    Object.entries(schemas).map(([name, schema]) => [
      name,
      name === quantity ? quantitySchema : strict(isJsonObject(schema) ? schema : {}, resolve),
    ]),
  )
}

/** `uniqueBy` (see validator.ts) has the default of each key, since `protocol: TCP` and no protocol are the same port. */
function uniqueness(schema: JsonObject, items: JsonObject, resolve: Resolve): JsonObject {
  if (schema['x-kubernetes-list-type'] === 'set') return { uniqueItems: true }
  if (schema['x-kubernetes-list-type'] !== 'map') return {}
  const item = typeof items.$ref === 'string' ? resolve(items.$ref) : items
  const defaultOf = (key: string): unknown => objectAt(item, 'properties', key).default ?? null
  return {
    uniqueBy: Object.fromEntries(
      arrayAt(schema, 'x-kubernetes-list-map-keys').map((key) => [String(key), defaultOf(String(key))]),
    ),
  }
}

function mapValues(object: JsonObject, change: (value: unknown) => unknown): JsonObject {
  return Object.fromEntries(Object.entries(object).map(([key, value]) => [key, change(value)]))
}
