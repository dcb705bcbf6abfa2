import * as z from 'zod'
import { ipFamilyNames } from '../ip-address.ts'
import { ambassador } from './ambassador-shape.ts'
import { apiServer, dns } from './cluster-services-shape.ts'
import { mirrorForm } from './mirror-name.ts'
import { placement } from './placement-shape.ts'
import type { PlatformDefinition } from './platform-definition.ts'
import {
  ageRecipient,
  dnsName,
  host,
  imageDigest,
  ipAddress,
  labelKey,
  labelValue,
  name,
  objectName,
  port,
  quantity,
  refused,
} from './primitives.ts'
import { resources, size } from './resources-shape.ts'
import { startupTimeout } from './startup-shape.ts'

export { name, quantity } from './primitives.ts'

/** The shapes of every definition; platforms add their own (see schema.ts). Lengths of derived names are rules. */

/** Labels that people may add, except those that Chancery and Kubernetes set. */
export const labels = z.record(labelKey, labelValue)

export const images = z
  .strictObject({
    registry: z
      .string()
      .meta({ pattern: mirrorForm.source })
      .optional()
      .meta({
        description:
          'Mirror that all images come from, except those that the definition itself names. `ghcr.io/a/b` becomes `<registry>/a/b`.',
        kind: 'registry and path',
        examples: ['registry.example.com/mirror'],
      }),
    pullSecret: objectName.optional().meta({
      description:
        'Image pull Secret. You create it in every namespace of the network, including that of the Ambassador.',
      examples: ['registry-login'],
    }),
    qualified: z
      .boolean()
      .default(false)
      .meta({
        description:
          'Write the registry in every image name that Chancery renders: `docker.io/curlimages/curl`. Names in the definition stay as they are. Some runtimes and policies refuse names without one. A change restarts every pod; with `registry`, it has no effect.',
        examples: [true],
      }),
    digests: z.record(z.string(), imageDigest).default({}).meta({
      description:
        'Digest of each image, by the name of the image, with or without `docker.io`: `{curlimages/curl: "sha256:…"}`. The digest replaces the tag.',
      kind: 'mapping of digests',
    }),
  })
  .describe('Registry, pull Secret and digests of images.')

const podMonitor = ({ title, withoutMetrics }: PlatformDefinition) =>
  (withoutMetrics
    ? z.boolean().refine((wanted) => !wanted, `must be false: ${title} has no metrics for Prometheus`)
    : z.boolean()
  )
    .default(false)
    .meta({
      description: withoutMetrics
        ? `Always false: ${title} has no metrics for Prometheus.`
        : 'Render a PodMonitor for the nodes of each organization, and for the Ambassador. The cluster needs the CRDs of the Prometheus operator.',
      ...(withoutMetrics ? {} : { examples: [true] }),
    })

export const monitoring = (platform: PlatformDefinition) =>
  z
    .strictObject({
      podMonitor: podMonitor(platform),
      dashboard: z
        .boolean()
        .default(false)
        .meta({
          description:
            'Render Grafana dashboards of the ledger and of the Ambassador in each cluster: ConfigMaps with the label `grafana_dashboard: "1"`.',
          examples: [true],
        }),
      alerts: z
        .boolean()
        .default(false)
        .meta({
          description:
            'Render PrometheusRules in each cluster: ledger stopped, nodes down, behind or without peers, certificates, volumes, Ambassador down. The cluster needs the CRDs of the Prometheus operator.',
          examples: [true],
        }),
      labels: labels.default({}).meta({
        description: 'Labels by which your Prometheus selects PodMonitors and rules.',
        examples: [{ release: 'prometheus' }],
      }),
      namespaces: z
        .array(name)
        .default(['monitoring'])
        .meta({
          description:
            'Namespaces whose pods may read metrics of nodes and of the Ambassador: that of your Prometheus. The network policies let in no others.',
          kind: 'list of names',
          examples: [['observability']],
        }),
    })
    .describe('Objects for Prometheus and Grafana.')

/** Fields of nodes on every platform. `release` is the format of its ledger's releases. */
export const nodeFields = ({ defaultStorage }: PlatformDefinition, release: z.ZodString) => ({
  name: name.meta({
    description: 'Name of the node and of its objects. It is unique in the organization and has at most 52 characters.',
    examples: ['validator1'],
  }),
  cluster: name.optional().meta({
    description: 'Cluster that runs this node.',
    absent: 'the cluster of its organization',
    examples: ['us'],
  }),
  platformVersion: release.optional().meta({
    description: 'Exact release of this node, to upgrade it before the others.',
    absent: 'the release of the network',
  }),
  storage: quantity.optional().meta({
    description: 'Size of the volume, at least `1Gi`. It can grow if the storage class allows it; it can never shrink.',
    absent: `\`${defaultStorage}\``,
    examples: ['100Gi'],
  }),
  size: size('the node', 'the size of its organization'),
  resources: resources.optional().meta({ absent: 'those of its size' }),
  placement: placement('the node', 'that of its organization'),
  startupTimeout: startupTimeout('the node', 'that of its organization'),
  port: port.optional().meta({
    description: "Fixed port of the node at its cluster's Ambassador.",
    absent: 'the lowest free port of the pool',
    examples: [15042],
  }),
  existingSecret: objectName.optional().meta({
    description: 'Existing Secret with the private key of the node. You commit the public half to `material/public`.',
    examples: ['vaulted-key'],
  }),
})

/** Of `settings`, which every platform reads in its own way. */
export const settingsDescription = 'Options of the ledger software itself. Options that Chancery sets are refused.'

/** Fields of external nodes on every platform. */
export const externalNodeFields = {
  name: name.meta({ description: 'Name of the node.', examples: ['validator1'] }),
  host: host.meta({ description: 'DNS name or IP address that our nodes dial.', examples: ['ledger.example.org'] }),
  port: z
    .int()
    .min(1)
    .max(65535)
    .meta({ description: 'Port that our nodes dial.', examples: [30303] }),
} as const

export const clusterFields = {
  name: name.meta({
    description:
      'Name of the cluster and of its folders in `deploy/`. `issuers` is reserved; `stewards` too, if the platform has stewards.',
    examples: ['eu'],
  }),
  domain: dnsName.optional().meta({
    description:
      "DNS domain. Every name below it must resolve to this cluster's Ambassador. A cluster has either `domain` or `address`.",
    examples: ['eu.example.com'],
  }),
  address: ipAddress.optional().meta({
    description:
      'IP address of the Ambassador, if there is no DNS. Nodes of this cluster then cannot be exposed over HTTP.',
    examples: ['203.0.113.7'],
  }),
  ipFamilies: z
    .array(z.enum(ipFamilyNames))
    .min(1)
    .max(2)
    .superRefine((families, context) => {
      if (families[0] !== undefined && families[0] === families[1])
        context.addIssue({ ...refused('must be the other family', 'remove one of the two', families[1]), path: [1] })
    })
    .default(['IPv4'])
    .meta({
      description:
        "Address families of the cluster's Services: both for a dual-stack cluster. IPv6 can be added to IPv4 later; one cannot replace the other.",
      examples: [['IPv4', 'IPv6']],
    }),
  ambassador: ambassador.prefault({}),
  dns: dns.prefault({}),
  apiServer: apiServer.prefault({}),
  placement: placement('all pods of the network in the cluster', 'anywhere'),
  storageClass: objectName.optional().meta({
    description: 'Storage class of all volumes. It cannot be changed for volumes that exist.',
    absent: "the cluster's default class",
    examples: ['gp3'],
  }),
  createStorageClass: z
    .boolean()
    .default(false)
    .meta({
      description:
        'Render the storage class: encrypted, expandable, provisioned in the zone of the pod, retained when released. Its name is `storageClass` or `<network>-ledger`. Only for `eks`, `aks` and `gke`.',
      examples: [true],
    }),
  recipients: z
    .array(ageRecipient)
    .default([])
    .describe(
      "age recipients that can decrypt this cluster's sealed material: the public half of its age key. Required unless each organization there has its own.",
    ),
  context: z
    .string()
    .regex(/^\S(.*\S)?$/, 'must be the name of a context, without spaces around it')
    .optional()
    .meta({
      description: 'kubeconfig context for direct apply. Nothing is rendered from it.',
      absent: 'the name of the cluster',
      examples: ['eu-prod'],
    }),
} as const
