import type { IpFamily } from '../../ip-address.ts'
import type { Cluster } from '../../network/network.ts'
import type { Risk } from '../../network/risk.ts'
import { listed } from '../../words.ts'
import { type Kept, keptClusters, type Revision } from './revision.ts'

/**
 * Other address families for Services that exist. Kubernetes refuses another first family, and keeps an address that a Service no
 * longer asks for: validateUpgradeDowngradeIPFamilies in pkg/apis/core/validation, and pkg/registry/core/service/storage/alloc.go.
 */
export const ipFamilyRisks = (before: Revision, after: Revision): Risk[] =>
  keptClusters(before, after).flatMap(({ was, is }): Risk[] => {
    if (was.ipFamilies.join() === is.ipFamilies.join()) return []
    return [
      {
        id: 'ip-families-changed',
        subject: is.name,
        path: [...is.path, 'ipFamilies'],
        ...(was.ipFamilies[0] === is.ipFamilies[0] ? secondFamily({ was, is }) : firstFamily({ was, is })),
      },
    ]
  })

type Effect = Pick<Risk, 'severity' | 'message' | 'hint'>

/** What is rendered for IPv4 alone names no family, so Kubernetes has nothing to refuse. */
function firstFamily({ was, is }: Kept<Cluster>): Effect {
  const isNamed = is.ipFamilies.includes('IPv6')
  return {
    severity: 'danger',
    message: `Services of cluster ${is.name} have ${text(is)} instead of ${text(was)}: ${
      isNamed
        ? 'Kubernetes refuses another first family, and nothing of its Ambassador and nodes is applied any more'
        : 'those that exist keep IPv6, where the Ambassador no longer listens'
    }`,
    hint: 'if it is another cluster, add it under another name and move node by node; else keep the families',
  }
}

const secondFamily = ({ was, is }: Kept<Cluster>): Effect =>
  is.ipFamilies.length > was.ipFamilies.length
    ? {
        severity: 'caution',
        message: `Services of cluster ${is.name} have ${text(is)} instead of ${text(was)}: Kubernetes refuses that where the cluster itself is not dual-stack, and nothing of its Ambassador and nodes is applied any more`,
        hint: 'make the cluster, its machines and its load balancer dual-stack first; then add AAAA records, when the Ambassador has an IPv6 address',
      }
    : {
        severity: 'caution',
        message: `Services of cluster ${is.name} have ${text(is)} instead of ${text(was)}: those that exist keep IPv6, where the Ambassador no longer listens`,
        hint: 'remove the AAAA records first: clients with IPv6 only cannot connect any more; `kubectl patch service NAME --patch \'{"spec": {"ipFamilyPolicy": "SingleStack"}}\'` releases the addresses',
      }

const text = ({ ipFamilies }: { readonly ipFamilies: readonly IpFamily[] }): string => listed(ipFamilies)
