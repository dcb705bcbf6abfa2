import * as z from 'zod'

/** Fields of a node that only this ledger has. */
export const nodeFields = {
  logLevel: z
    .enum(['info', 'debug'])
    .default('info')
    .meta({ description: 'Log level of the node.', examples: ['debug'] }),
} as const

/** Keys at the top of the definition that only this ledger has. */
export const topFields = {
  blockSeconds: z
    .int()
    .min(1)
    .max(3600)
    .default(5)
    .meta({ description: 'Time between blocks.', kind: 'seconds', examples: [10] }),
} as const

export type TemplateNode = z.output<z.ZodObject<typeof nodeFields>>
export type TemplateTop = z.output<z.ZodObject<typeof topFields>>
