import * as z from 'zod'
import {
  address,
  type EvmNode,
  type EvmTop,
  externalNodeFields,
  nodeFields as familyNodeFields,
  genesis,
  repositoryPath,
  settingsOf,
  transitionFields,
  wei,
} from '../evm/schema.ts'

/** Besu's own part of a definition, beside what the whole family has. */

const transition = z.strictObject({
  ...transitionFields,
  blockReward: wei.optional().describe('What a block earns, in wei'),
  miningBeneficiary: address.optional().describe('Who earns it'),
  validators: z
    .array(
      z
        .string()
        .regex(
          /^[a-z][-a-z0-9]*\/[a-z][-a-z0-9]*$/,
          'must be a node, as its organization and name: carrier/validator1',
        ),
    )
    .min(1)
    .optional()
    .describe('Who the validators are from then on, without any vote: for when more than half of them are lost'),
})

const allowedAccounts = z
  .array(address)
  .optional()
  .describe('Accounts whose transactions are taken; everybody when absent')

export const nodeFields = {
  ...familyNodeFields,
  settings: settingsOf(
    /^[A-Za-z][A-Za-z0-9-]*$/,
    "must be an option of Besu as in its configuration file: letters, digits and '-', no leading '--'",
    "Besu's own options, as in its configuration file",
  ),
  authentication: z
    .strictObject({
      publicKey: repositoryPath.describe(
        'File in the repository with the public key (PEM) that tokens are checked with',
      ),
      algorithm: z.enum(['RS256', 'RS384', 'RS512', 'ES256', 'ES384']).default('ES256'),
    })
    .optional()
    .describe('Clients of JSON-RPC need a token (JWT)'),
  cors: z
    .array(z.string().regex(/^(\*|https?:\/\/[^/\s]+)$/, 'must be an origin such as https://app.example.com, or "*"'))
    .default([])
    .describe('Web pages that may call JSON-RPC, by their origin'),
  allowedAccounts: allowedAccounts.describe(
    'Accounts whose transactions this node takes, besides those of the network',
  ),
} as const

export const topFields = {
  genesis,
  transitions: z
    .array(transition)
    .default([])
    .describe('Changes of the rules at blocks that are to come. Those that have come stay here'),
  allowedAccounts: allowedAccounts.describe('Accounts whose transactions every node takes; everybody when absent'),
} as const

export { externalNodeFields }

export interface BesuTop extends EvmTop {
  readonly allowedAccounts?: readonly string[] | undefined
}

export interface BesuNode extends EvmNode {
  readonly authentication?: { readonly publicKey: string; readonly algorithm: string } | undefined
  readonly cors: readonly string[]
  readonly allowedAccounts?: readonly string[] | undefined
}
