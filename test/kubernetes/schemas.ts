import { readFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { ValidateFunction } from 'ajv'
import { moduleDirectory } from '../bed/tools/go.ts'
import { parseGoModule, versionOf } from '../bed/tools/go-module.ts'
import { readApiDocument } from './api-documents.ts'
import { argoCdDefinitions } from './argo-cd.ts'
import { kindsOfDefinition, readCustomResourceKinds } from './custom-resource-kinds.ts'
import {
  certificateDefinitions,
  fluxDefinitions,
  monitoringDefinitions,
  snapshotDefinitions,
} from './generated-crds.ts'
import { isJsonObject } from './json.ts'
import { createValidator, messages } from './validator.ts'

interface Kind {
  readonly namespaced: boolean
  readonly validate: ValidateFunction
}

// Awaited at import, so that callers stay synchronous and a first download or build is not in the time of a test.
const kubernetes = await moduleDirectory(`k8s.io/kubernetes@${await versionOfBed()}`, { directory: tmpdir() })
const openApiFolder = join(kubernetes, 'api/openapi-spec/v3')
const emissaryFolder = join(import.meta.dirname, '../../src/ambassador/base/crds')
const customKinds = [
  ...[
    emissaryFolder,
    await fluxDefinitions(),
    await certificateDefinitions(),
    await snapshotDefinitions(),
    await monitoringDefinitions(),
  ].flatMap(readCustomResourceKinds),
  ...(await argoCdDefinitions()).flatMap(kindsOfDefinition),
]

const validator = createValidator()
const kinds = new Map<string, Kind | undefined>()
const documents = new Map<string, ReturnType<typeof readApiDocument>>()

/**
 * What an API server (that of the bed, with the CRDs of Emissary, Flux, cert-manager, snapshots, Argo CD and the Prometheus operator) would refuse in an object because of its
 * schema: unknown kinds and fields, wrong types, missing fields, list keys twice. A line for each, none when it is valid.
 * Not checked: what only the server's code or a CEL rule knows, for instance names, selectors and enumerations of
 * built-in kinds.
 */
export function validateObject(object: unknown): readonly string[] {
  if (!isJsonObject(object)) return ['.: must be object']
  const { apiVersion, kind } = object
  if (typeof apiVersion !== 'string') return ['.apiVersion: must be string']
  if (typeof kind !== 'string') return ['.kind: must be string']
  const found = find(apiVersion, kind)
  if (found === undefined) return [`.: unknown kind ${kind} in ${apiVersion}`]
  return found.validate(object) ? [] : messages(found.validate.errors ?? [])
}

/** Whether objects of a kind live in a namespace. Throws an Error when there is no such kind. */
export function isNamespaced(apiVersion: string, kind: string): boolean {
  const found = find(apiVersion, kind)
  if (found === undefined) throw new Error(`unknown kind ${kind} in ${apiVersion}`)
  return found.namespaced
}

/** Its API server is built from this module, so objects are held against the same version everywhere. */
async function versionOfBed(): Promise<string> {
  const file = join(import.meta.dirname, '../bed/tools/kubernetes/go.mod')
  return versionOf(parseGoModule(await readFile(file, 'utf8')), 'k8s.io/kubernetes')
}

function find(apiVersion: string, kind: string): Kind | undefined {
  const key = `${apiVersion} ${kind}`
  if (!kinds.has(key)) kinds.set(key, builtIn(apiVersion, kind) ?? custom(apiVersion, kind))
  return kinds.get(key)
}

function builtIn(apiVersion: string, kind: string): Kind | undefined {
  const found = documentOf(apiVersion)?.kinds.get(kind)
  if (found === undefined) return undefined
  return { namespaced: found.namespaced, validate: named({ $ref: reference(apiVersion, found.schema) }) }
}

function custom(apiVersion: string, kind: string): Kind | undefined {
  const found = customKinds.find((candidate) => candidate.apiVersion === apiVersion && candidate.kind === kind)
  if (found === undefined) return undefined
  documentOf('v1')
  const metadata = { $ref: reference('v1', 'io.k8s.apimachinery.pkg.apis.meta.v1.ObjectMeta') }
  return { namespaced: found.namespaced, validate: named(found.schema, { metadata }) }
}

/** The schema, and that the object has a name. */
function named(schema: object, properties: { readonly metadata?: object } = {}): ValidateFunction {
  const metadata = { allOf: [properties.metadata ?? {}, { required: ['name'] }] }
  return validator.compile({ allOf: [schema, { properties: { metadata }, required: ['metadata'] }] })
}

function documentOf(apiVersion: string): ReturnType<typeof readApiDocument> {
  if (!documents.has(apiVersion)) {
    const document = readApiDocument(openApiFolder, apiVersion)
    documents.set(apiVersion, document)
    if (document) validator.addSchema({ $id: apiVersion, components: { schemas: document.schemas } })
  }
  return documents.get(apiVersion)
}

/** Documents refer to their own schemas as `#/components/schemas/…`; the part before it is the `$id` given above. */
function reference(apiVersion: string, schema: string): string {
  return `${apiVersion}#/components/schemas/${schema}`
}
