import * as z from 'zod'
import { planFileSchema } from './plan/schema.ts'
import { clusterResultSchema, dnsRecordSchema, findingsFileSchema, outputSchema } from './result-schema.ts'

/** Everything that Chancery writes as JSON for other programs, by the name of its schema. */
export const outputSchemas = {
  output: outputSchema,
  plan: planFileSchema,
  findings: findingsFileSchema,
  'cluster-results': z.array(clusterResultSchema).describe('The output cluster-results of the action'),
  'dns-records': z.array(dnsRecordSchema).describe('The output dns-records of the action'),
} as const satisfies Readonly<Record<string, z.ZodType>>
