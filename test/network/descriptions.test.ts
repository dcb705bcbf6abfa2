import { describe, expect, it } from 'vitest'
import * as z from 'zod'
import type { Path } from '../../src/network/finding.ts'
import { describedSchema, type FieldSchema, jsonSchema } from '../../src/network/json-schema.ts'
import { definitionSchema } from '../../src/network/schema.ts'
import { schemaAt } from '../../src/network/schema-walk.ts'
import { platforms } from '../../src/platforms/index.ts'

interface Field extends FieldSchema {
  readonly path: Path
}

/** Every field, in items of lists and in what may be text instead too. */
const fieldsIn = (schema: FieldSchema | undefined, path: Path = []): Field[] => [
  ...Object.entries(schema?.properties ?? {}).flatMap(([name, field]): Field[] => [
    { ...field, path: [...path, name] },
    ...fieldsIn(field, [...path, name]),
  ]),
  ...(schema?.items === undefined ? [] : fieldsIn(schema.items, [...path, 0])),
  ...(schema?.anyOf ?? []).flatMap((branch) => fieldsIn(branch, path)),
]

const nameOf = ({ path }: Field): string => path.join('.').replaceAll('.0.', '[].')

const sentences = (text: string): string[] =>
  text
    .replaceAll(/`[^`]*`/g, 'code')
    .split(/(?<=[.:;]) /)
    .filter((sentence) => sentence !== '')

describe.each(platforms.map(({ definition }) => [definition.id, definition] as const))('%s', (_id, platform) => {
  const fields = fieldsIn(describedSchema(platform))

  it('describes every field', () => {
    expect(fields.length).toBeGreaterThan(80)
    expect(fields.filter(({ description }) => description === undefined).map(nameOf)).toEqual([])
  })

  it('describes fields in short sentences', () => {
    const texts = fields.map((field) => [nameOf(field), field.description ?? ''] as const)
    expect(texts.filter(([, text]) => !text.endsWith('.'))).toEqual([])
    const long = texts.filter(([, text]) => sentences(text).some((sentence) => sentence.split(' ').length > 25))
    expect(long).toEqual([])
  })

  it('accepts its own examples', () => {
    const schema = definitionSchema(platform)
    const examples = fields.flatMap((field) => (field.examples ?? []).map((example) => [field, example] as const))
    expect(examples.length).toBeGreaterThan(50)
    const refused = examples.filter(([{ path }, example]) => {
      const own = schemaAt(schema, path)
      return !(own instanceof z.ZodType) || !own.safeParse(example).success
    })
    expect(refused.map(([field, example]) => [nameOf(field), example])).toEqual([])
  })
})

it('gives editors the default of a field that is no value', () => {
  const text = JSON.stringify(jsonSchema(platforms.map(({ definition }) => definition)))
  expect(text).toContain('"Cluster that runs this node. Default: the cluster of its organization."')
  expect(text).not.toMatch(/"(?:kind|absent)":"/)
})
