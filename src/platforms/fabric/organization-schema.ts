import * as z from 'zod'
import { name } from '../../network/shapes.ts'

/** Fabric's own part of an organization. Checks that need more than one field are rules (see rules/). */

/** fabric: msp/mspimplsetup.go and common/channelconfig take any text; path and policy names take no others than these. */
const mspId = z
  .string()
  .regex(/^(?!\.{1,2}$)[A-Za-z0-9.-]{1,249}$/, 'must be an MSP ID: letters, digits, "." and "-", at most 249')
  .meta({ kind: 'MSP ID' })

/** Certificates that are revoked. */
const revocation = z
  .strictObject({
    identity: z
      .string()
      .regex(
        /^[a-z][-a-z0-9]*(\/[a-z][-a-z0-9]*)?$/,
        'must be a node such as peer1, or one who acts for the organization: administrators/eu, clients/shop',
      )
      .optional()
      .meta({
        description:
          'Identity: a node, `administrators/<cluster>` or `clients/<name>`. All its certificates in `material/public` are revoked, renewed ones included.',
        examples: ['clients/shop'],
      }),
    serial: z
      .string()
      .regex(
        /^[0-9A-Fa-f]{1,40}$|^[0-9A-Fa-f]{2}(:[0-9A-Fa-f]{2}){0,19}$/,
        'must be a serial number in hexadecimal digits, as `openssl x509 -noout -serial` prints it',
      )
      .optional()
      .meta({
        description:
          'Serial number of any other certificate, as `openssl x509 -noout -serial` prints it. Write it in quotes.',
        kind: 'hexadecimal text',
        examples: ['4A0B6D0E5C'],
      }),
  })
  .describe('A revoked identity or certificate.')

const client = z
  .strictObject({
    name: name.meta({ description: 'Name of the application.', examples: ['shop'] }),
    attributes: z
      .record(
        z
          .string()
          .regex(/^[A-Za-z0-9._-]{1,128}$/, 'must be the name of an attribute: letters, digits, "-", "_" and "."'),
        z.union([z.string(), z.number(), z.boolean()]).transform(String),
      )
      .default({})
      .meta({
        description:
          'Attributes in its certificate, which chaincodes read with `GetAttributeValue`. `hf.EnrollmentID` (its name) and `hf.Type` (`client`) are added.',
        kind: 'mapping of texts',
        examples: [{ role: 'buyer' }],
      }),
  })
  .describe('An application whose certificate has attributes.')

export type Revocation = z.output<typeof revocation>

export const organizationFields = {
  mspId: mspId.optional().meta({
    description: 'Name of the organization in channels and policies: letters, digits, `.` and `-`. It never changes.',
    absent: 'its name: `trade-north` becomes `TradeNorthMSP`',
    examples: ['AlphaMSP'],
  }),
  clients: z
    .array(z.union([name, client]))
    .default([])
    .meta({
      description:
        'Applications that get a client certificate of the organization: names, or mappings with attributes. Their keys are sealed for its home cluster.',
      kind: 'list of names or mappings',
      examples: [['shop', { name: 'auditor', attributes: { role: 'auditor' } }]],
    }),
  approvals: z
    .enum(['automatic', 'explicit'])
    .default('automatic')
    .meta({
      description:
        'Chaincodes that the Jobs of the organization approve: all in its channels, or only those approved with `chancery chaincode approve`.',
      examples: ['explicit'],
    }),
  administrators: z
    .strictObject({
      validity: z
        .string()
        .regex(/^([1-9]\d?|[12]\d\d|3[0-5]\d|36[0-5])d$/, 'must be a number of days from 1d to 365d')
        .optional()
        .meta({
          description:
            'Validity of the certificates of its administrators, also of those that administer its orderers. From `1d` to `365d`.',
          kind: 'days',
          absent: '`365d`',
          examples: ['14d'],
        }),
      keys: z
        .enum(['clusters', 'elsewhere'])
        .optional()
        .meta({
          description:
            'Location of the keys of its administrators: sealed for its clusters, whose Jobs act for it, or `elsewhere`. Then no cluster has such a key, and the organization acts itself.',
          absent: '`clusters`',
          examples: ['elsewhere'],
        }),
    })
    .optional()
    .meta({
      description: 'Certificates and keys of its administrators.',
      examples: [{ validity: '14d' }],
    }),
  revoked: z
    .array(revocation)
    .default([])
    .meta({
      description: 'Revoked certificates. An entry has `identity`, `serial` or both.',
      examples: [[{ identity: 'clients/shop' }]],
    }),
} as const

export const externalOrganizationFields = {
  mspId: mspId.meta({ description: 'Name of the organization in channels and policies.', examples: ['RegulatorMSP'] }),
} as const
