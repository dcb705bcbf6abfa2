import type { Platform } from '../../platforms/platform.ts'
import type { Problem } from '../finding.ts'
import { type LedgerNode, type Network, nodeId, type ResourceSettings } from '../network.ts'
import { quantityValue } from '../quantity.ts'

const gibibyte = 2 ** 30

/** Volumes that can hold a ledger, and limits that are not below their requests. */
export const sizeProblems = (network: Network, platform: Platform): Problem[] =>
  network.nodes.flatMap((node) => [...storage(node), ...resources(node, platform.defaultResources)])

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

/** What a node does not say is what the base manifest says. */
function resources({ resources: own, path, organization, name }: LedgerNode, defaults: ResourceSettings): Problem[] {
  return (['cpu', 'memory'] as const).flatMap((kind): Problem[] => {
    const request = own?.requests?.[kind] ?? defaults.requests?.[kind]
    const limit = own?.limits?.[kind] ?? defaults.limits?.[kind]
    const tiny = (['requests', 'limits'] as const).find((which) => kind === 'memory' && tooSmall(own?.[which]?.memory))
    if (tiny !== undefined)
      return [bytes(`${organization.name}/${name}`, own?.[tiny]?.memory ?? '', [...path, 'resources', tiny, kind])]
    if (request === undefined || limit === undefined || (quantityValue(request) ?? 0) <= (quantityValue(limit) ?? 0))
      return []
    const given = own?.requests?.[kind] === undefined ? 'limits' : 'requests'
    const other = given === 'requests' ? 'limits' : 'requests'
    const unsaid = own?.[other]?.[kind] === undefined ? ` (the default of ${other})` : ''
    return [
      {
        rule: 'resources',
        severity: 'error',
        message:
          given === 'requests'
            ? `${organization.name}/${name} requests ${request} ${kind}, more than its limit of ${limit}${unsaid}`
            : `${organization.name}/${name} has a limit of ${limit} ${kind}, less than the ${request} it requests${unsaid}`,
        hint: 'Kubernetes refuses such a pod: raise the limit or lower the request',
        path: [...path, 'resources', given, kind],
      },
    ]
  })
}

const mebibyte = 2 ** 20

const tooSmall = (memory: string | undefined): boolean =>
  memory !== undefined && (quantityValue(memory) ?? 0) < mebibyte

const bytes = (node: string, memory: string, path: Problem['path']): Problem => ({
  rule: 'resources',
  severity: 'error',
  message: `${node} has ${memory} of memory, which is ${quantityValue(memory)} bytes`,
  hint: 'give the amount with its unit, for example 512Mi: "m" is a thousandth',
  path,
})
