import * as z from 'zod'
import { objectName, refused } from '../../network/primitives.ts'
import { settingsDescription } from '../../network/shapes.ts'
import { rpcTls, rpcUser } from './rpc-schema.ts'
import { downloadUrl, legalName, pinnedImage, secretEntry, sha256, untaggedImage } from './values.ts'
import { zone } from './zone-schema.ts'

/** Corda's own part of a definition. Checks that need more than one field are rules (see rules/). */

/** JARs for a folder of the node: from an image, or from a URL. */
export type Jars = { readonly image: string } | { readonly url: string; readonly sha256: string }

const jars = (what: string, name: string) =>
  z
    .strictObject({
      image: pinnedImage.optional().meta({
        description: `Image with ${what} in its folder /jars, and with \`cp\`.`,
        absent: '`url` and `sha256`',
        examples: [`registry.example.com/${name}:1.2`],
      }),
      url: downloadUrl.optional().meta({
        description: `Where ${what} is.`,
        absent: '`image`',
        examples: [`https://example.com/${name}-1.2.jar`],
      }),
      sha256: sha256.optional().meta({
        description: 'SHA-256 of the file at `url`: the node does not start with another.',
        absent: '`image`',
      }),
    })
    .superRefine((given, context) => {
      const { image, url: from, sha256: digest } = given
      const isWhole =
        image === undefined ? from !== undefined && digest !== undefined : from === undefined && digest === undefined
      if (isWhole) return
      const message = 'must have `image`, or `url` and `sha256`'
      context.addIssue(refused(message, `name an image with ${what}, or a URL and the SHA-256 of its file`, given))
    }) as unknown as z.ZodType<Jars> // as the refinement leaves it

const notary = z.strictObject({
  validating: z.boolean().meta({
    description: 'The notary checks whole transactions, and so sees their content.',
    examples: [false],
  }),
  serviceName: legalName.optional().meta({
    description:
      'Legal name of the notary service, other than that of the node. States name it as their notary. Corda registers a notary only with one since 4.6.',
    absent: 'only with `registeredWithoutService`',
    examples: ['O=Notary Service, L=London, C=GB'],
  }),
  registeredWithoutService: z
    .boolean()
    .default(false)
    .meta({
      description: 'The volume of the notary has keys from before Corda 4.6, without a service. It never gets one.',
      examples: [true],
    }),
})

const database = z.strictObject({
  url: z
    .string()
    .regex(
      /^jdbc:postgresql:\/\/[^\s"'\\$/?@]+(?::\d+)?\/[^\s"'\\$?]+(?:\?[^\s"'\\$]*)?$/,
      'must be a JDBC URL such as jdbc:postgresql://postgres.bank.example.com:5432/node1, without credentials',
    )
    .meta({
      description: 'JDBC URL of a database of the node alone, in PostgreSQL.',
      examples: ['jdbc:postgresql://postgres.bank.example.com:5432/node1'],
    }),
  user: z
    .string()
    .regex(/^[\w.-]{1,63}$/, 'must be the name of a user: letters, digits, "_", "-" and "."')
    .meta({ description: 'User of the database.', examples: ['node1'] }),
  passwordSecret: secretEntry.meta({ description: 'Password of that user: an entry of a Secret.' }),
  driver: jars("PostgreSQL's JDBC driver", 'postgresql').meta({
    description: "PostgreSQL's JDBC driver, which Corda does not contain.",
  }),
})

type Scalar = string | number | boolean
export type Setting = Scalar | readonly Setting[] | { readonly [key: string]: Setting }

const scalar = z.union([z.string(), z.number(), z.boolean()])

/** As deep as node.conf has keys: `notary.bftSMaRt.clusterAddresses` is the deepest one. JSON Schema has no recursion here. */
const settingsBelow = (depth: number): z.ZodType<Setting> =>
  depth === 0
    ? scalar
    : z.union([scalar, z.array(settingsBelow(depth - 1)), z.record(z.string(), settingsBelow(depth - 1))])

const setting = settingsBelow(4)

export const nodeFields = {
  legalName: legalName.meta({
    description: 'Legal name of the node (X.500), for good: its certificates have it, and others know it by it.',
    examples: ['O=Bank, L=London, C=GB'],
  }),
  existingSecret: objectName.optional().meta({
    description:
      'Existing Secret with passwords: entries `keyStorePassword` and `trustStorePassword` of the key stores that the node makes, and `drainPassword` of the RPC user that drains it.',
    absent: '`chancery keys` makes and seals them',
    examples: ['vaulted-passwords'],
  }),
  adopted: z
    .boolean()
    .optional()
    .meta({
      description:
        '`false` while something else still runs this node. Everything of the node is rendered, but no pod: its keys and its database come onto the volume first.',
      absent: '`true`',
      examples: [false],
    }),
  notary: notary
    .optional()
    .meta({ description: 'For the role `notary` only: the kind of notary.', absent: 'no notary' }),
  cordapps: z
    .array(jars('the CorDapp', 'loans'))
    .default([])
    .meta({
      description: 'CorDapps of the node: contracts and workflows. No other file is in its folder of CorDapps.',
      kind: 'list',
      examples: [[{ image: 'registry.example.com/loans:1.2' }]],
    }),
  database: database.optional().meta({
    description: 'Database of the node.',
    absent: 'H2 on the volume of the node, which is for tests',
  }),
  rpcUsers: z.array(rpcUser).default([]).meta({
    description: 'Users of RPC, by which applications start flows.',
    kind: 'list',
  }),
  rpcTls: rpcTls.optional().meta({
    description: 'TLS of RPC, for applications inside and outside of the cluster. RPC is exposed with TLS only.',
    absent: 'RPC without TLS, for applications of the namespace',
  }),
  drainSeconds: z
    .int()
    .min(0)
    .max(3600)
    .default(60)
    .meta({
      description:
        'How long a stop of the node waits for flows in progress, while no new ones begin. Afterwards they continue when the node starts again. `0`: a stop does not wait.',
      examples: [300],
    }),
  settings: z
    .record(z.string().regex(/^[A-Za-z]\w*$/, 'must be a key of node.conf: letters, digits and "_"'), setting)
    .default({})
    .meta({
      description: `${settingsDescription} Names are those of node.conf.`,
      examples: [{ flowTimeout: { timeout: '60 seconds', maxRestartCount: 6, backoffBase: 1.8 } }],
    }),
} as const

export const organizationFields = {
  emailAddress: z
    .string()
    .regex(/^[^\s@"\\]+@[^\s@"\\]+$/, 'must be an address such as ledger@bank.example.com')
    .meta({
      description: 'Email address that its nodes give the doorman, for questions about their certificates.',
      kind: 'email address',
      examples: ['ledger@bank.example.com'],
    }),
} as const

export const externalNodeFields = {
  legalName: legalName.meta({ description: 'Legal name of the node.', examples: ['O=Regulator, L=London, C=GB'] }),
  notary: notary
    .optional()
    .meta({ description: 'For the role `notary` only: the kind of notary.', absent: 'no notary' }),
} as const

export const topFields = {
  image: untaggedImage.meta({
    description:
      'Image of the node without tag: `corda/corda` of Docker Hub from Corda 4.9, or your own with Java and /opt/corda/bin/corda.jar. Its tag is `platformVersion`; that of `corda/corda` has the name of its Java too.',
    examples: ['corda/corda'],
  }),
  zone,
} as const

export type SecretEntry = z.output<typeof secretEntry>
export type CordaNode = z.output<z.ZodObject<typeof nodeFields>>
export type CordaOrganization = z.output<z.ZodObject<typeof organizationFields>>
export type CordaExternalNode = z.output<z.ZodObject<typeof externalNodeFields>>
export type CordaTop = z.output<z.ZodObject<typeof topFields>>
