import type * as z from 'zod'
import type { Path } from './finding.ts'

/** Reads a schema without a value, at a path. */

/** The keys that the schema knows at `path`. */
export const keysAt = (schema: z.ZodType, path: Path): string[] =>
  Object.keys(mappingIn(schemaAt(schema, path))?.shape ?? {})

/** The mapping that a value may be, even if it may also be text. */
function mappingIn(schema: unknown): SchemaDefinition | undefined {
  const definition = unwrapped(schema)
  return definition?.type === 'union' ? (definition.options ?? []).map(mappingIn).find((one) => one?.shape) : definition
}

/** What a field is for: the first sentence of what editors show, without its full stop. */
export const descriptionAt = (schema: z.ZodType, path: Path): string | undefined =>
  (schemaAt(schema, path) as { description?: string } | undefined)?.description?.split(/\.(?:\s|$)/)[0]

export function schemaAt(schema: z.ZodType, path: Path): unknown {
  let current: unknown = schema
  for (const step of path) {
    const definition = mappingIn(current)
    if (definition?.type === 'object') current = definition.shape?.[String(step)]
    else if (definition?.type === 'array') current = definition.element
    else if (definition?.type === 'record') current = definition.valueType
    else return undefined
  }
  return current
}

/** The internals of zod 4 that this file reads: https://zod.dev/packages/core#internals */
export interface SchemaDefinition {
  readonly type: string
  readonly shape?: Readonly<Record<string, unknown>>
  readonly element?: unknown
  readonly valueType?: unknown
  readonly innerType?: unknown
  readonly options?: readonly unknown[]
  readonly entries?: Readonly<Record<string, unknown>>
  readonly values?: readonly unknown[]
  readonly in?: unknown
}

export function unwrapped(schema: unknown): SchemaDefinition | undefined {
  let definition = (schema as { _zod?: { def: SchemaDefinition } } | undefined)?._zod?.def
  while (definition?.innerType !== undefined)
    definition = (definition.innerType as { _zod: { def: SchemaDefinition } })._zod.def
  return definition
}
