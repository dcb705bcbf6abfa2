import * as z from 'zod'
import { name } from '../../network/shapes.ts'

/** Fabric's own part of an organization. Checks that need more than one field are rules (see rules/). */

/** fabric: msp/mspimplsetup.go and common/channelconfig take any text; path and policy names take no others than these. */
const mspId = z
  .string()
  .regex(/^(?!\.{1,2}$)[A-Za-z0-9.-]{1,249}$/, 'must be an MSP ID: letters, digits, "." and "-", at most 249')

/** Certificates that count no more. */
const revocation = z.strictObject({
  identity: z
    .string()
    .regex(
      /^[a-z][-a-z0-9]*(\/[a-z][-a-z0-9]*)?$/,
      'must be a node such as peer1, or one who acts for the organization: administrators/eu, clients/shop',
    )
    .optional()
    .describe('Whose they are: all in material/public, those that were renewed too'),
  serial: z
    .string()
    .regex(
      /^[0-9A-Fa-f]{1,40}$|^[0-9A-Fa-f]{2}(:[0-9A-Fa-f]{2}){0,19}$/,
      'must be a serial number in hexadecimal digits, as `openssl x509 -noout -serial` prints it',
    )
    .optional()
    .describe('Serial number of any other'),
})

export type Revocation = z.output<typeof revocation>

export const organizationFields = {
  mspId: mspId
    .optional()
    .describe('Name of the organization in channels; its name with "MSP" appended when absent: ManufacturerMSP'),
  clients: z
    .array(name)
    .default([])
    .describe('Applications that get a client certificate of this organization, sealed for its home cluster'),
  approvals: z
    .enum(['automatic', 'explicit'])
    .default('automatic')
    .describe(
      'Which chaincodes its Jobs approve: all of its channels, or those that it approved with `chancery chaincode approve`',
    ),
  administrators: z
    .strictObject({
      validity: z
        .string()
        .regex(/^([1-9]\d?|[12]\d\d|3[0-5]\d|36[0-5])d$/, 'must be a number of days from 1d to 365d')
        .optional()
        .describe('How long certificates of its administrators are valid; 365d when absent'),
      keys: z
        .enum(['clusters', 'elsewhere'])
        .optional()
        .describe(
          'Where keys of its administrators are: sealed for its clusters, whose Jobs act with them (when absent), or elsewhere: the organization acts itself',
        ),
    })
    .optional()
    .describe('Certificates of its administrators, and of those who administer its orderers'),
  revoked: z
    .array(revocation)
    .default([])
    .describe('Certificates of identities that count no more: {identity: clients/shop}, or {serial: 4A…} of any other'),
} as const

export const externalOrganizationFields = {
  mspId: mspId.describe('Name of the organization in channels'),
} as const
