import type * as z from 'zod'
import type { Path } from './finding.ts'
import { type SchemaDefinition, unwrapped } from './schema-walk.ts'

/** The source of stand-ins. */
export interface StandIns {
  /** Selects one of the possible values: two numbers select two values if there are two. */
  readonly turn: number
  /** Texts to try first for a field. */
  textsAt(path: Path): readonly string[]
}

/** Texts of the forms that fields have. */
const texts = [
  'stand-in',
  'stand-in.example.com',
  '203.0.113.254',
  '203.0.113.254/32',
  '20Gi',
  '2s',
  '30d',
  '20000-20099',
  'stand-in.stand-in:8080',
  'https://stand-in.example.com',
  `0x${'5'.repeat(40)}`,
  `sha256:${'5'.repeat(64)}`,
  '5'.repeat(128),
  'ZZ',
  '0x5',
] as const

/** A valid value for the schema at a path; undefined when none is found. */
export function standIn(schema: unknown, path: Path, standIns: StandIns): unknown {
  return candidates(unwrapped(schema), path, standIns).find((candidate) => isRight(schema, candidate))
}

const isRight = (schema: unknown, value: unknown): boolean => (schema as z.ZodType).safeParse(value).success // it is part of one

function candidates(definition: SchemaDefinition | undefined, path: Path, standIns: StandIns): readonly unknown[] {
  const { turn } = standIns
  switch (definition?.type) {
    case 'string':
      return [...standIns.textsAt(path), `stand-in-${turn}`, ...texts]
    case 'number':
      return [20_000 + turn, 5 + turn, 1 + turn, 1, 0]
    case 'boolean':
      return [turn % 2 === 0, turn % 2 === 1]
    case 'enum': {
      const values = Object.values(definition.entries ?? {})
      return [...values.slice(turn % values.length), ...values]
    }
    case 'literal':
      return definition.values ?? []
    case 'array': {
      const item = [standIn(definition.element, [...path, 0], standIns)]
      // Something else may refer to an item.
      return turn === 0 ? [[], item] : [item, []]
    }
    case 'record':
      return [{}]
    case 'object': {
      const required = Object.entries(definition.shape ?? {}).filter(([, field]) => !isRight(field, undefined))
      return [Object.fromEntries(required.map(([key, field]) => [key, standIn(field, [...path, key], standIns)]))]
    }
    case 'union':
      return (definition.options ?? []).map((option) => standIn(option, path, standIns))
    case 'pipe':
      return candidates(unwrapped(definition.in), path, standIns)
    default:
      return []
  }
}
