import * as z from 'zod'
import { publishedAt } from '../src/product.ts'
import { outputSchemas } from '../src/report/schemas.ts'

/** JSON schemas of all that Chancery writes for other programs, as files by their paths. Fields may be added within a version. */
export const outputSchemaFiles = (): ReadonlyMap<string, string> =>
  new Map(
    Object.entries(outputSchemas).map(([name, schema]) => {
      const path = `schemas/${name}.schema.json`
      const { $schema, ...body } = z.toJSONSchema(schema, { io: 'input' })
      return [path, `${JSON.stringify({ $schema, $id: publishedAt(path), ...body }, null, 2)}\n`]
    }),
  )
