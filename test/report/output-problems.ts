import { Ajv2020 } from 'ajv/dist/2020.js'
import * as z from 'zod'
import { outputSchemas } from '../../src/report/schemas.ts'

/** How programs read it: fields that a schema does not have are an error here, so that each is described. */
const validators = new Map(
  Object.entries(outputSchemas).map(([name, schema]) => [
    name,
    new Ajv2020({ allErrors: true, allowUnionTypes: true }).compile(z.toJSONSchema(schema)),
  ]),
)

/** What differs from its schema: a line for each difference. */
export function outputProblems(text: string, name: keyof typeof outputSchemas = 'output'): readonly string[] {
  const validate = validators.get(name)
  if (validate === undefined || validate(JSON.parse(text))) return []
  return (validate.errors ?? []).map(
    ({ instancePath, message, params }) => `${instancePath} ${message} ${JSON.stringify(params)}`,
  )
}
