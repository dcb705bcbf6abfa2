import * as z from 'zod'
import { outcomes } from './imported-network.ts'

const text = z.string()

/** The network of the definition that was made. */
export const madeNetworkFields = {
  clusters: z.array(z.object({ name: text, provider: text, domain: text.describe('Or its IP address') })),
  organizations: z.array(z.object({ name: text, cluster: text, nodes: z.array(text) })),
} as const

/** `import bevel` for programs. */
export const importedNetworkSchema = z.object({
  type: text.describe('The ledger, as the other tool calls it'),
  platform: text.exactOptional().describe('The platform of the definition; absent where none runs this ledger'),
  ...madeNetworkFields,
  tasks: z.array(text).describe('What people have to do, in sentences'),
  fields: z
    .array(
      z.object({
        field: text.describe('Items of lists by their names: organizations[carrier].vault.url'),
        outcome: z.enum(outcomes),
        text: text.describe(
          'kept: as which field; derived: from what; dropped: why nothing needs it; secret: where it belongs; lost: what to do instead',
        ),
        places: z
          .array(z.object({ file: text, line: z.int().min(1), column: z.int().min(1) }))
          .describe('In each file that has it'),
      }),
    )
    .describe('Every field of the input. A field includes everything below it that is not in the list'),
})
