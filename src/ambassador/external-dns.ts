import { isIpAddress } from '../network/address.ts'
import type { ExternalDns } from '../network/external-dns.ts'
import type { Problem } from '../network/finding.ts'
import type { Cluster } from '../network/network.ts'

/**
 * The prefixes of its annotations: releases before 0.22 read the first, later ones the second
 * (source/annotations/annotations.go: DefaultAnnotationPrefix).
 */
const prefixes = ['external-dns.alpha.kubernetes.io/', 'external-dns.kubernetes.io/']

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

/** Settings that external-dns would not follow, or that contradict each other. */
export function externalDnsProblems({ domain, ambassador, name, path }: Cluster): Problem[] {
  const { externalDns, publish, existing } = ambassador
  if (externalDns === undefined || existing) return []
  const { targets, machines } = externalDns
  const problem = (message: string, hint: string): Problem[] => [
    { rule: 'ambassador-setting', severity: 'error', message, hint, path: [...path, 'ambassador', 'externalDns'] },
  ]
  if (domain === undefined)
    return problem(
      `cluster ${name} has an address but no domain: external-dns has no name to create a record for`,
      'set a domain instead of the address, or remove externalDns',
    )
  if (targets.length > 1 && !targets.every(isIpAddress))
    return problem(
      `externalDns.targets of cluster ${name} (${targets.join(', ')}): a record has addresses, or one name`,
      'list addresses only, or one DNS name only',
    )
  if (machines !== undefined && targets.length > 0)
    return problem(
      `externalDns of cluster ${name} has both targets and machines`,
      'remove one of them: with targets, no address of a machine is read',
    )
  if (machines !== undefined && publish === 'LoadBalancer')
    return problem(
      `externalDns.machines of cluster ${name} has no effect: the record has the address of the load balancer`,
      'remove it, or publish: NodePort or hostPort',
    )
  return publish === 'hostPort' && machines === undefined && targets.length === 0
    ? problem(
        `external-dns does not know which addresses of the machines of cluster ${name} to publish`,
        'set externalDns: {machines: external} or {machines: internal}, or {targets: [ADDRESS]}',
      )
    : []
}
