import * as z from 'zod'
import { durationOf } from '../duration.ts'

const minute = 60_000
const [shortest, longest] = [minute, 48 * 60 * minute]

/** How long containers may take to start. */
export const startupTimeout = (whose: string, absent: string) =>
  z
    .string()
    .superRefine((text, context) => {
      const time = durationOf(text)
      if (time === undefined || time < shortest || time > longest)
        context.addIssue({
          code: 'custom',
          message: 'must be a duration from 1m to 48h, such as 30m or 2h',
          input: text,
        })
    })
    .meta({ pattern: '^([0-9]+(\\.[0-9]+)?[hms])+$', kind: 'duration' })
    .optional()
    .meta({
      description: `Time that ${whose} may take to start: Kubernetes restarts a container that takes longer. A large database takes long to open, or to repair.`,
      absent,
      examples: ['30m'],
    })
