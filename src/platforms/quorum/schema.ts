import * as z from 'zod'
import { externalNodeFields, nodeFields as familyNodeFields } from '../evm/node-schema.ts'
import {
  berlinBlock,
  contractSize,
  contractSizeDescription,
  type EvmNode,
  type EvmTop,
  firstBlock,
  genesisFields,
  seconds,
  settingsDescription,
  settingsOf,
  transitionDescription,
  transitionFields,
  transitionsDescription,
} from '../evm/schema.ts'

/** GoQuorum's own part of a definition, beside what the whole family has. */

const genesis = z
  .strictObject({
    ...genesisFields,
    contractSizeLimit: contractSize
      .max(131_072)
      .multipleOf(1024, 'must be whole kilobytes: a multiple of 1024')
      .optional()
      .meta({
        description: `${contractSizeDescription} A multiple of 1024.`,
        absent: '`24576`',
        examples: [65536],
      }),
    forks: z.strictObject({ berlinBlock }).prefault({}).describe('Start of each fork. GoQuorum has none after Berlin.'),
  })
  .describe(firstBlock)

const transition = z
  .strictObject({
    ...transitionFields,
    requestTimeoutSeconds: seconds.optional().meta({
      description: 'Time of the first round of consensus.',
      absent: 'unchanged',
      examples: [10],
    }),
  })
  .describe(transitionDescription)

export const nodeFields = {
  ...familyNodeFields,
  settings: settingsOf(
    /^[A-Za-z][-A-Za-z0-9.]*$/,
    "must be an option of geth: letters, digits, '.' and '-', no leading '--'",
    `${settingsDescription} Names are those of geth's command line.`,
    { cache: 2048 },
  ),
} as const

export const topFields = {
  genesis,
  transitions: z.array(transition).default([]).describe(transitionsDescription),
} as const

export { externalNodeFields }

export interface QuorumTop extends EvmTop {}
export type QuorumNode = EvmNode
