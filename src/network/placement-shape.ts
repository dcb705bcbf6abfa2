import * as z from 'zod'
import { labelKey, labelValue, objectName } from './primitives.ts'

/** Where pods run. Contradictions of values are rules (rules/placement.ts), not shapes. */

/** Kubernetes counts in nanoseconds: from 292 years on, it would evict at once. */
const longestToleration = 2 ** 31 - 1

const toleration = z.strictObject({
  key: labelKey.optional().meta({ description: 'Key of the taint.', absent: 'every taint', examples: ['ledger'] }),
  operator: z
    .enum(['Equal', 'Exists'])
    .default('Equal')
    .meta({ description: 'Whether the taint must have the value, or may have any.', examples: ['Exists'] }),
  value: labelValue.optional().meta({ description: 'Value of the taint.', examples: ['validators'] }),
  effect: z
    .enum(['NoSchedule', 'PreferNoSchedule', 'NoExecute'])
    .optional()
    .meta({ description: 'Effect of the taint.', absent: 'every effect', examples: ['NoSchedule'] }),
  tolerationSeconds: z
    .int()
    .min(0)
    .max(longestToleration)
    .optional()
    .meta({
      description: 'How long a pod stays on a machine that gets the taint. Only with `NoExecute`.',
      absent: 'for ever',
      examples: [600],
    }),
})

/** The placement of pods: `whose` completes "Machines of …". */
export const placement = (whose: string, absent: string) =>
  z
    .strictObject({
      nodeSelector: z
        .record(labelKey, labelValue)
        .optional()
        .meta({
          description: 'Labels that a machine must have.',
          kind: 'mapping of text',
          examples: [{ 'example.com/pool': 'ledger' }],
        }),
      tolerations: z
        .array(toleration)
        .optional()
        .meta({
          description: 'Taints of machines that the pods tolerate, in the form of Kubernetes.',
          kind: 'list of tolerations',
          examples: [[{ key: 'ledger', operator: 'Exists', effect: 'NoSchedule' }]],
        }),
      priorityClass: objectName.optional().meta({
        description: 'Existing PriorityClass. A full machine evicts pods of lower priority first.',
        examples: ['ledger'],
      }),
      spread: z
        .enum(['preferred', 'required'])
        .optional()
        .meta({
          description:
            'Whether a pod stays pending rather than share a machine: a consensus node with another one of the network, any other node with one of its role in its organization. Two pods of the Ambassador then need two machines.',
          absent: '`preferred`',
          examples: ['required'],
        }),
    })
    .optional()
    .meta({
      description: `Machines of ${whose}.`,
      kind: 'placement',
      absent,
      examples: [{ nodeSelector: { 'example.com/pool': 'ledger' } }],
    })
