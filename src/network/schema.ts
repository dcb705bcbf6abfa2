import * as z from 'zod'
import { platforms } from '../platforms/index.ts'
import type { Platform } from '../platforms/platform.ts'
import { providerIds } from '../providers/index.ts'
import {
  clusterFields,
  externalNodeFields,
  images,
  labels,
  monitoring,
  nodeFields,
  organizationFields,
  release,
} from './shapes.ts'

/** The strict schema of a definition on one platform: the one source of validation, types and network.schema.json. */
export const definitionSchema = (platform: Platform) =>
  z
    .strictObject({
      version: z.literal(1).describe('Version of this format'),
      name: nodeFields.name.describe('Name of the network'),
      platform: z.literal(platform.id).describe(platform.title),
      platformVersion: release.describe('Exact release of the ledger software such as 26.8.1, and tag of its image'),
      clusters: z.array(z.strictObject({ ...clusterFields, provider: z.enum(providerIds) })).min(1),
      organizations: z
        .array(
          z.strictObject({
            ...organizationFields,
            ...platform.organizationFields,
            nodes: z
              .array(
                z.strictObject({
                  ...nodeFields,
                  role: z.enum(platform.roles),
                  expose: z
                    .array(z.enum(platform.exposable))
                    .default([])
                    .describe('HTTP endpoints to serve at the Ambassador'),
                  ...platform.nodeFields,
                }),
              )
              .min(1),
          }),
        )
        .min(1),
      external: z
        .array(
          z.strictObject({
            organization: nodeFields.name,
            ...platform.externalOrganizationFields,
            nodes: z
              .array(
                z.strictObject({ ...externalNodeFields, role: z.enum(platform.roles), ...platform.externalNodeFields }),
              )
              .min(1),
          }),
        )
        .default([])
        .describe('Parties whose nodes are run by somebody else'),
      images: images.prefault({}),
      monitoring: monitoring.prefault({}),
      labels: labels
        .default({})
        .describe('Labels for every object; not for pods, which would restart when one changes'),
      acknowledge: z
        .array(
          z
            .string()
            .regex(/^[a-z-]+ \S+$/, 'must be the id of a risk and what it is about: storage-shrinks carrier/rpc1'),
        )
        .default([])
        .describe(
          'Risks that this change takes on purpose, as `plan` names them; remove a line when its change is merged',
        ),
      ...platform.topFields,
    })
    .describe(`A ${platform.title} network`)

export type Definition = z.output<ReturnType<typeof definitionSchema>>

/**
 * JSON Schema (draft 7, which editors read) of every definition: what its platform says, so that an editor speaks of that one
 * alone, not of all of them.
 */
export function jsonSchema(): object {
  const ids = platforms.map(({ id }) => id)
  const unknown: object = {
    type: 'object',
    properties: { platform: { enum: ids, description: 'The ledger software' } },
    required: ['platform'],
  }
  const body = platforms.reduceRight<object>((otherwise, platform) => {
    const { $schema: _, ...own } = z.toJSONSchema(definitionSchema(platform), { target: 'draft-7', io: 'input' })
    const chosen = { properties: { platform: { const: platform.id } }, required: ['platform'] }
    // biome-ignore lint/suspicious/noThenProperty: a keyword of JSON Schema; nobody awaits it
    return { if: chosen, then: own, else: otherwise }
  }, unknown)
  return { $schema: 'http://json-schema.org/draft-07/schema#', title: 'Chancery network definition', ...body }
}
