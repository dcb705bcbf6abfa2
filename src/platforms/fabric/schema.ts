import * as z from 'zod'
import { resources } from '../../network/resources-shape.ts'
import { quantity, settingsDescription } from '../../network/shapes.ts'
import { type Chaincode, chaincode } from './chaincode-schema.ts'
import { type Channel, channel } from './channel-schema.ts'

export { type Chaincode, type Collection, chaincode } from './chaincode-schema.ts'
export { bft, type Channel, channel, raft } from './channel-schema.ts'

/** Fabric's own part of a definition. Checks that need more than one field are rules (see rules/). */

const setting = z.union([z.string(), z.number(), z.boolean()])

export const nodeFields = {
  stateDatabase: z
    .enum(['goleveldb', 'couchdb'])
    .default('goleveldb')
    .meta({
      description:
        'State database of a peer: inside the peer, or a CouchDB in the same pod, which can be queried by content. It cannot change later.',
      examples: ['couchdb'],
    }),
  couchdb: z
    .strictObject({
      storage: quantity
        .default('20Gi')
        .meta({ description: 'Size of its volume, at least `1Gi`.', examples: ['50Gi'] }),
      resources: resources.optional().meta({ absent: 'those of the size of the peer' }),
    })
    .optional()
    .describe('Volume and resources of the CouchDB, for a peer that has one.'),
  anchor: z
    .boolean()
    .optional()
    .meta({
      description: 'Whether the peer is an anchor peer: peers of other organizations contact it first.',
      absent: 'true for the first peer of an organization without anchors',
      examples: [true],
    }),
  settings: z
    .record(
      z
        .string()
        .regex(
          /^(CORE|ORDERER|FABRIC|FABRIC_CA_SERVER)_[A-Z0-9_]+$/,
          'must be a variable of Fabric: CORE_… of a peer, ORDERER_… of an orderer, FABRIC_CA_SERVER_… of a CA, FABRIC_LOGGING_SPEC',
        ),
      setting,
    )
    .default({})
    .meta({
      description: `${settingsDescription} They are environment variables: \`CORE_…\` of a peer, \`ORDERER_…\` of an orderer, \`FABRIC_CA_SERVER_…\` of a CA, \`FABRIC_LOGGING_SPEC\`, \`FABRIC_LOGGING_FORMAT\`.`,
      examples: [{ FABRIC_LOGGING_SPEC: 'debug' }],
    }),
} as const

export const externalNodeFields = {
  anchor: z
    .boolean()
    .default(true)
    .meta({ description: 'Whether the peer is an anchor peer of its organization.', examples: [false] }),
} as const

/** Each channel and each chaincode has Jobs of every member: with more, rendering and applying take minutes. */
const mostChannels = 250
const mostChaincodes = 500

export const topFields = {
  channels: z.array(channel).max(mostChannels).default([]).describe('Channels: ledgers, each with its members.'),
  chaincodes: z
    .array(chaincode)
    .max(mostChaincodes)
    .default([])
    .describe('Chaincodes (smart contracts), each in one channel.'),
} as const

export interface FabricTop {
  readonly channels: readonly Channel[]
  readonly chaincodes: readonly Chaincode[]
}

export interface FabricNode {
  readonly stateDatabase: 'goleveldb' | 'couchdb'
  readonly couchdb?: { readonly storage: string; readonly resources?: z.output<typeof resources> }
  readonly anchor?: boolean
  readonly settings: Readonly<Record<string, z.output<typeof setting>>>
}
