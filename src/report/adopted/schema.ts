import * as z from 'zod'
import { madeNetworkFields } from '../imported/schema.ts'
import { adoptionOutcomes } from './adopted-network.ts'

const text = z.string()

/** `adopt` for programs. */
export const adoptedNetworkSchema = z.object({
  platform: text.describe('The platform of the definition'),
  ...madeNetworkFields,
  tasks: z.array(text).describe('What people have to do, in sentences'),
  lines: z
    .array(
      z.object({
        subject: text.describe('What the line is about: a file, a node, a channel, a field of the definition'),
        outcome: z.enum(adoptionOutcomes),
        text: text.describe('taken: as what; derived: from what; checked: against what; lost: what to do instead'),
      }),
    )
    .describe('Everything that was read'),
})
