import * as z from 'zod'
import { refused } from '../../network/primitives.ts'
import { repositoryPath, secretEntry, sha256, url } from './values.ts'

/** Fields of the zone that nodes join. */

const truststore = (example: string) => ({
  file: repositoryPath.meta({
    description: 'Its file in the repository.',
    examples: [example],
  }),
  sha256: sha256.meta({
    description: 'SHA-256 of that file.',
  }),
})

/** A truststore of the definition. */
export interface Truststore {
  readonly file: string
  readonly sha256: string
}

/** That of the registration, which takes none without its password (InitialRegistrationCli.kt of Corda 4.12). */
interface RootTruststore extends Truststore {
  readonly passwordSecret: z.output<typeof secretEntry>
}

/** A zone with a doorman and a network map that somebody runs. */
export interface ExternalZone {
  readonly demo: false
  readonly doorman: string
  readonly networkMap: string
  readonly rootTruststore: RootTruststore
  readonly servicesTruststore?: Truststore | undefined
  readonly minimumPlatformVersion?: number | undefined
}

/** A zone for tests, whose doorman and network map are a node of the definition. */
export interface DemoZone {
  readonly demo: true
  readonly minimumPlatformVersion?: number | undefined
}

const onlyExternal = '`demo: true`'

export const zoneFields = {
  demo: z
    .boolean()
    .default(false)
    .meta({
      description:
        'For tests only: a node with the role `network-map` is doorman and network map. It signs every name that is free, for everyone who reaches it.',
      examples: [true],
    }),
  doorman: url.optional().meta({
    description: 'URL of the doorman, which issues the certificates of nodes.',
    absent: onlyExternal,
    examples: ['https://doorman.example.com'],
  }),
  networkMap: url.optional().meta({
    description: 'URL of the network map, which has the addresses of nodes.',
    absent: onlyExternal,
    examples: ['https://map.example.com'],
  }),
  rootTruststore: z
    .strictObject({
      ...truststore('zone/network-root-truststore.jks'),
      passwordSecret: secretEntry.meta({
        description: 'Its password: an entry of a Secret in the namespace of each organization.',
      }),
    })
    .optional()
    .meta({
      description:
        "Truststore with the root certificate of the zone: a public file of its operator. Nodes trust nobody else's certificates.",
      absent: onlyExternal,
    }),
  servicesTruststore: z.strictObject(truststore('zone/services-truststore.jks')).optional().meta({
    description:
      'Truststore for the HTTPS certificates of doorman and network map, in place of that of Java. Java reads it without its password.',
    absent: 'the authorities that Java trusts',
  }),
  minimumPlatformVersion: z
    .int()
    .min(1)
    .max(999)
    .optional()
    .meta({
      description:
        'Platform version that the network parameters of the zone ask for. Nodes with a lower one do not start.',
      absent: 'no check; 4 in a demo zone',
      examples: [4],
    }),
} as const

const services = ['doorman', 'networkMap', 'rootTruststore'] as const

export const zone = z
  .strictObject(zoneFields)
  .superRefine((given, context) => {
    if (given.demo) {
      const surplus = [...services, 'servicesTruststore' as const].filter((field) => given[field] !== undefined)
      if (surplus.length > 0)
        context.addIssue(
          refused(
            `must have either \`demo: true\` or \`${surplus[0]}\``,
            'a demo zone has its own doorman, network map and root: remove one of the two',
            given,
          ),
        )
      return
    }
    const missing = services.filter((field) => given[field] === undefined)
    if (missing.length > 0)
      context.addIssue(
        refused(
          `must have ${missing.map((field) => `\`${field}\``).join(', ')}`,
          'ask the operator of the zone; for a network that is for tests only, write `demo: true` instead of all',
          given,
        ),
      )
  })
  .meta({
    description:
      'The compatibility zone that the nodes join: one whose network services somebody runs already, or `demo: true` for tests.',
  }) as unknown as z.ZodType<ExternalZone | DemoZone> // as the refinement leaves it
