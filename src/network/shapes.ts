import * as z from 'zod'
import { ambassador } from './ambassador-shape.ts'
import { countryProblem } from './countries.ts'
import {
  ageRecipient,
  dnsName,
  host,
  ipv4,
  name,
  objectName,
  port,
  qualifiedName,
  quantity,
  sshPublicKey,
} from './primitives.ts'

export { name, quantity } from './primitives.ts'

/** The shapes of every definition; platforms add their own (see schema.ts). Lengths of derived names are rules. */

const resourceAmounts = z.strictObject({ cpu: quantity.optional(), memory: quantity.optional() })

export const resources = z
  .strictObject({ requests: resourceAmounts.optional(), limits: resourceAmounts.optional() })
  .describe('Requests and limits of the node process, as in a Kubernetes container')

/** Labels that people may add, except those that Chancery and Kubernetes set. */
export const labels = z.record(
  z
    .string()
    .regex(
      qualifiedName,
      'must be a label key: letters, digits, "-", "_" and ".", optionally with a prefix such as example.com/',
    ),
  z
    .string()
    .regex(
      /^([A-Za-z0-9]([-A-Za-z0-9_.]{0,61}[A-Za-z0-9])?)?$/,
      'must be a label value in quotes: at most 63 letters, digits, "-", "_", "."',
    ),
)

export const images = z
  .strictObject({
    registry: z
      .string()
      .regex(
        /^[a-z0-9]([-a-z0-9.]*[a-z0-9])?(:\d+)?(\/[a-z0-9]+([-_.a-z0-9]*[a-z0-9])?)*$/,
        'must be a registry and path such as registry.example.com/mirror: no scheme',
      )
      .optional()
      .describe('Mirror to pull all images from'),
    pullSecret: objectName.optional().describe('Name of an existing image pull Secret in every namespace'),
    digests: z
      .record(
        z.string(),
        z.string().regex(/^sha256:[0-9a-f]{64}$/, 'must be a digest: sha256: and 64 hexadecimal digits'),
      )
      .default({})
      .describe('Digest for each image name, instead of its tag'),
  })
  .describe('Source of images')

export const monitoring = z
  .strictObject({
    podMonitor: z.boolean().default(false).describe('A PodMonitor for the nodes of each organization'),
    dashboard: z.boolean().default(false).describe('A dashboard as a ConfigMap for Grafana, one in each cluster'),
    alerts: z.boolean().default(false).describe('A PrometheusRule with alerts, one in each cluster'),
    labels: labels.default({}).describe('Labels by which your Prometheus finds PodMonitors and rules'),
  })
  .describe('Objects for the Prometheus operator and for Grafana')

/** Fields of nodes on every platform. `release` is the format of its ledger's releases. */
export const nodeFields = (release: z.ZodString) => ({
  name,
  cluster: name.optional().describe('Cluster of this node; the cluster of its organization when absent'),
  platformVersion: release
    .optional()
    .describe('Exact release of this node, to upgrade it before others; the release of the network when absent'),
  storage: quantity.optional().describe('Size of the volume'),
  resources: resources.optional(),
  port: port.optional().describe('Fixed port at the Ambassador'),
  existingSecret: objectName
    .optional()
    .describe('Existing Secret that holds the private key; its public half is then in material/public'),
})

/** Fields of external nodes on every platform. */
export const externalNodeFields = {
  name,
  host: host.describe('DNS name or IP address that others connect to'),
  port: z.int().min(1).max(65535),
} as const

/** A part of a certificate's subject, on one line. */
const legalName = z
  .string()
  .min(1)
  .max(64)
  .regex(/^[^\t\n\r]*$/, 'must be text on one line, without tabs')

export const organizationFields = {
  name,
  cluster: name.describe('Home cluster'),
  namespace: name.optional().describe('Namespace; <network>-<organization> when absent'),
  subject: z
    .strictObject({
      country: z
        .string()
        .superRefine((text, context) => {
          const message = countryProblem(text)
          if (message !== undefined) context.addIssue({ code: 'custom', message, input: text })
        })
        .meta({ pattern: '^[A-Z]{2}$' })
        .optional(),
      locality: legalName.optional(),
      organization: legalName.optional(),
    })
    .optional()
    .describe('Legal name, for certificates and for people'),
  recipients: z
    .record(name, z.array(ageRecipient).min(1))
    .default({})
    .describe("Its own recipients, by cluster; they replace the cluster's recipients for its sealed material there"),
  recoveryRecipients: z
    .array(ageRecipient)
    .default([])
    .describe('Further recipients that can decrypt the sealed material of this organization'),
  issuerRecipients: z
    .array(ageRecipient)
    .default([])
    .describe(
      "Recipients that can decrypt the keys of the organization's certificate authorities, and so issue certificates",
    ),
  signers: z
    .array(sshPublicKey)
    .default([])
    .describe(
      'SSH public keys (Ed25519), the lines of .pub files; everything of the organization then changes only with a signature of one of them',
    ),
} as const

export const clusterFields = {
  name,
  domain: dnsName.optional().describe("DNS name below which every name resolves to this cluster's Ambassador"),
  address: ipv4.optional().describe('IP address of the Ambassador, instead of a domain'),
  ambassador: ambassador.prefault({}),
  storageClass: objectName.optional().describe("Storage class of all volumes; the cluster's default when absent"),
  createStorageClass: z
    .boolean()
    .default(false)
    .describe('Render that storage class: encrypted, expandable, bound in the zone of the pod, volumes retained'),
  recipients: z
    .array(ageRecipient)
    .default([])
    .describe("age recipients that can decrypt this cluster's sealed material"),
  context: z
    .string()
    .regex(/^\S(.*\S)?$/, 'must be the name of a context, without spaces around it')
    .optional()
    .describe('kubeconfig context, for direct apply'),
} as const
