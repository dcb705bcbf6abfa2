import type { Problem } from '../finding.ts'
import { type LedgerNode, type Network, nodeId } from '../network.ts'
import { quantityValue } from '../quantity.ts'

const gibibyte = 2 ** 30

/** Volumes that can hold a ledger, and limits that are not below their requests. */
export const sizeProblems = (network: Network): Problem[] =>
  network.nodes.flatMap((node) => [...storage(node), ...resources(node)])

function storage(node: LedgerNode): Problem[] {
  const bytes = quantityValue(node.storage) ?? 0
  if (bytes >= gibibyte) return []
  return [
    {
      rule: 'storage',
      severity: 'error',
      message: `${nodeId(node)} has a volume of ${node.storage}: a ledger needs at least 1Gi`,
      hint: 'give the size with its unit, for example 20Gi; a volume can grow later but never shrink',
      path: [...node.path, 'storage'],
    },
  ]
}

function resources({ resources: settings, path, ...node }: LedgerNode): Problem[] {
  return (['cpu', 'memory'] as const).flatMap((kind) => {
    const request = settings?.requests?.[kind]
    const limit = settings?.limits?.[kind]
    if (request === undefined || limit === undefined || (quantityValue(request) ?? 0) <= (quantityValue(limit) ?? 0))
      return []
    return [
      {
        rule: 'resources',
        severity: 'error',
        message: `${node.organization.name}/${node.name} requests ${request} ${kind}, more than its limit of ${limit}`,
        hint: 'Kubernetes refuses such a pod: raise the limit or lower the request',
        path: [...path, 'resources', 'requests', kind],
      } as const,
    ]
  })
}
