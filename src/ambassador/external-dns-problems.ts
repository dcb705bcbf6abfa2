import { isIpAddress } from '../network/address.ts'
import { itemPath } from '../network/as-written.ts'
import type { Problem } from '../network/finding.ts'
import type { Cluster } from '../network/network.ts'
import { specialAddress, specialName } from '../network/special-addresses.ts'

/** Settings that external-dns would not follow, or that contradict each other. `definition` is as written. */
export function externalDnsProblems(cluster: Cluster, definition: unknown): Problem[] {
  const { domain, ambassador, name, path } = cluster
  const { externalDns, publish, existing } = ambassador
  if (externalDns === undefined || existing) return []
  const { targets, machines } = externalDns
  const problem = (message: string, hint: string, field?: 'targets' | 'machines'): Problem[] => [
    {
      rule: 'ambassador-setting',
      severity: 'error',
      message,
      hint,
      path: [...path, 'ambassador', 'externalDns', ...(field === undefined ? [] : [field])],
    },
  ]
  if (domain === undefined)
    return problem(
      `cluster ${name} has an address but no domain: external-dns has no name to create a record for`,
      'set a domain instead of the address, or remove externalDns',
    )
  if (machines !== undefined && targets.length > 0)
    return problem(
      `externalDns of cluster ${name} has both targets and machines`,
      'remove one of them: with targets, no address of a machine is read',
      'machines',
    )
  if (machines !== undefined && publish === 'LoadBalancer')
    return problem(
      `externalDns.machines of cluster ${name} has no effect: the record has the address of the load balancer`,
      'remove it, or publish: NodePort or hostPort',
      'machines',
    )
  if (publish === 'hostPort' && machines === undefined && targets.length === 0)
    return problem(
      `external-dns does not know which addresses of the machines of cluster ${name} to publish`,
      'set externalDns: {machines: external} or {machines: internal}, or {targets: [ADDRESS]}',
    )
  if (targets.length > 1 && !targets.every(isIpAddress))
    return problem(
      `externalDns.targets of cluster ${name} (${targets.join(', ')}): a record has addresses, or one name`,
      'list addresses only, or one DNS name only',
      'targets',
    )
  return targets.flatMap((target) => ofTarget(target, cluster, definition))
}

/** A target that clients do not reach. */
function ofTarget(target: string, { name, domain = '', path }: Cluster, definition: unknown): Problem[] {
  const at = itemPath(definition, [...path, 'ambassador', 'externalDns', 'targets'], target)
  const problem = (reason: string, hint: string, severity: Problem['severity'] = 'error'): Problem[] => [
    {
      rule: 'unreachable-address',
      severity,
      message: `the target ${target} of the record of cluster ${name} ${reason}`,
      hint,
      path: at,
    },
  ]
  if (isIpAddress(target)) {
    const special = specialAddress(target)
    return special === undefined
      ? []
      : problem(special.reason, 'write the address where other clusters and clients reach the Ambassador')
  }
  if (target.endsWith(`.${domain}`))
    return problem(
      `is below ${domain}: the record *.${domain} would point at itself`,
      'write the name of the load balancer or firewall outside of this domain, or its addresses',
    )
  const special = specialName(target)
  return special === undefined
    ? []
    : problem(special.reason, 'write a name that the DNS servers of all clusters and clients resolve', special.severity)
}
