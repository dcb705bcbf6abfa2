import * as z from 'zod'
import { hash, image, keyTypeId, repositoryPath, ss58Address, units, url } from './values.ts'

/** `chain`: the software of the nodes, and the chain spec. Checks that need more than one field are rules (see rules/). */

export const schemes = ['sr25519', 'ed25519', 'ecdsa'] as const

const scheme = z.enum(schemes)

/** Names as in the `SessionKeys` of a runtime (impl_opaque_keys!), which are in its genesis too. */
export const sessionKeyName = z
  .string()
  .regex(/^[a-z][a-z0-9_]{0,62}$/, 'must be a field of the SessionKeys of the runtime, such as im_online')

const sessionKey = z.union([
  scheme,
  z.strictObject({
    scheme: scheme.meta({ description: 'Signature scheme of the key.', examples: ['sr25519'] }),
    keyType: keyTypeId.meta({ description: 'Type of the key in the keystore: four characters.', examples: ['acme'] }),
  }),
])

const spec = z.union([
  repositoryPath,
  z.strictObject({
    url: url.meta({
      description: 'Where the pods fetch it from.',
      examples: ['https://example.com/foodtrace-raw.json'],
    }),
    sha256: z
      .string()
      .regex(/^[0-9a-f]{64}$/, 'must be a SHA-256 digest: 64 hexadecimal digits in small letters')
      .meta({ description: 'SHA-256 digest of the file. Pods refuse any other.', kind: 'SHA-256 digest' }),
  }),
])

export const chain = z
  .strictObject({
    image: image.meta({
      description: 'Image of the node, without tag: `platformVersion` is the tag.',
      examples: ['ghcr.io/acme/acme-node'],
    }),
    command: z
      .array(z.string().min(1))
      .min(1)
      .meta({
        description: 'Command of the node in its image, without options.',
        kind: 'list of texts',
        examples: [['acme-node']],
      }),
    sdk: z
      .string()
      .regex(/^(?:polkadot-)?(?:un)?stable\d{4}(?:-\d+)?$/, 'must be a release of the Polkadot SDK such as stable2503')
      .optional()
      .meta({
        description:
          'Release of the Polkadot SDK that the node is built with. `settings` are checked against its options.',
        absent: 'options of all known releases',
        examples: ['stable2503'],
      }),
    spec: spec.meta({
      description:
        'Chain spec: a file of the repository, in the plain format of `build-spec`, which Chancery completes. A spec at a URL is used as it is.',
      kind: 'path, or URL and digest',
      examples: ['chain/base.json'],
    }),
    publishedAt: url.optional().meta({
      description:
        'URL of a copy of `material/public/chain-spec.json`, from which pods fetch it. For a spec that is too large for ConfigMaps.',
      absent: 'ConfigMaps',
      examples: ['https://example.com/foodtrace-chain-spec.json'],
    }),
    existing: z
      .boolean()
      .default(false)
      .meta({
        description:
          'The chain runs already: its spec is used as it is, and its validators are not those of this definition.',
        examples: [true],
      }),
    id: z
      .string()
      .regex(/^[a-z0-9_-]{1,64}$/, 'must be the ID of a chain: lower-case letters, digits, "_" and "-"')
      .optional()
      .meta({ description: 'ID of the chain.', absent: 'that of the base spec', examples: ['foodtrace'] }),
    name: z
      .string()
      .min(1)
      .max(100)
      .optional()
      .meta({
        description: 'Name of the chain, for people.',
        absent: 'that of the base spec',
        examples: ['Foodtrace'],
      }),
    type: z
      .enum(['Live', 'Local', 'Development'])
      .optional()
      .meta({
        description: 'Type of the chain. `Local` and `Development` are for tests.',
        absent: '`Live`',
        examples: ['Live'],
      }),
    protocolId: z
      .string()
      .regex(/^[A-Za-z0-9_-]{1,64}$/, 'must be a protocol ID: letters, digits, "_" and "-"')
      .optional()
      .meta({ description: 'Prefix of the P2P protocols.', absent: 'that of the base spec', examples: ['ftr'] }),
    sessionKeys: z
      .record(sessionKeyName, sessionKey)
      .default({ aura: 'sr25519', grandpa: 'ed25519' })
      .meta({
        description:
          'Session keys of a validator, in the order of the SessionKeys of the runtime, each with its signature scheme. A name that Chancery does not know needs the type of the key.',
        kind: 'mapping of schemes',
        examples: [{ babe: 'sr25519', grandpa: 'ed25519', im_online: 'sr25519' }],
      }),
    addressPrefix: z
      .int()
      .min(0)
      .max(16_383)
      .optional()
      .meta({
        description: 'Prefix of the addresses of the chain (SS58).',
        absent: '`properties.ss58Format` of the base spec, or else 42',
        examples: [42],
      }),
    sudo: ss58Address.optional().meta({
      description: 'Address of the account with the rights of sudo. Its key never comes here.',
      absent: 'that of the base spec',
      examples: ['5GrwvaEF5zXb26Fz9rcQpDWS57CtERHpNehXCPcNoHGKutQY'],
    }),
    balances: z
      .record(ss58Address, units)
      .optional()
      .meta({
        description: 'Accounts with a balance at genesis, in the smallest unit. They replace those of the base spec.',
        kind: 'mapping of amounts',
        absent: 'those of the base spec',
        examples: [{ '5GrwvaEF5zXb26Fz9rcQpDWS57CtERHpNehXCPcNoHGKutQY': '1000000000000000000' }],
      }),
    expectedGenesisHash: hash.optional().meta({
      description: 'Hash of the genesis block. `verify` compares it with that of the nodes.',
      absent: 'the nodes have to have the same one',
    }),
  })
  .describe(
    'Node software and chain spec. A chain has no default node: the image has the runtime that the spec belongs to.',
  )

export type Scheme = (typeof schemes)[number]
