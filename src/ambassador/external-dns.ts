import type { ExternalDns } from '../network/external-dns.ts'
import type { Cluster } from '../network/network.ts'

/**
 * The prefixes of its annotations: releases before 0.22 read the first, later ones the second
 * (source/annotations/annotations.go: DefaultAnnotationPrefix).
 */
export const prefixes = ['external-dns.alpha.kubernetes.io/', 'external-dns.kubernetes.io/'] as const

/** external-dns reads addresses of machines from the pods of a Service, and those only for a headless Service. */
const readsPods = ({ ambassador: { publish, externalDns } }: Cluster): boolean =>
  publish === 'hostPort' && externalDns?.targets.length === 0

/** Annotations of the Ambassador's Service: https://kubernetes-sigs.github.io/external-dns/latest/docs/annotations/annotations/ */
export function recordAnnotations(cluster: Cluster): Record<string, string> {
  const { domain, ambassador } = cluster
  const { externalDns, publish } = ambassador
  if (externalDns === undefined || domain === undefined || readsPods(cluster)) return {}
  const access = externalDns.machines === 'external' ? 'public' : 'private'
  return withPrefixes({
    ...commonFields(domain, externalDns),
    ...(externalDns.targets.length === 0 ? {} : { target: externalDns.targets.join(',') }),
    ...(publish === 'NodePort' && externalDns.machines !== undefined ? { access } : {}),
  })
}

/** With host ports, a headless Service without ports: from its pods external-dns reads the addresses of their machines. */
export function recordService(cluster: Cluster): object[] {
  const { domain, ambassador } = cluster
  const { externalDns } = ambassador
  if (externalDns === undefined || domain === undefined || !readsPods(cluster)) return []
  const endpoints = externalDns.machines === 'external' ? 'NodeExternalIP' : 'HostIP'
  return [
    {
      apiVersion: 'v1',
      kind: 'Service',
      metadata: {
        name: 'ambassador-machines',
        annotations: withPrefixes({ ...commonFields(domain, externalDns), 'endpoints-type': endpoints }),
      },
      spec: { clusterIP: 'None', selector: { 'app.kubernetes.io/name': 'emissary' } },
    },
  ]
}

const commonFields = (domain: string, { ttl }: ExternalDns): Record<string, string> => ({
  hostname: `*.${domain}`,
  ...(ttl === undefined ? {} : { ttl: String(ttl) }),
})

const withPrefixes = (fields: Readonly<Record<string, string>>): Record<string, string> =>
  Object.fromEntries(
    prefixes.flatMap((prefix) => Object.entries(fields).map(([field, value]) => [`${prefix}${field}`, value])),
  )
