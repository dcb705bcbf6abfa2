import * as z from 'zod'
import { objectName } from './primitives.ts'

/** How the Ambassador serves exposed HTTP endpoints. */

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

const issuer = z
  .strictObject({
    name: objectName.meta({ description: 'Name of the issuer.', examples: ['letsencrypt'] }),
    kind: z
      .enum(['ClusterIssuer', 'Issuer'])
      .default('ClusterIssuer')
      .meta({
        description: 'Kind of the issuer. An `Issuer` must be in the namespace of the Ambassador.',
        examples: ['Issuer'],
      }),
  })
  .meta({
    description: 'cert-manager issuer of the certificate in `tlsSecret`.',
    examples: [{ name: 'letsencrypt' }],
  })

const authentication = z
  .strictObject({
    service: serviceAddress.meta({
      description: 'Service that allows or refuses each request: service, namespace and port.',
      examples: ['checker.security:8080'],
    }),
    protocol: z
      .enum(['http', 'grpc'])
      .default('http')
      .meta({ description: "Protocol of Envoy's external authorization.", examples: ['grpc'] }),
    headers: z
      .array(z.string().regex(/^[a-z0-9][-a-z0-9]*$/, 'must be a header in lower case, such as x-api-key'))
      .default([])
      .meta({
        description: 'Request headers that the service receives besides the usual ones.',
        examples: [['x-api-key']],
      }),
  })
  .meta({
    description:
      'Authentication of clients (AuthService): the service checks every request to an exposed HTTP endpoint.',
    examples: [{ service: 'checker.security:8080' }],
  })

export const httpFields = {
  tlsSecret: objectName.optional().meta({
    description:
      'TLS Secret of exposed HTTP endpoints, in the namespace of the Ambassador. You create it, unless there is an issuer.',
    absent: '`ambassador-tls`; `<network>-tls` with `existing`',
    examples: ['wildcard-tls'],
  }),
  issuer: issuer.optional(),
  selfSigned: z
    .boolean()
    .default(false)
    .meta({
      description: 'Let cert-manager issue a self-signed certificate. For local clusters; `issuer` takes precedence.',
      examples: [true],
    }),
  cleartext: z
    .boolean()
    .default(false)
    .meta({
      description: 'Serve exposed HTTP endpoints on port 80, without TLS. For local clusters.',
      examples: [true],
    }),
  authentication: authentication.optional(),
  rateLimit: z
    .strictObject({
      service: serviceAddress.meta({
        description: "Service with Envoy's rate limit protocol: service, namespace and port.",
        examples: ['limiter.security:8081'],
      }),
    })
    .optional()
    .meta({
      description:
        'Rate limit (RateLimitService): the service counts requests to exposed HTTP endpoints by client address and node.',
      examples: [{ service: 'limiter.security:8081' }],
    }),
  bodyLimit: z
    .int()
    .min(1024)
    .max(1_073_741_824)
    .optional()
    .meta({
      description: 'Largest request to an exposed HTTP endpoint, in bytes. It excludes WebSocket and gRPC endpoints.',
      absent: 'unlimited',
      examples: [1048576],
    }),
}
