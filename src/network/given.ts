import { isDeepStrictEqual } from 'node:util'
import * as z from 'zod'
import { isMapping } from './mapping.ts'

/**
 * A value without fields that equal their default. A later release that adds a field with a default then returns the same for a
 * definition without that field. `schema` is the schema that the value was read with.
 */
export const beyondDefaults = (schema: z.ZodType, value: unknown): unknown => trimmed(schema, value)

function trimmed(schema: unknown, value: unknown): unknown {
  const shape = unwrapped(schema)
  if (shape instanceof z.ZodArray && Array.isArray(value)) return value.map((item) => trimmed(shape.element, item))
  if (shape instanceof z.ZodObject && isMapping(value)) return fieldsBeyondDefaults(shape.shape, value)
  return value
}

/** The same for the fields of a mapping. */
export const fieldsBeyondDefaults = (
  shape: Readonly<Record<string, unknown>>,
  values: object,
): Record<string, unknown> =>
  Object.fromEntries(
    Object.entries(values).flatMap(([name, value]) => {
      const field = Object.hasOwn(shape, name) ? shape[name] : undefined
      return field instanceof z.ZodType && isDefault(field, value) ? [] : [[name, trimmed(field, value)]]
    }),
  )

function isDefault(field: z.ZodType, value: unknown): boolean {
  if (value === undefined) return true
  const documented: unknown = field.meta()?.default
  if (documented !== undefined && isDeepStrictEqual(documented, value)) return true
  const absent = field.safeParse(undefined)
  return absent.success && isDeepStrictEqual(trimmed(field, absent.data), trimmed(field, value))
}

function unwrapped(schema: unknown): unknown {
  if (schema instanceof z.ZodOptional || schema instanceof z.ZodDefault || schema instanceof z.ZodPrefault)
    return unwrapped(schema.unwrap())
  return schema
}
