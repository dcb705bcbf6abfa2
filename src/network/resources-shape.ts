import * as z from 'zod'
import type { ResourceSettings } from './network.ts'
import { quantity } from './primitives.ts'
import { sizeNames } from './size.ts'

const cpu = quantity.optional().meta({ description: 'Processors.', examples: ['500m'] })
const memory = quantity.optional().meta({ description: 'Memory.', examples: ['4Gi'] })

export const resources = z
  .strictObject({
    requests: z.strictObject({ cpu, memory }).optional().describe('Reserved for the container.'),
    limits: z
      .strictObject({ cpu, memory })
      .optional()
      .describe('Upper bounds: above `memory` Kubernetes kills the container, above `cpu` it slows it down.'),
  })
  .meta({
    description: 'Requests and limits of the container. Values that you leave out are those of `size`.',
    kind: 'resources',
    examples: [{ requests: { memory: '4Gi' }, limits: { memory: '8Gi' } }],
  })

/** The default is what a field inherits: `absent`, for people. */
export const size = (whose: string, absent: string) =>
  z
    .enum(sizeNames)
    .optional()
    .meta({
      description: `Requests and limits of ${whose}, by the load that it holds.`,
      absent,
      examples: ['medium'],
    })

/** Requests and limits as people write them: `requests: 100m CPU, 512Mi memory; limits: 2Gi memory`. */
export const amountsInWords = (settings: ResourceSettings): string =>
  Object.entries(settings)
    .map(([kind, amounts]) => {
      const words = Object.entries(amounts).map(([what, amount]) => `${amount} ${what === 'cpu' ? 'CPU' : what}`)
      return `${kind}: ${words.join(', ')}`
    })
    .join('; ')
