import * as z from 'zod'
import { cidr, labelKey, labelValue, name, refused } from './primitives.ts'

/** Fields for parts of a cluster that its pods need, and that network policies name. */

const containerPort = z.int().min(1).max(65535)

export const dns = z
  .strictObject({
    namespace: name.default('kube-system').meta({ description: 'Namespace of the pods.', examples: ['openshift-dns'] }),
    labels: z
      .record(labelKey, labelValue)
      .superRefine((labels, context) => {
        if (Object.keys(labels).length === 0)
          context.addIssue(
            refused(
              'must have at least one label',
              'without one, every pod of the namespace would count as DNS: remove `labels` for the default',
              labels,
            ),
          )
      })
      .optional()
      .meta({
        description: 'Labels of the pods.',
        kind: 'mapping of text',
        absent: '`k8s-app` with the value `kube-dns` or `node-local-dns`',
        examples: [{ 'dns.operator.openshift.io/daemonset-dns': 'default' }],
      }),
    port: containerPort.default(53).meta({ description: 'Port of the pods.', examples: [5353] }),
    addresses: z
      .array(cidr)
      .optional()
      .meta({
        description:
          'Ranges of DNS servers that are no such pods: a cache on each machine, or a service of the cloud. They replace the default.',
        absent: 'link-local addresses, and the usual address of the Service `kube-dns` with this provider',
        examples: [['10.32.0.10/32']],
      }),
  })
  .describe("The cluster's DNS: network policies let pods ask it, and no other.")

export const apiServer = z
  .strictObject({
    ranges: z
      .array(cidr)
      .default([])
      .meta({
        description: 'Ranges of its addresses: the policy then allows no others.',
        absent: 'any address',
        examples: [['10.0.0.4/32']],
      }),
    port: containerPort.optional().meta({
      description: 'Port of the API server itself. Port 443, that of the Service `kubernetes`, is always allowed.',
      absent: '`443` (`eks`, `aks`, `gke`), `8443` (`minikube`) or `6443`',
      examples: [16443],
    }),
  })
  .describe('The API server: network policies let the Ambassador reach it.')
