import * as z from 'zod'
import {
  type EvmNode,
  type EvmTop,
  externalNodeFields,
  nodeFields as familyNodeFields,
  firstFork,
  genesisFields,
  seconds,
  settingsOf,
  transitionFields,
} from '../evm/schema.ts'

/** GoQuorum's own part of a definition, beside what the whole family has. */

const genesis = z
  .strictObject({
    ...genesisFields,
    contractSizeLimit: z
      .int()
      .min(24_576)
      .max(131_072)
      .multipleOf(1024, 'must be whole kilobytes: a multiple of 1024')
      .optional()
      .describe('Bytes of a contract, in whole kilobytes; 24576 when absent'),
    forks: z
      .strictObject({ berlinBlock: firstFork })
      .prefault({})
      .describe('When the rules of each Ethereum fork begin'),
  })
  .describe('The first block. It is written once; most of it can never change')

const transition = z.strictObject({
  ...transitionFields,
  requestTimeoutSeconds: seconds.optional(),
})

export const nodeFields = {
  ...familyNodeFields,
  settings: settingsOf(
    /^[A-Za-z][-A-Za-z0-9.]*$/,
    "must be an option of geth: letters, digits, '.' and '-', no leading '--'",
    "geth's own options, by their names on its command line",
  ),
} as const

export const topFields = {
  genesis,
  transitions: z
    .array(transition)
    .default([])
    .describe('Changes of the rules at blocks that are to come. Those that have come stay here'),
} as const

export { externalNodeFields }

export interface QuorumTop extends EvmTop {}
export type QuorumNode = EvmNode
