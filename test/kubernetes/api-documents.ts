import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { arrayAt, isJsonObject, type JsonObject, objectAt, textAt } from './json.ts'
import { strictSchemas } from './strict.ts'

/** One version of one API group: its schemas, closed, and the kinds a user can create. */
export interface ApiDocument {
  readonly schemas: JsonObject
  readonly kinds: ReadonlyMap<string, ApiKind>
}

interface ApiKind {
  /** Name in `schemas`: `io.k8s.api.apps.v1.StatefulSet`. */
  readonly schema: string
  readonly namespaced: boolean
}

/**
 * Reads what `/openapi/v3` of an API server gives for `apps/v1` or `v1` from the folder `api/openapi-spec/v3` of
 * k8s.io/kubernetes; undefined when Kubernetes has no such API.
 */
export function readApiDocument(folder: string, apiVersion: string): ApiDocument | undefined {
  const file = join(
    folder,
    `${apiVersion.includes('/') ? 'apis' : 'api'}__${apiVersion.replace('/', '__')}_openapi.json`,
  )
  if (!existsSync(file)) return undefined
  const document: unknown = JSON.parse(readFileSync(file, 'utf8'))
  if (!isJsonObject(document)) throw new Error(`${file} is not an OpenAPI document`)
  const schemas = objectAt(document, 'components', 'schemas')
  const resolve = (reference: string): JsonObject => objectAt(schemas, reference.slice(reference.lastIndexOf('/') + 1))
  return { schemas: strictSchemas(schemas, resolve), kinds: kindsOf(document, schemas, apiVersion) }
}

/** Only what can be posted to a collection: no lists, options or subresources. */
function kindsOf(document: JsonObject, schemas: JsonObject, apiVersion: string): ReadonlyMap<string, ApiKind> {
  const posted = Object.entries(objectAt(document, 'paths')).flatMap(([path, operations]) => {
    if (path.includes('{name}') || !isJsonObject(operations)) return []
    const kind = objectAt(operations, 'post', 'x-kubernetes-group-version-kind')
    return names(kind, apiVersion) ? [[textAt(kind, 'kind'), path.includes('{namespace}')] as const] : []
  })
  const schemaOf = (kind: string): string | undefined =>
    Object.keys(schemas).find((name) =>
      arrayAt(objectAt(schemas, name), 'x-kubernetes-group-version-kind').some(
        (candidate) => isJsonObject(candidate) && names(candidate, apiVersion) && candidate.kind === kind,
      ),
    )
  return new Map(
    posted.flatMap(([kind, namespaced]) => {
      const schema = schemaOf(kind)
      return schema === undefined ? [] : [[kind, { schema, namespaced }] as const]
    }),
  )
}

function names(kind: JsonObject, apiVersion: string): boolean {
  const group = textAt(kind, 'group')
  return apiVersion === (group === '' ? kind.version : `${group}/${textAt(kind, 'version')}`)
}
