import * as z from 'zod'
import { externalDns } from './external-dns-shape.ts'
import { httpFields } from './http-shape.ts'
import { placement } from './placement-shape.ts'
import { addressOrName, cidr, name, objectName, portRange, qualifiedName, release } from './primitives.ts'
import { resources } from './resources-shape.ts'
import { sizeNames } from './size.ts'

/** The Ambassador of a cluster in a definition. Valid combinations of fields are rules (ambassador/rules/), not shapes. */

const existing = z
  .strictObject({
    namespace: name.meta({ description: 'Its namespace. The routes are rendered into it.', examples: ['emissary'] }),
    id: z
      .string()
      .regex(/^[A-Za-z0-9][-A-Za-z0-9_.]{0,62}$/, 'must be an AMBASSADOR_ID: letters, digits, "-", "_" and "."')
      .default('default')
      .meta({ description: 'Its `AMBASSADOR_ID`.', examples: ['shared'] }),
    service: name
      .default('emissary')
      .meta({ description: 'Its Service. The owner of the Service opens the ports.', examples: ['ingress'] }),
  })
  .meta({
    description: 'An Emissary that runs already. Only routes are rendered for it.',
    examples: [{ namespace: 'emissary' }],
  })

/** How the Ambassador is reached from outside. */
const publication = {
  publish: z
    .enum(['LoadBalancer', 'NodePort', 'hostPort'])
    .default('LoadBalancer')
    .meta({
      description:
        'How the Ambassador is reached from outside. With `NodePort` and `hostPort` it runs on every machine.',
      examples: ['hostPort'],
    }),
  visibility: z
    .enum(['public', 'internal'])
    .default('public')
    .meta({
      description: 'Whether the load balancer is reachable from the internet, or only from its own network.',
      examples: ['internal'],
    }),
  loadBalancerClass: z
    .string()
    .regex(qualifiedName, 'must be a load balancer class such as service.k8s.aws/nlb')
    .optional()
    .meta({
      description: 'Load balancer class of the Service. It cannot be changed later.',
      absent: "the provider's",
      examples: ['networking.gke.io/l4-regional-external'],
    }),
  addresses: z
    .array(addressOrName)
    .min(1)
    .optional()
    .meta({
      description:
        'Fixed addresses of the load balancer: IP addresses, Elastic IP allocations, or names of addresses in the cloud.',
      examples: [['eipalloc-0a1b2c3d4e5f60718']],
    }),
  addressPool: objectName.optional().meta({ description: 'MetalLB pool of the address.', examples: ['ledgers'] }),
  annotations: z
    .record(
      z
        .string()
        .regex(
          qualifiedName,
          'must be the key of an annotation: at most 63 letters, digits, "-", "_" and ".", optionally with a prefix such as example.com/',
        ),
      z.string(),
    )
    .default({})
    .meta({
      description: 'Annotations of the Service. They take precedence over those of the provider.',
      examples: [{ 'example.com/team': 'ledger' }],
    }),
  externalDns,
  ports: portRange.optional().meta({
    description:
      'Pool of TCP ports, from 1024 on. The Ambassador opens no others for nodes. With `hostPort` at most 250.',
    absent: '`15000-15999`; `15000-15049` with `hostPort`; `30000-30079` with `NodePort`',
    examples: ['15000-15049'],
  }),
  sourceRanges: z
    .array(cidr)
    .min(1)
    .optional()
    .meta({
      description:
        'Ranges of addresses that may connect from outside, to every port including 80 and 443. List the other clusters and the clients.',
      absent: 'everybody',
      examples: [['203.0.113.0/24']],
    }),
  proxyProtocol: z
    .boolean()
    .default(false)
    .meta({
      description:
        'Whether the load balancer sends the client address with the PROXY protocol, on every port. Connections without it are closed.',
      examples: [true],
    }),
  passthrough: z
    .enum(['port', 'sni'])
    .default('port')
    .meta({
      description:
        'Ports of endpoints with their own TLS: one for each (`port`), or one for all, selected by server name (`sni`). A port in the lock stays: choose before the ledger begins.',
      examples: ['sni'],
    }),
  passthroughPort: z
    .union([z.literal(443), z.literal(8443)])
    .optional()
    .meta({
      description: 'The shared port of `passthrough: sni`. With 443, exposed HTTP endpoints are at 8443.',
      kind: '`443` or `8443`',
      absent: '`443`',
      examples: [8443],
    }),
}

export const ambassador = z
  .strictObject({
    version: release.optional().meta({
      description: 'Release of Emissary: 4.1 or newer; 3.9 or newer with `existing`.',
      absent: '`4.1.0`',
    }),
    existing: existing.optional(),
    replicas: z
      .int()
      .min(1)
      .max(20)
      .default(2)
      .meta({
        description:
          'Pods of the Ambassador. With one pod, every restart closes all connections. `NodePort` and `hostPort` ignore it.',
        examples: [3],
      }),
    size: z
      .enum(sizeNames)
      .default('small')
      .meta({
        description: 'Requests and limits of each pod of Emissary, by the load that it holds.',
        examples: ['medium'],
      }),
    resources: resources.optional().meta({ absent: 'those of its size' }),
    placement: placement('the pods of the Ambassador', 'that of the cluster'),
    ...publication,
    ...httpFields,
  })
  .describe('The Emissary-ingress of the cluster.')
