import * as z from 'zod'
import { host } from './primitives.ts'

const fields = z.strictObject({
  targets: z
    .array(host)
    .min(1)
    .optional()
    .meta({
      description: 'Addresses, or one DNS name, for the record: those of a firewall in front, for example.',
      absent: 'the addresses of the load balancer, or of the machines',
      examples: [['203.0.113.7']],
    }),
  machines: z
    .enum(['external', 'internal'])
    .optional()
    .meta({
      description: 'With `NodePort` and `hostPort`: which addresses of the machines the record has.',
      absent: 'with `NodePort` external ones if there are any, otherwise internal ones',
      examples: ['internal'],
    }),
  ttl: z
    .int()
    .min(1)
    .max(86_400)
    .optional()
    .meta({
      description: 'Seconds that DNS servers may keep the record. A changed address takes as long.',
      absent: 'as external-dns is configured',
      examples: [60],
    }),
})

/** Records by external-dns; combinations of fields are rules (ambassador/external-dns.ts). */
export const externalDns = z
  .union([z.boolean(), fields])
  .default(false)
  .meta({
    description:
      'Let external-dns, which you run in the cluster, create the DNS record `*.<domain>`: `true`, or how (`targets`, `machines`, `ttl`).',
    kind: '`true`, `false` or an object',
    examples: [true, { ttl: 60 }],
  })
