import * as z from 'zod'

/** Fields of a node that only this ledger has. */
export const nodeFields = {
  logLevel: z.enum(['info', 'debug']).default('info').describe('How much the node logs'),
} as const

/** Keys at the top of the definition that only this ledger has. */
export const topFields = {
  blockSeconds: z.int().min(1).max(3600).default(5).describe('Seconds between blocks'),
} as const

export type TemplateNode = z.output<z.ZodObject<typeof nodeFields>>
export type TemplateTop = z.output<z.ZodObject<typeof topFields>>
