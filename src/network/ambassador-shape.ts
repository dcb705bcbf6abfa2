import * as z from 'zod'
import { addressOrName, cidr, name, objectName, portRange, qualifiedName, release } from './primitives.ts'

/** The Ambassador of a cluster in a definition. Valid combinations of fields are rules (ambassador/rules/), not shapes. */

const serviceForm = /^([a-z0-9](?:[-a-z0-9]{0,61}[a-z0-9])?)\.([a-z0-9](?:[-a-z0-9]{0,61}[a-z0-9])?):([1-9]\d{0,4})$/

/** `service.namespace:port`, with a valid port. */
const isService = (text: string): boolean => Number(serviceForm.exec(text)?.[3] ?? 65_536) <= 65_535

const serviceAddress = z
  .string()
  .superRefine((text, context) => {
    if (isService(text)) return
    const message = 'must be a Service with namespace and port, such as checker.security:8080'
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
  return isService(`${short}:80`) ? `add the port: ${short}:8080` : 'write NAME.NAMESPACE:PORT'
}

const existing = z
  .strictObject({
    namespace: name.describe('Namespace of that Emissary; the routes are created there'),
    id: z
      .string()
      .regex(/^[A-Za-z0-9][-A-Za-z0-9_.]{0,62}$/, 'must be an AMBASSADOR_ID: letters, digits, "-", "_" and "."')
      .default('default')
      .describe('Its AMBASSADOR_ID'),
    service: name.default('emissary').describe('Service of that Emissary; its owner must open the ports'),
  })
  .describe('An existing Emissary: only routes are rendered')

const issuer = z
  .strictObject({
    name: objectName,
    kind: z.enum(['ClusterIssuer', 'Issuer']).default('ClusterIssuer'),
  })
  .describe('cert-manager issuer for the certificate of exposed HTTP endpoints')

const authentication = z
  .strictObject({
    service: serviceAddress.describe('Service that allows or denies each request'),
    protocol: z.enum(['http', 'grpc']).default('http').describe("Protocol of Envoy's external authorization"),
    headers: z
      .array(z.string().regex(/^[a-z0-9][-a-z0-9]*$/, 'must be a header in lower case, such as x-api-key'))
      .default([])
      .describe(
        'Request headers to pass to it, in addition to Authorization, Cookie and those with the client address',
      ),
  })
  .describe('An AuthService, which checks every request to an exposed HTTP endpoint')

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
      .describe('How clients outside reach it; with NodePort and hostPort it runs on every machine'),
    visibility: z
      .enum(['public', 'internal'])
      .default('public')
      .describe('Whether its load balancer has a public or an internal address'),
    loadBalancerClass: z
      .string()
      .regex(qualifiedName, 'must be a load balancer class such as service.k8s.aws/nlb')
      .optional()
      .describe("Load balancer class, instead of the provider's default"),
    addresses: z
      .array(z.string().regex(addressOrName, 'must be an IPv4 address, or the name of one in the cloud'))
      .min(1)
      .optional()
      .describe('Fixed addresses of the load balancer: Elastic IP allocations, an IP address, the name of one'),
    addressPool: objectName.optional().describe('MetalLB pool to take the address from'),
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
      .describe('Further annotations of its Service'),
    externalDns: z
      .boolean()
      .default(false)
      .describe('Let external-dns in the cluster create its DNS record, *.<domain>'),
    ports: portRange.optional().describe('Range of TCP ports that the Ambassador may open, such as 15000-15049'),
    sourceRanges: z
      .array(cidr)
      .min(1)
      .optional()
      .describe(
        'Source ranges that may connect, to every port: the other clusters, and clients of exposed endpoints. All when absent',
      ),
    proxyProtocol: z
      .boolean()
      .default(false)
      .describe('The load balancer passes the client address with the PROXY protocol'),
    passthrough: z
      .enum(['port', 'sni'])
      .default('port')
      .describe(
        'Endpoints that terminate TLS themselves: one port each, or one port for all, selected by server name (SNI)',
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
      .describe('Let cert-manager make a self-signed certificate, for local clusters'),
    cleartext: z.boolean().default(false).describe('Serve exposed HTTP endpoints without TLS, for local clusters'),
    authentication: authentication.optional(),
    rateLimit: z
      .strictObject({ service: serviceAddress.describe('Service that limits requests (Envoy protocol)') })
      .optional()
      .describe(
        'A RateLimitService, which counts every request to an exposed HTTP endpoint by client address and node',
      ),
    bodyLimit: z
      .int()
      .min(1024)
      .max(1_073_741_824)
      .optional()
      .describe('Maximum bytes of a request to an exposed HTTP endpoint; unlimited when absent'),
  })
  .describe('The Emissary-ingress of the cluster')
