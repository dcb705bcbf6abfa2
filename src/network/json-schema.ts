import * as z from 'zod'
import { publishedAt } from '../product.ts'
import type { PlatformDefinition } from './platform-definition.ts'
import { definitionSchema } from './schema.ts'

/** JSON Schema (draft 7) of a field, as far as tables of fields need it. */
export interface FieldSchema {
  readonly type?: string
  readonly description?: string
  readonly examples?: readonly unknown[]
  readonly default?: unknown
  /** What tables call its type, in place of what follows from the schema. */
  readonly kind?: string
  /** What an absent field means, in Markdown, where that is no value of the schema. */
  readonly absent?: string
  readonly const?: unknown
  readonly enum?: readonly unknown[]
  readonly minimum?: number
  readonly maximum?: number
  readonly minItems?: number
  readonly maxItems?: number
  readonly minLength?: number
  readonly maxLength?: number
  readonly items?: FieldSchema
  readonly anyOf?: readonly FieldSchema[]
  readonly properties?: Readonly<Record<string, FieldSchema>>
  readonly required?: readonly string[]
  readonly additionalProperties?: FieldSchema | false
}

/** The schema of definitions on one platform, with what only tables of fields read: `kind` and `absent`. */
export function describedSchema(platform: PlatformDefinition): FieldSchema {
  const { $schema: _, ...own } = z.toJSONSchema(definitionSchema(platform), {
    target: 'draft-7',
    io: 'input',
    override: ({ zodSchema, jsonSchema }) => Object.assign(jsonSchema, leftOut(zodSchema)),
  })
  return own as FieldSchema // the part of JSON Schema above is what zod writes for our shapes
}

/** Examples and defaults of values that are transformed: zod leaves them out, and ours are as people write them. */
function leftOut(schema: z.core.$ZodTypes): Pick<FieldSchema, 'examples' | 'default'> {
  const { def } = schema._zod
  const examples = z.globalRegistry.get(schema)?.examples
  return {
    ...(Array.isArray(examples) ? { examples } : {}),
    ...(def.type === 'default' || def.type === 'prefault' ? { default: def.defaultValue } : {}),
  }
}

/** The same for editors: they show descriptions and examples, and know neither `kind` nor `absent`. */
function forEditors(schema: unknown): unknown {
  if (Array.isArray(schema)) return schema.map(forEditors)
  if (typeof schema !== 'object' || schema === null) return schema
  const { kind, absent, description, properties, default: standard, examples, ...rest } = schema as FieldSchema
  const texts = [description, ...(absent === undefined ? [] : [`Default: ${absent}.`])].filter(
    (text) => text !== undefined,
  )
  return {
    ...(texts.length === 0 ? {} : { description: texts.join(' ') }),
    ...(standard === undefined ? {} : { default: standard }),
    ...(examples === undefined ? {} : { examples }),
    ...Object.fromEntries(Object.entries(rest).map(([key, value]) => [key, forEditors(value)])),
    ...(properties === undefined
      ? {}
      : {
          properties: Object.fromEntries(Object.entries(properties).map(([name, field]) => [name, forEditors(field)])),
        }),
  }
}

/**
 * JSON Schema (draft 7, which editors read) of every definition: what its platform says, so that an editor speaks of that one
 * alone, not of all of them.
 */
export function jsonSchema(platforms: readonly PlatformDefinition[]): object {
  const ids = platforms.map(({ id }) => id)
  const unknown: object = {
    type: 'object',
    properties: { platform: { enum: ids, description: 'Ledger software.' } },
    required: ['platform'],
  }
  const body = platforms.reduceRight<object>((otherwise, platform) => {
    const chosen = { properties: { platform: { const: platform.id } }, required: ['platform'] }
    // biome-ignore lint/suspicious/noThenProperty: a keyword of JSON Schema; nobody awaits it
    return { if: chosen, then: forEditors(describedSchema(platform)), else: otherwise }
  }, unknown)
  return {
    $schema: 'http://json-schema.org/draft-07/schema#',
    $id: publishedAt('network.schema.json'),
    title: 'Chancery network definition',
    ...body,
  }
}
