import * as z from 'zod'
import { ipv4Host, name } from '../../network/primitives.ts'

/** Indy's own part of a definition. Checks that need more than one field are rules (see rules/). */

const base58 = /^[1-9A-HJ-NP-Za-km-z]+$/

const did = z
  .string()
  .regex(/^[1-9A-HJ-NP-Za-km-z]{21,22}$/, 'must be a DID: 21 or 22 characters of base58, without "did:sov:" before it')
  .meta({
    description: 'DID: the first 16 bytes of its verkey, in base58.',
    kind: 'DID',
    examples: ['V4SGRU86Z58d6TV7PBUe6f'],
  })

const verkey = z
  .string()
  .regex(
    /^[1-9A-HJ-NP-Za-km-z]{43,44}$/,
    'must be a whole verkey: 43 or 44 characters of base58, not abbreviated with "~"',
  )
  .meta({
    description: 'Verkey: the Ed25519 public key, in base58.',
    kind: 'verkey',
    examples: ['GJ1SzoWzavQYfNL9XkaJdrQejfztN4XqdsiV4ct3LXKL'],
  })

/** Somebody who writes to the ledger, whose key its owner keeps. */
const identity = z.strictObject({ did, verkey })

/** Somebody of ours: Chancery makes the key if there is none in the definition. */
const person = (who: string) =>
  z.strictObject({
    name: name.meta({ description: `Name of the ${who}, unique in the organization.`, examples: ['alice'] }),
    did: did.optional().meta({ absent: 'a key is made, and sealed for the stewards of the organization' }),
    verkey: verkey.optional().meta({ absent: 'that of the key that is made' }),
  })

const foreigner = (who: string) =>
  z.strictObject({
    name: name.meta({ description: `Name of the ${who}, unique in the organization.`, examples: ['alice'] }),
    did,
    verkey,
  })

const trusteesDescription =
  'Trustees (role 0): they add stewards and endorsers, and change the configuration of the pool. Those of the first definition are in the genesis.'
const endorsersDescription =
  'Endorsers (role 101): they write schemas and credential definitions. `chancery indy endorser` makes the transaction.'

export const organizationFields = {
  trustees: z.array(person('trustee')).default([]).describe(trusteesDescription),
  endorsers: z.array(person('endorser')).default([]).describe(endorsersDescription),
} as const

export const externalOrganizationFields = {
  trustees: z.array(foreigner('trustee')).default([]).describe(trusteesDescription),
  endorsers: z.array(foreigner('endorser')).default([]).describe(endorsersDescription),
} as const

const aliasForm = /^[A-Za-z0-9][-A-Za-z0-9_.]{0,63}$/

export const isAlias = (text: string): boolean => aliasForm.test(text)

const alias = z.string().regex(aliasForm, 'must be an alias: letters, digits, "-", "_" and ".", at most 64').optional()

const steward = identity.optional()

export const nodeFields = {
  alias: alias.meta({
    description: 'Name of the node in the pool. It never changes.',
    absent: 'organization and name, as in `carrier-validator1`',
    examples: ['carrier-validator1'],
  }),
  steward: steward.meta({
    description: 'Steward of the validator, whose key its owner keeps. A steward has one validator.',
    absent: 'a key is made, and sealed for the stewards of the organization',
  }),
  blsRotation: z
    .int()
    .min(0)
    .max(999)
    .default(0)
    .meta({
      description:
        'How often its BLS key was rotated. Raise it by one for a new key: `chancery keys` makes it, `chancery indy node rotate` tells the pool.',
      examples: [1],
    }),
} as const

export const externalNodeFields = {
  alias: alias.meta({
    description: 'Name of the node in the pool.',
    absent: 'organization and name, as in `carrier-validator1`',
    examples: ['carrier-validator1'],
  }),
  clientHost: ipv4Host.optional().meta({
    description: 'DNS name or IPv4 address for clients.',
    absent: 'the host',
    examples: ['203.0.113.7'],
  }),
  clientPort: z
    .int()
    .min(1)
    .max(65535)
    .optional()
    .meta({ description: 'Port for clients.', absent: 'the port after that of the node', examples: [9702] }),
  steward: identity.optional().meta({
    description: 'Steward of the validator. Needed for a validator of the genesis.',
    absent: 'unknown',
  }),
  verkey: verkey.meta({ description: 'Verkey of the node.' }),
  blsKey: z
    .string()
    .regex(base58, 'must be a BLS key: base58 of 128 bytes')
    .max(180)
    .meta({ description: 'BLS key of the node, in base58.', kind: 'BLS key' }),
  blsProof: z
    .string()
    .regex(base58, 'must be a BLS proof of possession: base58 of 128 bytes')
    .max(180)
    .meta({ description: 'Proof of possession of the BLS key, in base58.', kind: 'BLS proof' }),
} as const

const file = z
  .string()
  .regex(/^(?!\/)(?!.*(?:^|\/)\.\.(?:\/|$))[^\\]+$/, 'must be a path in the repository, without ".."')

const poolNameForm = /^[A-Za-z0-9][-A-Za-z0-9_]{0,62}$/

export const isPoolName = (text: string): boolean => poolNameForm.test(text)

export const topFields = {
  poolName: z
    .string()
    .regex(poolNameForm, 'must be the name of a pool: letters, digits, "-" and "_"')
    .optional()
    .meta({
      description: 'Name of the pool, `NETWORK_NAME` of its nodes. It never changes.',
      absent: 'the name of the network',
      examples: ['sandbox'],
    }),
  genesis: z
    .strictObject({
      pool: file.meta({
        description: 'Its file with the pool transactions.',
        examples: ['pool/pool_transactions_genesis'],
      }),
      domain: file.meta({
        description: 'Its file with the domain transactions.',
        examples: ['pool/domain_transactions_genesis'],
      }),
    })
    .optional()
    .describe('Genesis of a pool that runs, which the nodes join. Without it, the pool is a new one.'),
  transactionAuthorAgreement: z
    .strictObject({
      version: z
        .string()
        .min(1)
        .max(256)
        .meta({ description: 'Version of the agreement.', examples: ['1.0'] }),
      file: file.meta({ description: 'Its text, in a file of the repository.', examples: ['agreement.md'] }),
      mechanisms: z.record(z.string().min(1).max(256), z.string()).meta({
        description: 'Acceptance mechanisms: ways in which authors agree, and what each means.',
        kind: 'mapping of texts',
        examples: [{ for_session: 'Agreed in the session' }],
      }),
      ratified: z.iso
        .date('must be a day such as 2026-11-01')
        .meta({ description: 'Day on which it was ratified.', kind: 'date', examples: ['2026-11-01'] }),
    })
    .optional()
    .describe('Agreement that authors of transactions must accept. `chancery indy agreement` makes the transactions.'),
} as const

export type Identity = z.output<typeof identity>
export type Person = z.output<ReturnType<typeof person>>
export type IndyNode = z.output<z.ZodObject<typeof nodeFields>>
export type IndyExternalNode = z.output<z.ZodObject<typeof externalNodeFields>>
export type IndyTop = z.output<z.ZodObject<typeof topFields>>
