import { mappingsOf, textOf } from '../../bevel-fields.ts'
import { named } from './names.ts'
import type { InputOrganization } from './nodes.ts'

/** Organizations by the names that the input calls them. */
export interface Organizations {
  readonly all: readonly InputOrganization[]
  /** One with nodes here; undefined for others. */
  ours(given: string): InputOrganization | undefined
  /** It leaves the network. */
  isRemoved(given: string): boolean
}

export function organizationsIn(
  all: readonly InputOrganization[],
  network: Readonly<Record<string, unknown>>,
): Organizations {
  const listed = mappingsOf(network.organizations)
  const removed = listed
    .filter(({ org_status: status }) => textOf(status)?.toLowerCase() === 'delete')
    .flatMap(({ name }) => textOf(name) ?? [])
    .map((given) => ({ given }))
  const parties = [...all, ...removed]
  const withNodes = all.filter(({ nodes }) => nodes.length > 0)
  return {
    all,
    ours: (given) => named(withNodes, given),
    isRemoved: (given) => {
      const party = named(parties, given)
      return removed.some((one) => one === party)
    },
  }
}
