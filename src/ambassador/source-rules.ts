import type { Problem } from '../network/finding.ts'
import type { Cluster, Network } from '../network/network.ts'
import type { Platform } from '../platforms/platform.ts'
import { providers } from '../providers/index.ts'
import { redirects } from './entrances.ts'
import { exposedEndpoints } from './exposed-endpoints.ts'

/**
 * A security group has a rule for each port and each range of addresses; more than its quota are refused, and none of the new ones
 * holds. `ports` are those of endpoints with a port; 80 and 443 come with endpoints that are exposed by HTTP.
 */
export function sourceRuleProblems(network: Network, platform: Platform, cluster: Cluster, ports: number): Problem[] {
  const { ambassador, name, path, provider } = cluster
  const { sourceRules, title } = providers[provider]
  const ranges = new Set(ambassador.sourceRanges).size
  if (sourceRules === undefined || ambassador.existing || ambassador.publish !== 'LoadBalancer') return []
  // Users manage the rules of their own security group.
  if (Object.hasOwn(ambassador.annotations, sourceRules.own)) return []
  const exposed = network.nodes.some((node) => node.cluster === cluster && exposedEndpoints(node, platform).length > 0)
  const http = exposed ? 1 + (redirects(ambassador) ? 1 : 0) : 0
  const rules = (ports + http) * ranges
  if (rules <= sourceRules.most) return []
  const what =
    http === 0 ? `${ports} ports` : `${ports + http} ports (${http === 2 ? '80 and 443' : 'that of HTTP'} among them)`
  return [
    {
      rule: 'port-limit',
      // Every port of the Service counts: buildManagedSecurityGroupIngressPermissions in pkg/service/model_build_managed_sg.go.
      severity: 'warning',
      message: `sourceRanges of cluster ${name} need ${rules} rules, ${what} for ${ranges} ranges: a security group of ${title} has at most ${sourceRules.most}, unless your quota was raised`,
      hint: `list fewer, wider ranges; let endpoints with TLS share one port (passthrough: sni); or set your own security group or prefix list in ambassador.annotations (${sourceRules.own})`,
      path: [...path, 'ambassador', 'sourceRanges'],
    },
  ]
}
