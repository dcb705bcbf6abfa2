import type * as z from 'zod'
import { unwrapped } from './schema-walk.ts'

/** Hints for values that are not written as their field wants it. */

/** A hint for a text or a mapping where `field` expects a list. No hint for a text that is no item of it either. */
export function listHint({ expected: wanted, input }: z.core.$ZodIssueInvalidType, field: unknown): string | undefined {
  if (wanted !== 'array' || input === null) return undefined
  if (typeof input === 'object') return 'begin each item with "- "'
  const item = unwrapped(field)?.element as z.ZodType | undefined
  if (typeof input !== 'string' || item?.safeParse(input).success !== true) return undefined
  if (input.length > 40) return 'write it as a list: […]'
  return `write it as a list: [${/^[\w./-]+$/.test(input) ? input : JSON.stringify(input)}]`
}

/** Units of times and sizes that may be missing after a number. */
const units = ['ms', 's', 'm', 'd', 'Mi', 'Gi']

/** The units that a field accepts; undefined if it accepts any letters, or none of these. */
export function unitsOf(field: unknown, number: string): string | undefined {
  const right = units.map((unit) => `${number}${unit}`).filter((text) => refusalOf(field, text) === undefined)
  return right.length === 0 || refusalOf(field, `${number}x`) === undefined
    ? undefined
    : `write a unit: ${right.join(', ')}`
}

/** The message of a field's rule about a text; undefined if the text is valid. */
export function refusalOf(field: unknown, text: string): string | undefined {
  const parsed = (field as z.ZodType).safeParse(text) // `takesText` has checked that it is a schema
  if (parsed.success) return undefined
  return parsed.error.issues.find(({ code }) => code === 'invalid_format' || code === 'custom')?.message
}

/** Whether a text could be valid here. */
export function takesText(schema: unknown): boolean {
  const definition = unwrapped(schema)
  return (
    definition?.type === 'string' ||
    definition?.options?.some(takesText) === true ||
    (definition?.in !== undefined && takesText(definition.in))
  )
}
