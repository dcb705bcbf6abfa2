import * as z from 'zod'
import { settingsDescription } from '../../network/shapes.ts'
import { chain, sessionKeyName } from './chain-schema.ts'
import { repositoryPath, ss58Address } from './values.ts'

/** Substrate's own part of a definition, with `chain` of chain-schema.ts. Checks that need more than one field are rules (see rules/). */

const account = ss58Address.optional().meta({
  description:
    'Address of the account that the validator belongs to, in a runtime with the session pallet. Its key never comes here.',
  absent: 'a runtime without accounts of validators',
  examples: ['5GrwvaEF5zXb26Fz9rcQpDWS57CtERHpNehXCPcNoHGKutQY'],
})

const setting = z.union([z.string(), z.number(), z.boolean(), z.array(z.union([z.string(), z.number()]))])

export const nodeFields = {
  account,
  keyRotation: z
    .int()
    .min(0)
    .max(999)
    .default(0)
    .meta({
      description:
        'How often the session keys of the validator were rotated. Raise it by one for new keys: the node has the previous ones too, until the chain knows the new ones.',
      examples: [1],
    }),
  announcement: repositoryPath.optional().meta({
    description:
      'File with a transaction as hexadecimal text: `session.setKeys` with the current session keys, signed by the account. A Job submits it.',
    absent: 'the owner of the account submits it',
    examples: ['chain/announcements/validator1.hex'],
  }),
  cors: z
    .array(z.string().regex(/^(\*|https?:\/\/[^/\s,]+)$/, 'must be an origin such as https://app.example.com, or "*"'))
    .optional()
    .meta({
      description:
        'Origins of web pages that may call JSON-RPC. The node then refuses clients inside the cluster that do not send `Host: localhost:9944`. Not for validators.',
      kind: 'list of origins',
      absent: 'any origin',
      examples: [['https://app.example.com']],
    }),
  settings: z
    .record(
      z
        .string()
        .regex(/^[a-z][a-z0-9-]*$/, "must be an option of the node without '--': lower-case letters, digits and '-'"),
      setting,
    )
    .default({})
    .meta({
      description: `${settingsDescription} Names are those of its command line.`,
      examples: [{ 'in-peers': 50 }],
    }),
} as const

export const externalNodeFields = {
  peerId: z
    .string()
    .regex(/^12D3KooW[1-9A-HJ-NP-Za-km-z]{44}$/, 'must be a peer ID of an Ed25519 key: "12D3KooW" and 44 characters')
    .meta({
      description: 'Peer ID of the node.',
      kind: 'peer ID',
      examples: ['12D3KooWEyoppNCUx8Yx66oV9fJnriXwCcXwDDUA2kj6vnc6iDEp'],
    }),
  sessionKeys: z
    .record(sessionKeyName, ss58Address)
    .optional()
    .meta({
      description: 'Public session keys of a validator of the genesis, written as addresses (SS58) with any prefix.',
      kind: 'mapping of addresses',
      examples: [{ aura: '5GrwvaEF5zXb26Fz9rcQpDWS57CtERHpNehXCPcNoHGKutQY' }],
      absent: 'it is no validator of the genesis',
    }),
  account,
} as const

export const topFields = { chain } as const

export type Settings = Readonly<Record<string, z.output<typeof setting>>>
export type SubstrateNode = z.output<z.ZodObject<typeof nodeFields>>
export type SubstrateExternalNode = z.output<z.ZodObject<typeof externalNodeFields>>
export type SubstrateTop = z.output<z.ZodObject<typeof topFields>>
