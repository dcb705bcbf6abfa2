import * as z from 'zod'
import { addressOrName, cidr, name, objectName, portRange, qualifiedName, release } from './primitives.ts'

/** The Ambassador of a cluster in a definition. What goes together is a rule (ambassador/rules/), not a shape. */

const serviceForm = /^([a-z0-9](?:[-a-z0-9]{0,61}[a-z0-9])?)\.([a-z0-9](?:[-a-z0-9]{0,61}[a-z0-9])?):([1-9]\d{0,4})$/

/** `service.namespace:port`, the port one that exists. */
const isService = (text: string): boolean => Number(serviceForm.exec(text)?.[3] ?? 65_536) <= 65_535

const serviceAddress = z
  .string()
  .superRefine((text, context) => {
    if (isService(text)) return
    const message = 'must be a Service with its namespace and port, such as checker.security:8080'
    context.addIssue({ code: 'custom', message, input: text, params: { hint: serviceHint(text) } })
  })
  .meta({ pattern: serviceForm.source })

function serviceHint(text: string): string {
  const port = /:(\d+)$/.exec(text)?.[1]
  if (port !== undefined && (Number(port) < 1 || Number(port) > 65_535)) return 'use a port from 1 to 65535'
  const short = text
    .replace(/^[a-z]+:\/\//i, '')
    .replace(/\.svc(?:\.[-a-z0-9.]+)?(?=:|$)/i, '')
    .toLowerCase()
  if (isService(short)) return `did you mean "${short}"?`
  return isService(`${short}:80`)
    ? `write its port too: ${short}:8080`
    : 'write its name, a ".", its namespace, ":" and its port'
}

const existing = z
  .strictObject({
    namespace: name.describe('Namespace of it: the routes are put there'),
    id: z
      .string()
      .regex(/^[A-Za-z0-9][-A-Za-z0-9_.]{0,62}$/, 'must be an AMBASSADOR_ID: letters, digits, "-", "_" and "."')
      .default('default')
      .describe('Its AMBASSADOR_ID'),
    service: name.default('emissary').describe('Its Service, whose owner has to list the ports'),
  })
  .describe('An Emissary that runs already: only routes are rendered')

const issuer = z
  .strictObject({
    name: objectName,
    kind: z.enum(['ClusterIssuer', 'Issuer']).default('ClusterIssuer'),
  })
  .describe('Issuer of cert-manager that makes the certificate of exposed HTTP endpoints')

const authentication = z
  .strictObject({
    service: serviceAddress.describe('Service that decides about each request'),
    protocol: z.enum(['http', 'grpc']).default('http').describe("As Envoy's external authorization speaks it"),
    headers: z
      .array(z.string().regex(/^[a-z0-9][-a-z0-9]*$/, 'must be a header in lower case, such as x-api-key'))
      .default([])
      .describe('Request headers that it sees besides Authorization, Cookie and those of the client address'),
  })
  .describe('An AuthService: every request to an exposed HTTP endpoint is asked about first')

export const ambassador = z
  .strictObject({
    version: release.optional().describe('Release of Emissary; 4.1.0 when absent'),
    existing: existing.optional(),
    replicas: z
      .int()
      .min(1)
      .max(20)
      .default(2)
      .describe('Replicas of the Ambassador; with one, every restart of it cuts all links'),
    publish: z
      .enum(['LoadBalancer', 'NodePort', 'hostPort'])
      .default('LoadBalancer')
      .describe('How it is reached from outside; with NodePort and hostPort it runs on every machine'),
    visibility: z.enum(['public', 'internal']).default('public').describe('Who can reach its load balancer at all'),
    loadBalancerClass: z
      .string()
      .regex(qualifiedName, 'must be a load balancer class such as service.k8s.aws/nlb')
      .optional()
      .describe("In place of the provider's own"),
    addresses: z
      .array(z.string().regex(addressOrName, 'must be an IPv4 address, or the name that the cloud has for one'))
      .min(1)
      .optional()
      .describe('Fixed addresses of the load balancer: Elastic IP allocations, an IP address, the name of one'),
    addressPool: objectName.optional().describe('Pool of MetalLB that the address is taken from'),
    annotations: z
      .record(
        z
          .string()
          .regex(
            qualifiedName,
            'must be the key of an annotation: at most 63 letters, digits, "-", "_" and ".", with a prefix such as example.com/ if you like',
          ),
        z.string(),
      )
      .default({})
      .describe('More annotations of its Service'),
    externalDns: z
      .boolean()
      .default(false)
      .describe('Let external-dns, which runs in the cluster, make its DNS record: *.<domain>'),
    ports: portRange.optional().describe('The only TCP ports that may be opened, such as 15000-15049'),
    sourceRanges: z
      .array(cidr)
      .min(1)
      .optional()
      .describe(
        'Who may connect from outside, to every port: the other clusters, and clients of exposed endpoints. Everybody when absent',
      ),
    proxyProtocol: z
      .boolean()
      .default(false)
      .describe('The load balancer says with the PROXY protocol who the client is'),
    passthrough: z
      .enum(['port', 'sni'])
      .default('port')
      .describe(
        'Endpoints with TLS of their own: a port each, or one port for all, told apart by the name in it (SNI)',
      ),
    passthroughPort: z
      .union([z.literal(443), z.literal(8443)])
      .optional()
      .describe('The one port of passthrough: sni; 443 when absent'),
    tlsSecret: objectName
      .optional()
      .describe(
        'TLS Secret in the namespace of the Ambassador, for exposed HTTP endpoints; ambassador-tls when absent',
      ),
    issuer: issuer.optional(),
    selfSigned: z
      .boolean()
      .default(false)
      .describe('Let cert-manager sign that certificate with itself: for local clusters'),
    cleartext: z.boolean().default(false).describe('Serve exposed HTTP endpoints without TLS: for local clusters'),
    authentication: authentication.optional(),
    rateLimit: z
      .strictObject({ service: serviceAddress.describe('Service that counts requests, with the protocol of Envoy') })
      .optional()
      .describe('A RateLimitService: every request to an exposed HTTP endpoint is counted by client address and node'),
    bodyLimit: z
      .int()
      .min(1024)
      .max(1_073_741_824)
      .optional()
      .describe('Most bytes of a request to an exposed HTTP endpoint; unlimited when absent'),
  })
  .describe('The Emissary-ingress of the cluster')
