import * as z from 'zod'
import { countryProblem } from './countries.ts'
import { placement } from './placement-shape.ts'
import { ageRecipient, name, sshPublicKey } from './primitives.ts'

/** Fields that an organization has on every platform. */

/** A part of a certificate's subject, on one line. */
const legalName = z
  .string()
  .min(1)
  .max(64)
  .regex(/^[^\t\n\r]*$/, 'must be text on one line, without tabs')

export const organizationFields = {
  name: name.meta({
    description: 'Name of the organization. `ambassador`, `crds` and `tenancy` are reserved.',
    examples: ['manufacturer'],
  }),
  cluster: name.meta({ description: 'Home cluster. Its nodes run there unless they name another.', examples: ['eu'] }),
  namespace: name.optional().meta({
    description:
      'Namespace of its nodes, in every cluster. It cannot be one of Kubernetes, Flux or another part of the cluster.',
    absent: '`<network>-<organization>`',
    examples: ['ledger-manufacturer'],
  }),
  placement: placement('all pods of the organization', 'that of the cluster'),
  subject: z
    .strictObject({
      country: z
        .string()
        .superRefine((text, context) => {
          const message = countryProblem(text)
          if (message !== undefined) context.addIssue({ code: 'custom', message, input: text })
        })
        .meta({ pattern: '^[A-Z]{2}$' })
        .optional()
        .meta({ description: 'Country, as its ISO 3166 code.', kind: 'two capital letters', examples: ['DE'] }),
      locality: legalName.optional().meta({ description: 'City.', examples: ['Hamburg'] }),
      organization: legalName.optional().meta({ description: 'Legal name.', examples: ['Manufacturer GmbH'] }),
    })
    .optional()
    .describe('Legal name, for people and for certificates.'),
  recipients: z.record(name, z.array(ageRecipient).min(1)).default({}).meta({
    description:
      "The organization's own age recipients, by cluster. They replace the cluster's recipients for its sealed material.",
    kind: 'mapping of lists of age recipients',
  }),
  recoveryRecipients: z
    .array(ageRecipient)
    .default([])
    .describe(
      'age recipients that can decrypt the sealed material of this organization in every cluster, for recovery.',
    ),
  issuerRecipients: z
    .array(ageRecipient)
    .default([])
    .describe(
      "age recipients that can decrypt the keys of the organization's certificate authorities, and so issue certificates. Required for platforms with certificates. No cluster should have their keys.",
    ),
  stewardRecipients: z
    .array(ageRecipient)
    .default([])
    .describe(
      "age recipients that can decrypt the keys of the organization's stewards and trustees, and so write to the ledger in its name. Required for platforms with stewards. No cluster should have their keys.",
    ),
  endpoints: z
    .array(
      z.strictObject({
        name: name.meta({
          description:
            'First label of the host name: `<name>.<organization>.<domain>`. No node can have the same name.',
          examples: ['api'],
        }),
        nodes: z
          .array(name)
          .min(1)
          .meta({
            description:
              'Nodes of the organization behind the name, in one cluster. The name serves what all of them expose.',
            examples: [['rpc1', 'rpc2']],
          }),
      }),
    )
    .default([])
    .describe('Host names that several nodes share, for clients that do not mind which of them answers.'),
  signers: z
    .array(sshPublicKey)
    .default([])
    .describe(
      'SSH public keys (Ed25519). What belongs to the organization then changes only with a signature of one of these keys.',
    ),
} as const
