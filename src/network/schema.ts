import * as z from 'zod'
import { providerIds } from '../providers/index.ts'
import { organizationFields } from './organization-shape.ts'
import type { PlatformDefinition, ReleaseForm } from './platform-definition.ts'
import { size } from './resources-shape.ts'
import { clusterFields, externalNodeFields, images, labels, monitoring, name, nodeFields } from './shapes.ts'
import { startupTimeout } from './startup-shape.ts'

const exactRelease = ({ pattern, example }: ReleaseForm) =>
  z.string().regex(pattern, `must be an exact release such as ${example}`)

const exposeField = ({ title, exposable }: PlatformDefinition) =>
  (exposable === undefined
    ? z.array(z.string()).refine(({ length }) => length === 0, `must be empty: ${title} has no HTTP endpoint`)
    : z.array(z.enum(exposable))
  )
    .default([])
    .meta({
      description:
        exposable === undefined
          ? `Always empty: ${title} has no endpoint to expose.`
          : 'Endpoints that the Ambassador serves to clients outside of the cluster.',
      ...(exposable === undefined ? {} : { examples: [[exposable[0]]] }),
    })

const roleField = ({ roles, rolesDescription }: PlatformDefinition) =>
  z.enum(roles).meta({ description: `Role of the node. ${rolesDescription}`, examples: [roles[0]] })

/** The strict schema of a definition on one platform: the one source of validation, types and network.schema.json. */
export const definitionSchema = (platform: PlatformDefinition) =>
  z
    .strictObject({
      version: z.literal(1).describe('Version of this format.'),
      name: name.meta({
        description: 'Name of the network. Every namespace begins with it.',
        examples: ['supplychain'],
      }),
      platform: z.literal(platform.id).describe('Ledger software.'),
      platformVersion: exactRelease(platform.release).meta({
        description: 'Exact release of the ledger software, which is the tag of its image.',
        examples: [platform.release.example],
      }),
      clusters: z
        .array(
          z.strictObject({
            ...clusterFields,
            provider: z.enum(providerIds).meta({ description: 'Kind of cluster.', examples: ['eks'] }),
          }),
        )
        .min(1)
        .describe('Kubernetes clusters of the network.'),
      organizations: z
        .array(
          z.strictObject({
            ...organizationFields,
            size: size('nodes of the organization', 'the size of the network'),
            startupTimeout: startupTimeout('a node of the organization', 'that of the network'),
            ...platform.fields.organization,
            nodes: z
              .array(
                z.strictObject({
                  ...nodeFields(platform, exactRelease(platform.release)),
                  role: roleField(platform),
                  expose: exposeField(platform),
                  ...platform.fields.node,
                }),
              )
              .min(platform.organizationsWithoutNodes ? 0 : 1)
              .describe('Nodes of the organization, in any of the clusters.'),
          }),
        )
        .min(1)
        .describe('Organizations whose nodes this repository runs.'),
      external: z
        .array(
          z.strictObject({
            organization: name.meta({ description: 'Name of the party.', examples: ['regulator'] }),
            ...platform.fields.externalOrganization,
            nodes: z
              .array(
                z.strictObject({
                  ...externalNodeFields,
                  role: roleField(platform),
                  ...platform.fields.externalNode,
                }),
              )
              .min(platform.externalWithoutNodes ? 0 : 1)
              .describe('Nodes of the party.'),
          }),
        )
        .default([])
        .describe(
          'Parties that run their nodes themselves, anywhere. Our nodes dial them; nothing is rendered for them.',
        ),
      size: size('nodes', '`small`'),
      startupTimeout: startupTimeout('a node', '`5m`, or `10m` by the role'),
      drains: z
        .enum(['organization', 'network'])
        .default('organization')
        .meta({
          description:
            'Consensus nodes that draining of machines may evict: one of each organization at a time (`organization`), or none where that could be more than the network can lose (`network`).',
          examples: ['network'],
        }),
      images: images.prefault({}),
      monitoring: monitoring(platform).prefault({}),
      labels: labels.default({}).meta({
        description: 'Labels of every object. Pods do not get them, because a changed label would restart them.',
        kind: 'mapping of text',
        examples: [{ 'example.com/team': 'ledger' }],
      }),
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
        .meta({
          description:
            'Acknowledged risks of this change, as `chancery plan` prints them, and warnings that are accepted for good. Remove the line of a risk after the merge.',
          examples: [['node-moved carrier/rpc1 5b1f0c7d9a3e8642']],
        }),
      ...platform.fields.top,
    })
    .describe(`A ${platform.title} network.`)

export type Definition = z.output<ReturnType<typeof definitionSchema>>
