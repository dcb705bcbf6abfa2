import * as z from 'zod'
import { externalNodeFields, nodeFields as familyNodeFields } from '../evm/node-schema.ts'
import {
  address,
  type EvmNode,
  type EvmTop,
  genesis,
  repositoryPath,
  settingsDescription,
  settingsOf,
  transitionDescription,
  transitionFields,
  transitionsDescription,
  wei,
} from '../evm/schema.ts'

/** Besu's own part of a definition, beside what the whole family has. */

const transition = z
  .strictObject({
    ...transitionFields,
    blockReward: wei.optional().meta({
      description: 'Reward of a block, in wei.',
      absent: 'unchanged',
      examples: ['0'],
    }),
    miningBeneficiary: address.optional().meta({
      description: 'Account that receives the block reward.',
      absent: 'unchanged',
      examples: ['0xfe3b557e8fb62b89f4916b721be55ceb828dbd73'],
    }),
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
      .meta({
        description:
          'Validators from that block on, without a vote. Only for a chain that has lost more than half of its validators.',
        kind: 'list of nodes',
        absent: 'by votes',
        examples: [['carrier/validator1']],
      }),
  })
  .describe(transitionDescription)

const allowedAccounts = z.array(address).optional()
const anyAccount = { absent: 'all accounts', examples: [['0xfe3b557e8fb62b89f4916b721be55ceb828dbd73']] }

export const nodeFields = {
  ...familyNodeFields,
  settings: settingsOf(
    /^[A-Za-z][A-Za-z0-9-]*$/,
    "must be an option of Besu as in its configuration file: letters, digits and '-', no leading '--'",
    `${settingsDescription} Names are those of Besu's configuration file.`,
    { 'max-peers': 200 },
  ),
  authentication: z
    .strictObject({
      publicKey: repositoryPath.meta({
        description: 'File in the repository with the public key (PEM) of the tokens.',
        examples: ['tokens/carrier.pem'],
      }),
      algorithm: z
        .enum(['RS256', 'RS384', 'RS512', 'ES256', 'ES384'])
        .default('ES256')
        .meta({ description: 'Signature algorithm of the tokens.', examples: ['RS256'] }),
    })
    .optional()
    .meta({
      description: 'Require a token (JWT) from clients of JSON-RPC and WebSocket. Not for validators.',
      examples: [{ publicKey: 'tokens/carrier.pem' }],
    }),
  cors: z
    .array(z.string().regex(/^(\*|https?:\/\/[^/\s]+)$/, 'must be an origin such as https://app.example.com, or "*"'))
    .default([])
    .meta({
      description: 'Origins of web pages that may call JSON-RPC. Not for validators.',
      kind: 'list of origins',
      examples: [['https://app.example.com']],
    }),
  allowedAccounts: allowedAccounts.meta({
    description: 'Accounts whose transactions this node accepts, in addition to those of the network.',
    ...anyAccount,
  }),
} as const

export const topFields = {
  genesis,
  transitions: z.array(transition).default([]).describe(transitionsDescription),
  allowedAccounts: allowedAccounts.meta({
    description: 'Accounts whose transactions every node accepts.',
    ...anyAccount,
  }),
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
