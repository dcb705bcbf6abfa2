import * as z from 'zod'
import { publishedAt } from '../product.ts'
import { providerIds } from '../providers/index.ts'
import type { PlatformDefinition, ReleaseForm } from './platform-definition.ts'
import {
  clusterFields,
  externalNodeFields,
  images,
  labels,
  monitoring,
  name,
  nodeFields,
  organizationFields,
} from './shapes.ts'

const exactRelease = ({ pattern, example }: ReleaseForm) =>
  z.string().regex(pattern, `must be an exact release such as ${example}`)

const exposeField = ({ title, exposable }: PlatformDefinition) =>
  (exposable === undefined
    ? z.array(z.string()).refine(({ length }) => length === 0, `must be empty: ${title} has no HTTP endpoint`)
    : z.array(z.enum(exposable))
  )
    .default([])
    .describe('HTTP endpoints to expose at the Ambassador')

/** The strict schema of a definition on one platform: the one source of validation, types and network.schema.json. */
export const definitionSchema = (platform: PlatformDefinition) =>
  z
    .strictObject({
      version: z.literal(1).describe('Version of this format'),
      name: name.describe('Name of the network'),
      platform: z.literal(platform.id).describe(platform.title),
      platformVersion: exactRelease(platform.release).describe(
        `Exact release of the ledger software such as ${platform.release.example}, and tag of its image`,
      ),
      clusters: z.array(z.strictObject({ ...clusterFields, provider: z.enum(providerIds) })).min(1),
      organizations: z
        .array(
          z.strictObject({
            ...organizationFields,
            ...platform.fields.organization,
            nodes: z
              .array(
                z.strictObject({
                  ...nodeFields(exactRelease(platform.release)),
                  role: z.enum(platform.roles),
                  expose: exposeField(platform),
                  ...platform.fields.node,
                }),
              )
              .min(1),
          }),
        )
        .min(1),
      external: z
        .array(
          z.strictObject({
            organization: name,
            ...platform.fields.externalOrganization,
            nodes: z
              .array(
                z.strictObject({
                  ...externalNodeFields,
                  role: z.enum(platform.roles),
                  ...platform.fields.externalNode,
                }),
              )
              .min(1),
          }),
        )
        .default([])
        .describe('Parties that run their own nodes'),
      images: images.prefault({}),
      monitoring: monitoring.prefault({}),
      labels: labels
        .default({})
        .describe('Labels for every object, except pods, which would restart when a label changes'),
      acknowledge: z
        .array(
          z
            .string()
            .regex(
              /^[a-z0-9-]+ \S+( [0-9a-f]{16})?$/,
              'must be a line that plan prints, such as storage-class-changed eu 5b1f0c7d9a3e8642',
            ),
        )
        .default([])
        .describe(
          'Accepted risks of this change, as `plan` prints them, and permanently accepted warnings; remove the line of a risk once its change is merged',
        ),
      ...platform.fields.top,
    })
    .describe(`A ${platform.title} network`)

export type Definition = z.output<ReturnType<typeof definitionSchema>>

/**
 * JSON Schema (draft 7, which editors read) of every definition, selected by its platform, so that an editor reports errors for that platform
 * only.
 */
export function jsonSchema(platforms: readonly PlatformDefinition[]): object {
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
  return {
    $schema: 'http://json-schema.org/draft-07/schema#',
    $id: publishedAt('network.schema.json'),
    title: 'Chancery network definition',
    ...body,
  }
}
