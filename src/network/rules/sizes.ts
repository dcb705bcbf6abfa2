import type { Path, Problem } from '../finding.ts'
import { type Network, nodeId, type ResourceSettings } from '../network.ts'
import type { PlatformDefinition } from '../platform-definition.ts'
import { quantityValue } from '../quantity.ts'

const gibibyte = 2 ** 30

/** Volumes that are too small for a ledger, and limits below their requests. */
export const sizeProblems = (network: Network, platform: PlatformDefinition): Problem[] =>
  network.nodes.flatMap((node) => [
    ...storageProblems(nodeId(node), node.storage, [...node.path, 'storage']),
    ...resourceProblems(nodeId(node), node.resources, platform.sizes(node.role)[node.size], [
      ...node.path,
      'resources',
    ]),
  ])

export function storageProblems(what: string, size: string, path: Path): Problem[] {
  if ((quantityValue(size) ?? 0) >= gibibyte) return []
  return [
    {
      rule: 'storage',
      severity: 'error',
      message: `${what} has a volume of ${size}: a ledger needs at least 1Gi`,
      hint: 'write the size with its unit, for example 20Gi; a volume can grow later but never shrink',
      path,
    },
  ]
}

/** Missing values are those of the size. */
export function resourceProblems(
  what: string,
  own: ResourceSettings | undefined,
  defaults: ResourceSettings,
  path: Path,
): Problem[] {
  return (['cpu', 'memory'] as const).flatMap((kind): Problem[] => {
    const request = own?.requests?.[kind] ?? defaults.requests?.[kind]
    const limit = own?.limits?.[kind] ?? defaults.limits?.[kind]
    const tiny = (['requests', 'limits'] as const).find((which) => kind === 'memory' && tooSmall(own?.[which]?.memory))
    if (tiny !== undefined) return [bytes(what, own?.[tiny]?.memory ?? '', [...path, tiny, kind])]
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
            ? `${what} requests ${request} ${kind}, more than its limit of ${limit}${unsaid}`
            : `${what} has a limit of ${limit} ${kind}, less than the ${request} it requests${unsaid}`,
        hint: 'Kubernetes refuses such a pod: raise the limit or lower the request',
        path: [...path, given, kind],
      },
    ]
  })
}

const mebibyte = 2 ** 20

const tooSmall = (memory: string | undefined): boolean =>
  memory !== undefined && (quantityValue(memory) ?? 0) < mebibyte

const bytes = (what: string, memory: string, path: Problem['path']): Problem => ({
  rule: 'resources',
  severity: 'error',
  message: `${what} has ${memory} of memory, which is ${quantityValue(memory)} bytes`,
  hint: 'write the amount with its unit, for example 512Mi: "m" is a thousandth',
  path,
})
