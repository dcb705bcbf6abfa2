import * as z from 'zod'
import { amountsInWords, resources } from '../../network/resources-shape.ts'
import { name } from '../../network/shapes.ts'
import { serverFields } from './chaincode-server-schema.ts'
import { chaincodeResources } from './sizes.ts'

/** A chaincode in a definition. Checks that need more than one field are rules (see rules/). */

const rule = z.string().min(1).meta({ kind: 'policy' })

const collection = z
  .strictObject({
    name: z.string().meta({
      description: 'Name of the collection: letters, digits, `-` and `_`.',
      examples: ['prices'],
    }),
    policy: rule.meta({
      description: 'Organizations that have the data: an `OR` of members.',
      examples: ["OR('AlphaMSP.member', 'BetaMSP.member')"],
    }),
    requiredPeerCount: z
      .int()
      .default(1)
      .meta({
        description:
          'Other peers that must have the data before a transaction is endorsed. With 0, the loss of one peer can lose the data.',
        examples: [1],
      }),
    maxPeerCount: z
      .int()
      .default(2)
      .meta({ description: 'Most other peers that the endorser sends the data to.', examples: [3] }),
    blockToLive: z
      .int()
      .default(0)
      .meta({ description: 'Blocks after which the data is purged; 0 for never.', examples: [10000] }),
    memberOnlyRead: z
      .boolean()
      .default(true)
      .meta({ description: 'Only clients of members can read the data.', examples: [false] }),
    memberOnlyWrite: z
      .boolean()
      .default(true)
      .meta({ description: 'Only clients of members can write the data.', examples: [false] }),
    endorsementPolicy: rule.optional().meta({
      description: 'Who must endorse a write to the collection.',
      absent: "the chaincode's policy",
      examples: ["OR('AlphaMSP.peer')"],
    }),
  })
  .describe('A collection of private data.')

export const chaincode = z
  .strictObject({
    name: z.string().meta({
      description:
        'Name of the chaincode, unique in its channel: letters and digits, with single `-` or `_` between them.',
      examples: ['assets'],
    }),
    channel: z.string().meta({ description: 'Channel of the chaincode.', examples: ['trade'] }),
    image: z
      .string()
      .min(1)
      .optional()
      .meta({
        description: 'Image of the chaincode server, with a tag or a digest.',
        kind: 'image',
        absent: 'required',
        examples: ['registry.example.com/assets:1.0.0'],
      }),
    version: z.string().meta({ description: 'Release of the chaincode, for people.', examples: ['1.0'] }),
    sequence: z
      .int()
      .min(1)
      .meta({
        description:
          'Number of the definition in the channel. Add one with each change of `version`, `endorsementPolicy`, `collections`, `initRequired`, `label`, `indexes`, `tls` or `port`.',
        examples: [2],
      }),
    label: z
      .string()
      .optional()
      .meta({
        description: 'Label of the package. Chaincodes with the same label share a server.',
        absent: '`<name>_<version>`',
        examples: ['assets_1.0'],
      }),
    endorsementPolicy: rule.optional().meta({
      description: 'Who must endorse a transaction: a rule, or the path of a policy of the channel.',
      absent: "the channel's `endorsement`",
      examples: ["AND('AlphaMSP.peer', 'BetaMSP.peer')"],
    }),
    collections: z.array(collection).default([]).describe('Collections of private data.'),
    initRequired: z
      .boolean()
      .default(false)
      .meta({
        description: 'Whether an application must call the init function before any other. No Job calls it.',
        examples: [true],
      }),
    organizations: z
      .array(name)
      .min(1)
      .optional()
      .meta({
        description: 'Organizations that run the chaincode. The other members only approve it.',
        absent: 'all members with peers in this repository',
        examples: [['alpha']],
      }),
    committer: name.optional().meta({
      description: 'Organization that commits the definition when enough members have approved it.',
      absent: 'the first member',
      examples: ['beta'],
    }),
    replicas: z
      .int()
      .min(1)
      .max(20)
      .default(1)
      .meta({ description: 'Pods of the server, for each organization and cluster.', examples: [2] }),
    port: z
      .int()
      .min(1024)
      .max(65535)
      .default(9999)
      .meta({ description: 'Port of the server.', examples: [9999] }),
    tls: z
      .boolean()
      .default(false)
      .meta({
        description: 'TLS between peer and chaincode, with a certificate of the organization.',
        examples: [true],
      }),
    ...serverFields,
    resources: resources.optional().meta({ absent: amountsInWords(chaincodeResources) }),
    indexes: z
      .record(
        z.string().regex(/^[A-Za-z0-9_-]+$/, 'must be the name of an index file, without .json'),
        z.looseObject({}),
      )
      .default({})
      .meta({
        description: 'CouchDB indexes, by the names of their files without `.json`.',
        kind: 'mapping of indexes',
        examples: [{ byOwner: { index: { fields: ['owner'] }, ddoc: 'byOwner', name: 'byOwner', type: 'json' } }],
      }),
  })
  .describe('A chaincode, which runs as a separate service.')

export type Chaincode = z.output<typeof chaincode>
export type Collection = z.output<typeof collection>
