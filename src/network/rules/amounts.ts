import { type ProviderId, providers } from '../../providers/index.ts'
import type { Path, Problem } from '../finding.ts'
import type { Network, ResourceSettings } from '../network.ts'
import { nodeId } from '../network.ts'
import type { MemoryNeed, PlatformDefinition } from '../platform-definition.ts'
import { quantityValue } from '../quantity.ts'

/** Resources and volumes that are valid, but too small for a ledger, or larger than any machine. */
export const amountProblems = (network: Network, platform: PlatformDefinition): Problem[] =>
  network.nodes.flatMap((node) => [
    ...resourceAmounts(nodeId(node), node.resources, [...node.path, 'resources'], {
      provider: node.cluster.provider,
      need: platform.memory?.(node.role),
    }),
    ...volumeAmount(nodeId(node), node.storage, node.cluster.provider, [...node.path, 'storage']),
  ])

interface Circumstances {
  readonly provider: ProviderId
  readonly need?: MemoryNeed | undefined
  /** What runs in the container, for people. */
  readonly title?: string
}

type Amount = readonly [which: 'requests' | 'limits', text: string]

export function resourceAmounts(
  what: string,
  own: ResourceSettings | undefined,
  path: Path,
  { provider, need, title = 'the node' }: Circumstances,
): Problem[] {
  const { local } = providers[provider]
  const of = (kind: 'cpu' | 'memory'): Amount[] =>
    (['requests', 'limits'] as const).flatMap((which) => {
      const text = own?.[which]?.[kind]
      return text === undefined ? [] : [[which, text] as const]
    })
  // A problem of the limit is not reported again for the request.
  const limited = own?.limits?.memory !== undefined
  return [
    ...of('cpu').flatMap(([which, text]) => processors(what, which, text, local, [...path, which, 'cpu'])),
    ...of('memory').flatMap(([which, text]) =>
      memory(what, which, text, { local, need, limited, title }, [...path, which, 'memory']),
    ),
  ]
}

const problem = (severity: Problem['severity'], message: string, hint: string, path: Path): Problem => ({
  rule: 'resources',
  severity,
  message,
  hint,
  path,
})

/** The largest machine that a cloud has: 896 processors (u7inh-32tb of Amazon). From 100 on an "m" is missing. */
const mostProcessors = { any: 896, likely: 100 } as const

/** Thousandths: with less weight a process hardly runs, and with a lower limit a start takes minutes. */
const leastProcessors = { requests: 0.01, limits: 0.1 } as const

function processors(
  what: string,
  which: 'requests' | 'limits',
  text: string,
  local: boolean,
  path: Path,
): readonly Problem[] {
  const value = quantityValue(text) ?? 0
  const message = `${what} ${which === 'limits' ? 'has a limit of' : 'requests'} ${text} cpu, which is ${value} processors`
  const hint = 'write a number of processors such as 0.5 or 2, or thousandths such as 500m'
  if (value > mostProcessors.any) return [problem('error', `${message}: no machine has that many`, hint, path)]
  if (value >= mostProcessors.likely) return [problem('warning', `${message}: few machines have that many`, hint, path)]
  // Zero means no request, and no limit.
  if (value >= leastProcessors[which] || value === 0) return []
  // A local machine may be small, and nothing else runs there.
  if (local && value >= leastProcessors.requests) return []
  const short =
    which === 'limits' ? 'a ledger hardly starts with it' : 'beside other pods it hardly runs with this reservation'
  return [problem('warning', `${message}: ${short}`, hint, path)]
}

/** The largest machine of a cloud has 32 TiB. From 4 TiB on, another unit was probably intended. */
const mostMemory = { any: 32 * 2 ** 40, likely: 4 * 2 ** 40 } as const

/** Below this the unit is missing, which another rule reports. */
const mebibyte = 2 ** 20

function memory(
  what: string,
  which: 'requests' | 'limits',
  text: string,
  {
    local,
    need,
    limited,
    title,
  }: {
    readonly local: boolean
    readonly need: MemoryNeed | undefined
    readonly limited: boolean
    readonly title: string
  },
  path: Path,
): readonly Problem[] {
  const value = quantityValue(text) ?? 0
  const message = `${what} ${which === 'limits' ? 'has a limit of' : 'requests'} ${text} memory`
  if (value > mostMemory.any)
    return [problem('error', `${message}: no machine has that much`, 'write an amount such as 4Gi', path)]
  if (value >= mostMemory.likely)
    return [problem('warning', `${message}: few machines have that much`, 'write an amount such as 4Gi', path)]
  if (need === undefined || value < mebibyte) return []
  const below = (amount: string): boolean => value < (quantityValue(amount) ?? 0)
  if (which === 'limits' && below(need.starts))
    return [
      problem(
        'error',
        `${message}: with less than ${need.starts} ${title} is killed at its start, or soon after`,
        `set at least ${need.serves}, or remove it: ${need.reason}`,
        path,
      ),
    ]
  if (local) return []
  if (which === 'limits' && below(need.serves))
    return [
      problem(
        'warning',
        `${message}: with less than ${need.serves} ${title} is killed under load`,
        `set at least ${need.serves}: ${need.reason}`,
        path,
      ),
    ]
  if (which === 'requests' && below(need.starts) && !limited)
    return [
      problem(
        'warning',
        `${message}, and needs at least ${need.starts}: on a full machine it is killed first`,
        `request at least ${need.starts}: ${need.reason}`,
        path,
      ),
    ]
  return []
}

/** A volume larger than any disk of the provider; other storage may be larger. */
function volumeAmount(what: string, size: string, provider: ProviderId, path: Path): Problem[] {
  const { title, storage } = providers[provider]
  const most = storage.largest ?? '1Pi'
  if ((quantityValue(size) ?? 0) <= (quantityValue(most) ?? 0)) return []
  return [
    {
      rule: 'storage',
      severity: 'warning',
      message: `${what} has a volume of ${size}: ${storage.largest === undefined ? 'few disks are that large' : `a disk of ${title} has at most ${most}`}`,
      hint: 'write a size such as 100Gi; a volume can grow later but never shrink',
      path,
    },
  ]
}
