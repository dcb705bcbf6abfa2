import { bech32 } from '@scure/base'
import * as z from 'zod'
import { quantityPattern } from './quantity.ts'

/** The shapes that every definition shares; a platform adds its own (see schema.ts). Lengths of derived names are rules. */

export const name = z
  .string()
  .regex(
    /^[a-z]([-a-z0-9]{0,61}[a-z0-9])?$/,
    'must be a DNS-1123 label: lower-case letters, digits and "-", beginning with a letter, at most 63',
  )

/** Name of an object of a kind that allows dots: a Secret, a StorageClass. */
export const objectName = z
  .string()
  .regex(
    /^[a-z0-9]([-a-z0-9.]*[a-z0-9])?$/,
    'must be the name of a Kubernetes object: lower-case letters, digits, "-" and "."',
  )
  .max(253)

export const quantity = z
  .union([z.string(), z.number()])
  .transform(String)
  .refine((text) => quantityPattern.test(text), 'must be a quantity such as 20Gi, 512Mi or 500m')

const hostLabel = '[a-z0-9]([-a-z0-9]{0,61}[a-z0-9])?'

/** A DNS name without scheme, port or trailing dot, at least two labels, not an IP address. */
export const dnsName = z
  .string()
  .regex(
    new RegExp(`^(?=.*[a-z])${hostLabel}(\\.${hostLabel})+$`),
    'must be a DNS name such as eu.example.com: lower case, no scheme, no port',
  )
  .max(253)

const octet = '(25[0-5]|2[0-4]\\d|1\\d\\d|[1-9]?\\d)'
export const ipv4 = z
  .string()
  .regex(new RegExp(`^${octet}(\\.${octet}){3}$`), 'must be an IPv4 address such as 203.0.113.7: no scheme, no port')

/** What others dial: a DNS name or an IPv4 address. */
export const host = z
  .string()
  .refine(
    (text) => dnsName.safeParse(text).success || ipv4.safeParse(text).success,
    'must be a DNS name such as eu.example.com or an IPv4 address: no scheme, no port',
  )

export const cidr = z
  .string()
  .regex(new RegExp(`^${octet}(\\.${octet}){3}/(3[0-2]|[12]?\\d)$`), 'must be an IPv4 range such as 203.0.113.0/24')

/** A port of the cluster's Ambassador. Emissary runs without privileges, so ports below 1024 cannot be opened. */
export const port = z.int().min(1024).max(65535)

/** `15000-15049`, as numbers. */
export const portRange = z
  .string()
  .regex(/^\d{1,5}-\d{1,5}$/, 'must be a range of ports such as 15000-15049')
  .transform((text) => {
    const [first = 0, last = 0] = text.split('-').map(Number)
    return { first, last }
  })

/** An age recipient, https://github.com/C2SP/C2SP/blob/main/age.md#the-x25519-recipient-type */
export const ageRecipient = z
  .string()
  .refine(
    isAgeRecipient,
    'must be an age recipient ("age1…", as age-keygen prints it): a character is missing or mistyped',
  )

function isAgeRecipient(text: string): boolean {
  const decoded = bech32.decodeUnsafe(text, 128)
  return decoded !== undefined && decoded.prefix === 'age' && bech32.fromWordsUnsafe(decoded.words)?.length === 32
}

const resourceAmounts = z.strictObject({ cpu: quantity.optional(), memory: quantity.optional() })

export const resources = z
  .strictObject({ requests: resourceAmounts.optional(), limits: resourceAmounts.optional() })
  .describe('Requests and limits of the node process, as in a Kubernetes container')

/** Labels that people may add: everything that Chancery and Kubernetes do not set themselves. */
export const labels = z.record(
  z
    .string()
    .regex(
      /^([a-z0-9]([-a-z0-9.]*[a-z0-9])?\/)?[A-Za-z0-9]([-A-Za-z0-9_.]{0,61}[A-Za-z0-9])?$/,
      'must be a label key: letters, digits, "-", "_" and ".", with a prefix such as example.com/ if you like',
    ),
  z
    .string()
    .regex(
      /^([A-Za-z0-9]([-A-Za-z0-9_.]{0,61}[A-Za-z0-9])?)?$/,
      'must be a label value in quotes: at most 63 letters, digits, "-", "_", "."',
    ),
)

export const ambassador = z
  .strictObject({
    replicas: z
      .int()
      .min(1)
      .max(20)
      .default(2)
      .describe('Replicas of the Ambassador; with one, every restart of it cuts all links'),
    ports: portRange.prefault('15000-15999').describe('The only TCP ports that may be opened, such as 15000-15049'),
    sourceRanges: z
      .array(cidr)
      .min(1)
      .optional()
      .describe(
        'Who may connect from outside, to every port: the other clusters, and clients of exposed endpoints. Everybody when absent',
      ),
    tlsSecret: objectName
      .optional()
      .describe(
        'TLS Secret in the namespace of the Ambassador, for exposed HTTP endpoints; ambassador-tls when absent',
      ),
    cleartext: z.boolean().default(false).describe('Serve exposed HTTP endpoints without TLS: for local clusters'),
  })
  .describe('The Emissary-ingress of the cluster')

export const images = z
  .strictObject({
    registry: z
      .string()
      .regex(
        /^[a-z0-9]([-a-z0-9.]*[a-z0-9])?(:\d+)?(\/[a-z0-9]+([-_.a-z0-9]*[a-z0-9])?)*$/,
        'must be a registry and path such as registry.example.com/mirror: no scheme',
      )
      .optional()
      .describe('Mirror that all images are taken from'),
    pullSecret: objectName.optional().describe('Name of an existing image pull Secret in every namespace'),
    digests: z
      .record(
        z.string(),
        z.string().regex(/^sha256:[0-9a-f]{64}$/, 'must be a digest: sha256: and 64 hexadecimal digits'),
      )
      .default({})
      .describe('Digest for each image name, in place of its tag'),
  })
  .describe('Where images come from')

export const release = z.string().regex(/^\d+\.\d+\.\d+$/, 'must be an exact release such as 26.8.1: never "latest"')

/** Fields that a node of every platform has. */
export const nodeFields = {
  name,
  cluster: name.optional().describe('Cluster of this node; the cluster of its organization when absent'),
  platformVersion: release
    .optional()
    .describe('Exact release of this node, to upgrade it before others; that of the network when absent'),
  storage: quantity.optional().describe('Size of the volume'),
  resources: resources.optional(),
  port: port.optional().describe('Pins the port at the Ambassador'),
  existingSecret: objectName
    .optional()
    .describe('Existing Secret that holds the private key; its public half is then in material/public'),
} as const

/** Fields that an external node, run by somebody else, has on every platform. */
export const externalNodeFields = {
  name,
  host: host.describe('DNS name or IP address that others dial'),
  port: z.int().min(1).max(65535),
} as const

export const organizationFields = {
  name,
  cluster: name.describe('Home cluster'),
  namespace: name.optional().describe('Namespace; <network>-<organization> when absent'),
  subject: z
    .strictObject({
      country: z
        .string()
        .regex(/^[A-Z]{2}$/, 'must be two capital letters (ISO 3166)')
        .optional(),
      locality: z.string().min(1).max(64).optional(),
      organization: z.string().min(1).max(64).optional(),
    })
    .optional()
    .describe('Legal name, for certificates and for people'),
  recoveryRecipients: z
    .array(ageRecipient)
    .default([])
    .describe('Who else can decrypt the sealed material of this organization'),
  issuerRecipients: z
    .array(ageRecipient)
    .default([])
    .describe("Who can decrypt the keys of the organization's certificate authorities, and so issue certificates"),
} as const

export const clusterFields = {
  name,
  domain: dnsName.optional().describe("DNS name below which every name resolves to this cluster's Ambassador"),
  address: ipv4.optional().describe('IP address of the Ambassador, in place of a domain'),
  ambassador: ambassador.prefault({}),
  storageClass: objectName.optional().describe("Storage class of all volumes; the cluster's default when absent"),
  recipients: z
    .array(ageRecipient)
    .default([])
    .describe("age recipients that can decrypt this cluster's sealed material"),
  context: z.string().regex(/./, 'must not be empty').optional().describe('kubeconfig context, for direct apply'),
} as const
